package app.retour.orders.mapping;

import static app.retour.orders.mapping.MappedFiles.orders;
import static app.retour.orders.mapping.MappedFiles.proposed;
import static app.retour.orders.mapping.MappedFiles.read;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.orders.amounts.TaxMode;
import app.retour.orders.csv.DecimalSign;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NothingIsGuessedTests {
    private static final String HEADER = "Order,Date,Product,Qty,Price,Total\n";

    @Test
    void aDayThatCouldBeAMonthIsAskedFor() {
        var proposed = proposed(HEADER + "1,03/04/2026,Tee,1,5.00,5.00\n2,05/06/2026,Tee,1,5.00,5.00\n");
        assertThat(proposed.mapping().dates()).isNull();
        assertThat(proposed.dates()).containsExactlyInAnyOrder(DateStyle.DAY_FIRST, DateStyle.MONTH_FIRST);
        assertThat(proposed.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo(OrderField.PLACED_AT);
            assertThat(problem.column()).isEqualTo("Date");
            assertThat(problem.message()).contains("which comes first");
        });
        assertThat(proposed(HEADER + "1,03/04/2026,Tee,1,5.00,5.00\n2,25/06/2026,Tee,1,5.00,5.00\n")
                        .mapping()
                        .dates())
                .as("one day beyond the twelfth tells")
                .isEqualTo(DateStyle.DAY_FIRST);
    }

    @Test
    void anAmountThatCanBeReadInTwoWaysIsAskedFor() {
        var csv = HEADER.replace(',', ';') + "1;2026-10-01;Tee;1;1.234;1.234\n";
        var proposed = proposed(csv);
        assertThat(proposed.mapping().decimalSign()).isNull();
        assertThat(proposed.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).startsWith("1.234 can be read in two ways"));
        var chosen = with(proposed.mapping(), DecimalSign.COMMA);
        assertThat(proposed(csv, chosen).problems()).isEmpty();
        assertThat(Objects.requireNonNull(read(csv, chosen).getFirst().value()).total())
                .isEqualByComparingTo("1234");
        assertThat(proposed(csv + "2;2026-10-01;Cup;1;49,90;49,90\n").mapping().decimalSign())
                .as("another amount of the file tells")
                .isEqualTo(DecimalSign.COMMA);
        assertThat(proposed(csv + "2;2026-10-01;Cup;1;49,90;49.90\n").problems())
                .isNotEmpty();
    }

    @Test
    void whatAFileDoesNotSayOfRefundsStaysAsItWasTold() {
        var row = "1,2026-10-01,Tee,1,5.00,5.00";
        assertThat(orders(HEADER + row + "\n").getFirst().refundedOutside()).isNull();
        var told = orders(HEADER.strip() + ",Refunded\n" + row + ",2.00\n2" + row.substring(1) + ",\n");
        assertThat(told.getFirst().refundedOutside()).isEqualByComparingTo("2.00");
        assertThat(told.getLast().refundedOutside()).isNull();
    }

    @Test
    void whatDoesNotFitTheMappingIsRefusedByItsColumn() {
        var csv = HEADER + """
                1,25/12/2026,Tee,1,5.00,5.00
                2,12/25/2026,Tee,1,5.00,5.00
                3,25/12/2026,Tee,1,"5,00",5.00
                4,25/12/2026,Tee,1.5,5.00,5.00
                5,25/12/2026,Tee,,5.00,5.00
                6,25/12/2026,,1,5.00,5.00
                ,25/12/2026,Tee,1,5.00,5.00
                """;
        var mapping = with(proposed(HEADER + "1,25/12/2026,Tee,1,5.00,5.00\n").mapping(), DecimalSign.DOT);
        assertThat(read(csv, mapping))
                .extracting(
                        told -> told.problem() == null ? null : told.problem().column())
                .containsExactly(null, "Date", "Price", "Qty", "Qty", "Product", "Order");
    }

    @Test
    void twoRowsThatDisagreeAboutOneOrderAreNoOrder() {
        var csv = "Order,Date,Email,Product,Qty,Price,Total\n1,2026-10-01,a@b.de,Tee,1,5.00,5.00\n"
                + "1,2026-10-01,c@d.de,Cup,1,5.00,5.00\n";
        var told = read(csv, proposed(csv).mapping());
        assertThat(told.getFirst().problem()).isNotNull().hasMessageContaining("“Email” differs");
    }

    @Test
    void aRowThatIsAnOrderOfItsOwnIsNotAddedToAnother() {
        var csv = """
                order_number,order_total,date,order_currency,line_items
                1,5.00,2026-10-01,EUR,name:Tee|quantity:1|total:5.00
                1,5.00,2026-10-01,EUR,name:Tee|quantity:1|total:5.00
                2,5.00,2026-10-01,EUR,2x Tee
                """;
        var told = read(csv, proposed(csv).mapping());
        assertThat(told.getFirst().problem()).isNotNull().hasMessageContaining("several rows (lines 2, 3)");
        assertThat(told.get(1).problem()).isNotNull().hasMessageContaining("name, quantity and price");
    }

    @Test
    void anIdThatASpreadsheetRoundedIsNoIdentity() {
        var csv = "Order Number,Order ID,Date,Product,Qty,Price,Total\n1,5.9E+12,2026-10-01,Tee,1,5.00,5.00\n";
        var told = read(csv, proposed(csv).mapping()).getFirst();
        assertThat(Objects.requireNonNull(told.value()).externalId()).isNull();
        assertThat(told.remarks())
                .singleElement()
                .satisfies(remark -> assertThat(remark.column()).isEqualTo("Order ID"));
    }

    @Test
    void ofSeveralParcelsTheLastOneTellsWhenTheOrderCame() {
        var header = "Order,Date,Product,Qty,Price,Date shipped,Delivery date\n";
        var told = MappedFiles.orders(header + """
                1,2026-10-01,Tee,1,5.00,2026-10-02,2026-10-05
                1,2026-10-01,Cup,1,5.00,2026-10-09,2026-10-12
                1,2026-10-01,Hat,1,5.00,2026-10-03,2026-10-06
                2,2026-10-01,Tee,1,5.00,2026-10-02,2026-10-05
                2,2026-10-01,Cup,1,5.00,,
                3,2026-10-01,Tee,1,5.00,2026-10-02,2026-10-05
                3,2026-10-01,Cup,1,5.00,2026-10-03,2026-10-12
                3,2026-10-01,Hat,1,5.00,,
                """);
        assertThat(told)
                .extracting(order -> day(order.fulfilledAt()))
                .containsExactly("2026-10-09", "2026-10-02", null);
        assertThat(told)
                .as("a parcel of the third is still to come")
                .extracting(order -> day(order.deliveredAt()))
                .containsExactly("2026-10-12", "2026-10-05", null);
    }

    private static @Nullable String day(@Nullable Instant at) {
        return at == null ? null : at.atZone(MappedFiles.BERLIN).toLocalDate().toString();
    }

    @Test
    void aTipNeitherShippedNorTaxedIsNoGoods() {
        var csv = """
                Order,Date,Product,Qty,Price,Total,Taxes,Requires shipping,Taxable
                1,2026-10-01,Jacket,1,120.00,135.60,9.60,yes,yes
                1,2026-10-01,Trinkgeld,1,6.00,135.60,9.60,no,no
                """;
        var order = Objects.requireNonNull(
                read(csv, proposed(csv).mapping()).getFirst().value());
        assertThat(order.lines()).hasSize(1);
        assertThat(order.charges().tips()).isEqualByComparingTo("6.00");
    }

    @Test
    void withoutATotalOneMustSayWhetherTaxIsInThePrices() {
        var csv = "Order,Date,Product,Qty,Price,Tax\n1,2026-10-01,Tee,1,5.00,0.95\n";
        assertThat(proposed(csv).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.field()).isEqualTo(OrderField.TOTAL));
        var found = proposed(csv).mapping();
        for (var prices : new TaxMode[] {TaxMode.EXCLUDED, TaxMode.INCLUDED}) {
            var chosen = new ColumnMapping(
                    found.columns(), found.rows(), found.dates(), found.decimalSign(), found.currency(), prices);
            assertThat(Objects.requireNonNull(read(csv, chosen).getFirst().value())
                            .total())
                    .isEqualByComparingTo(prices == TaxMode.EXCLUDED ? "5.95" : "5.00");
        }
    }

    @Test
    void columnsThatAreNotThereAreNamed() {
        var columns = new LinkedHashMap<>(Map.of(OrderField.NUMBER, "Nummer"));
        var mapping = new ColumnMapping(
                columns,
                ColumnMapping.Rows.LINE_PER_ROW,
                DateStyle.YEAR_FIRST,
                DecimalSign.DOT,
                Currency.getInstance("EUR"),
                TaxMode.UNKNOWN);
        assertThat(proposed(HEADER + "1,2026-10-01,Tee,1,5.00,5.00\n", mapping).problems())
                .extracting(MappingProblem::field)
                .containsExactly(OrderField.NUMBER, OrderField.PLACED_AT, OrderField.TITLE, OrderField.UNIT_PRICE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "YEAR_FIRST|2026-03-29 01:30:00|2026-03-29T01:30:00Z",
                "YEAR_FIRST|2026/3/9|2026-03-09T12:00:00Z",
                "YEAR_FIRST|2026-03-29T01:30:00.123+02:00|2026-03-28T23:30:00Z",
                "DAY_FIRST|29.03.2026 14:05|2026-03-29T14:05:00Z",
                "DAY_FIRST|29/3/26|2026-03-29T12:00:00Z",
                "MONTH_FIRST|3/29/2026 2:05 PM|2026-03-29T14:05:00Z",
                "MONTH_FIRST|09/23/26|2026-09-23T12:00:00Z",
                "MONTH_NAMED|Nov 1, 2026, 3:24:11 PM|2026-11-01T15:24:11Z",
                "MONTH_NAMED|Mon, 23 Nov 2026 14:21:24 +0000|2026-11-23T14:21:24Z",
                "MONTH_NAMED|November 1, 2026|2026-11-01T12:00:00Z"
            })
    void datesReadAsTheirStyleSays(DateStyle style, String text, Instant time) {
        assertThat(style.read(text, ZoneOffset.UTC)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "31.02.2026",
                "2026-13-01",
                "0000-00-00 00:00:00",
                "12345",
                "25:00",
                "13/13/2026",
                "Foo 1, 2026"
            })
    void theRestIsNoDate(String text) {
        assertThat(DateStyle.fitting(text)).isEmpty();
    }

    private static ColumnMapping with(ColumnMapping found, DecimalSign sign) {
        return new ColumnMapping(found.columns(), found.rows(), found.dates(), sign, found.currency(), found.prices());
    }
}
