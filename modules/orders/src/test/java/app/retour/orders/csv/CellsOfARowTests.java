package app.retour.orders.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in a cell, in the type that is asked for. */
class CellsOfARowTests {
    private static CsvRow row(String... pairs) {
        var columns = new LinkedHashMap<String, Integer>();
        var cells = new ArrayList<String>();
        for (var i = 0; i < pairs.length; i += 2) {
            columns.put(CsvRow.key(pairs[i]), cells.size());
            cells.add(pairs[i + 1]);
        }
        return new CsvRow(7, columns, cells);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lineitem Name", "lineitem name", " LINEITEM_NAME ", "Lineitem  name", "lineitem\tname"})
    void aColumnIsTheSameHoweverItIsSpelled(String spelled) {
        assertThat(row("Lineitem name", " Shirt ").text(spelled)).isEqualTo("Shirt");
        assertThat(row(spelled, "Shirt").has("Lineitem name")).isTrue();
    }

    @Test
    void ofSeveralColumnsTheFirstThatTellsAnythingCounts() {
        var row = row("SKU", "  ", "Variant SKU", "S-1", "Title", "Shirt");
        assertThat(row.text("SKU", "Variant SKU", "Title")).isEqualTo("S-1");
        assertThat(row.text("SKU")).as("a blank cell is no value").isNull();
        assertThat(row.text("Colour")).isNull();
    }

    /** A row may be shorter than the header: its last cells are blank. */
    @Test
    void aCellThatTheRowDoesNotReachIsBlank() {
        var row = new CsvRow(3, Map.of("a", 0, "b", 1), List.of("x"));
        assertThat(row.text("b")).isNull();
        assertThat(row.has("b")).isTrue();
    }

    @Test
    void whatMustBeThereSaysWhetherTheCellIsEmptyOrTheColumnMissing() {
        assertThatThrownBy(() -> row("Total", "").required("Total"))
                .isInstanceOf(RowNotUnderstood.class)
                .hasMessage("“Total” is empty")
                .extracting("line", "column")
                .containsExactly(7L, "Total");
        assertThatThrownBy(() -> row("Name", "#1").required("Total")).hasMessage("“Total” is missing from this file");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            '01067,  01067
            '+49 30, +49 30
            O'Neill, O'Neill
            ',       '
            12',     12'
            """)
    void theApostropheThatKeepsAZeroIsNoPartOfTheText(String cell, String text) {
        assertThat(row("Zip", cell).guarded("Zip")).isEqualTo(text);
    }

    @Test
    void aTextOfMoreThanTenThousandLettersIsNoCell() {
        assertThat(row("Note", "x".repeat(10_000)).text("Note")).hasSize(10_000);
        assertThatThrownBy(() -> row("Note", "x".repeat(10_001)).text("Note"))
                .hasMessage("“Note” is longer than 10,000 characters");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "0, 0",
        "12.00, 12",
        "'1,000,000', 1000000",
        "1e3, ''",
        "1.5, ''",
        "-1, ''",
        "two, ''",
        "'', null",
        "1000000000, ''",
        "999999999, 999999999",
    })
    void aWholeNumberIsWholeAndNotNegative(String cell, String number) {
        var row = row("Quantity", cell);
        switch (number) {
            case "null" -> assertThat(row.whole("Quantity")).isNull();
            case "" -> assertThatThrownBy(() -> row.whole("Quantity")).isInstanceOf(RowNotUnderstood.class);
            default -> assertThat(row.whole("Quantity")).isEqualTo(Integer.valueOf(number));
        }
    }

    @ParameterizedTest
    @CsvSource({"true, true", "TRUE, true", "Yes, true", "1, true", "false, false", "no, false", "0, false"})
    void yesAndNoAreWrittenInManyWays(String cell, boolean truth) {
        assertThat(row("Lineitem taxable", cell).truth("Lineitem taxable")).isEqualTo(truth);
    }

    @Test
    void whatIsNeitherYesNorNoIsToldSo() {
        assertThatThrownBy(() -> row("Taxable", "perhaps").truth("Taxable"))
                .hasMessage("“Taxable” is neither true nor false");
        assertThat(row("Taxable", " ").truth("Taxable")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29 01:30:00 +0100, 2026-03-29T00:30:00Z",
        "2026-03-29T01:30:00+01:00, 2026-03-29T00:30:00Z",
        "2026-03-29T01:30:00Z,      2026-03-29T01:30:00Z",
        "2026-03-29 01:30:00 UTC,   2026-03-29T01:30:00Z",
        "2026-03-29 01:30 -0500,    2026-03-29T06:30:00Z",
        "2026-03-29T01:30:00.123Z,  2026-03-29T01:30:00.123Z",
    })
    void aTimeOfShopifysNamesItsZone(String cell, Instant time) {
        assertThat(row("Created at", cell).time("Created at")).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-03-29", "29.03.2026 01:30", "2026-02-30 01:30:00 +0100", "yesterday", "2026-03-29 01:30:00"
            })
    void aTimeWithoutItsZoneIsNotGuessed(String cell) {
        assertThatThrownBy(() -> row("Created at", cell).time("Created at"))
                .hasMessage("“Created at” is not a time like 2026-03-29 01:30:00 +0100");
    }

    @Test
    void aBlankListIsKnownToBeEmptyAndNoColumnIsNotKnown() {
        assertThat(row("Tags", "VIP, new ,VIP,, late").list("Tags")).containsExactly("VIP", "new", "late");
        assertThat(row("Tags", " ").list("Tags")).isEmpty();
        assertThat(row("Name", "#1").list("Tags")).isNull();
    }

    @Test
    void aNumberThatASpreadsheetRoundedIsLeftOutAndTold() {
        var remarks = new ArrayList<RowRemark>();
        var row = row("Id", "5.93214E+12", "Phone", "4.93012E+11", "SKU", "4006381333931");
        assertThat(row.unspoilt(true, remarks::add, "Id")).isNull();
        assertThat(row.unspoilt(false, remarks::add, "Phone")).isNull();
        assertThat(row.unspoilt(false, remarks::add, "SKU")).isEqualTo("4006381333931");
        assertThat(remarks).extracting(RowRemark::line).containsOnly(7L);
        assertThat(remarks).extracting(RowRemark::column).containsExactly("Id", "Phone");
        assertThat(remarks.getLast().message())
                .as("a telephone number is personal")
                .doesNotContain("4.93012");
    }

    @ParameterizedTest
    @CsvSource({"1.234, 3, 1.234", "1.234, 2, ''", "'1,234', 3, ''", "49.90, 2, 49.90", "-5, 2, -5", "n/a, 2, ''"})
    void threeDecimalsAreReadWhereTheCurrencyHasThree(String cell, int fraction, String number) {
        var row = row("Price", cell);
        if (number.isEmpty()) {
            assertThatThrownBy(() -> row.decimal(fraction, "Price")).isInstanceOf(RowNotUnderstood.class);
        } else {
            assertThat(row.decimal(fraction, "Price")).isEqualByComparingTo(number);
        }
    }

    @Test
    void anAmountOfTwoMeaningsIsToldWithBoth() {
        assertThatThrownBy(() -> row("Total", "1.234").decimal("Total"))
                .hasMessage("“Total” is 1.234, which can be read as 1.234 or as 1234; write it with two decimals");
    }
}
