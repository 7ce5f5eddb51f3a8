package app.retour.orders.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said to whoever maps columns, seen on the file that it is for. */
class WhatAMappingLacksTests {
    private static final String CSV = "Order,Date,Product,Qty,Price,Total\n1,2026-10-01,Tee,1,5.00,5.00\n";
    private static final ColumnMapping WHOLE = MappedFiles.proposed(CSV).mapping();

    private static ColumnMapping with(Map<OrderField, String> columns) {
        return new ColumnMapping(
                columns, WHOLE.rows(), WHOLE.dates(), WHOLE.decimalSign(), WHOLE.currency(), WHOLE.prices());
    }

    private static Map<OrderField, String> without(OrderField... fields) {
        var columns = new LinkedHashMap<>(WHOLE.columns());
        List.of(fields).forEach(columns::remove);
        return columns;
    }

    private static Map<OrderField, String> and(OrderField field, String column) {
        var columns = new LinkedHashMap<>(WHOLE.columns());
        columns.put(field, column);
        return columns;
    }

    private static List<MappingProblem> problems(String csv, ColumnMapping mapping) {
        return MappedFile.problems(() -> new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), mapping);
    }

    @Test
    void oneThatLacksNothingHasNoProblem() {
        assertThat(problems(CSV, WHOLE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NUMBER,     Say which column holds the order's number",
        "PLACED_AT,  Say which column holds the date of the order",
        "TITLE,      Say which column holds the product's name",
        "UNIT_PRICE, 'Say which column holds the price of one, or the line''s total'",
    })
    void whatNoOrderIsWithoutIsAskedFor(OrderField field, String message) {
        assertThat(problems(CSV, with(without(field))))
                .singleElement()
                .isEqualTo(new MappingProblem(field, null, message));
    }

    @Test
    void aSkuStandsForANameAndALinesTotalForAPrice() {
        var columns = without(OrderField.TITLE, OrderField.UNIT_PRICE);
        columns.put(OrderField.SKU, "Product");
        columns.put(OrderField.LINE_TOTAL, "Price");
        assertThat(problems(CSV, with(columns))).isEmpty();
    }

    @Test
    void aColumnThatTheFileLacksIsNamed() {
        assertThat(problems(CSV, with(and(OrderField.EMAIL, "E-Mail"))))
                .containsExactly(new MappingProblem(OrderField.EMAIL, "E-Mail", "The file has no column “E-Mail”"));
    }

    @Test
    void aColumnHoldsOneAmountAndAnyNumberOfTexts() {
        assertThat(problems(CSV, with(and(OrderField.SHIPPING, " total"))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.field()).isEqualTo(OrderField.SHIPPING);
                    assertThat(problem.message())
                            .isEqualTo("“ total” is already said to be “Order total”; a column holds one of them");
                });
        assertThat(problems(CSV, with(and(OrderField.SKU, "Product")))).isEmpty();
    }

    @Test
    void allProductsInOneCellNeedRowsThatAreOrders() {
        assertThat(problems(CSV, with(and(OrderField.ITEMS, "Product"))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("needs rows that are whole orders"));
        var orders = new ColumnMapping(
                without(OrderField.TITLE),
                ColumnMapping.Rows.ORDER_PER_ROW,
                WHOLE.dates(),
                WHOLE.decimalSign(),
                WHOLE.currency(),
                WHOLE.prices());
        assertThat(problems(CSV, orders))
                .singleElement()
                .extracting(MappingProblem::field)
                .isEqualTo(OrderField.ITEMS);
    }

    @Test
    void withoutACurrencyAnywhereItIsAskedFor() {
        var none = new ColumnMapping(
                WHOLE.columns(), WHOLE.rows(), WHOLE.dates(), WHOLE.decimalSign(), null, WHOLE.prices());
        assertThat(problems(CSV, none)).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo(OrderField.CURRENCY);
            assertThat(problem.message()).isEqualTo("Say which currency the amounts are in");
        });
    }

    @Test
    void datesThatAreNotAllOfTheChosenStyleAreTold() {
        var dayFirst = new ColumnMapping(
                WHOLE.columns(),
                WHOLE.rows(),
                DateStyle.DAY_FIRST,
                WHOLE.decimalSign(),
                WHOLE.currency(),
                WHOLE.prices());
        assertThat(problems(CSV, dayFirst))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.message()).isEqualTo("Not all dates here are written like 29.03.2026"));
        var mixed = CSV + "2,29.03.2026,Tee,1,5.00,5.00\n";
        assertThat(problems(mixed, MappedFiles.proposed(mixed).mapping()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("not all in one style"));
    }

    @Test
    void aMappingKeepsThePlaceOfEachColumnAndNoneThatTheFileLacks() {
        assertThat(WHOLE.place(OrderField.NUMBER)).isZero();
        assertThat(WHOLE.place(OrderField.EMAIL)).isEqualTo(-1);
        assertThat(WHOLE.tells(OrderField.EMAIL)).isFalse();
        var left = WHOLE.within(column -> !column.equals("Total"));
        assertThat(left.columns()).isEqualTo(without(OrderField.TOTAL));
        assertThat(left.dates()).isEqualTo(WHOLE.dates());
    }

    @Test
    void twoFilesOfTheSameColumnsAreOneKindInWhateverOrder() {
        assertThat(header("Name,Total,E mail\n")).isEqualTo(header("total,e_mail,NAME\nx,y,z\n"));
        assertThat(header("Name,Total\n")).isNotEqualTo(header("Name,Total,Email\n"));
        assertThat(header("Name,Total,,\n"))
                .as("columns without a name are none")
                .isEqualTo(header("Name,Total\n"));
    }

    private static String header(String csv) {
        return MappedFile.header(() -> new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theExamplesOfAColumnAreThreeAndShort() {
        var rows = IntStream.range(0, 9)
                .mapToObj(i -> "%d,2026-10-01,%s,1,5.00,5.00\n".formatted(i, "long ".repeat(30) + i % 4));
        var columns = MappedFiles.proposed(
                        CSV.lines().findFirst().orElseThrow() + "\n" + rows.collect(Collectors.joining()))
                .columns();
        var product = columns.stream()
                .filter(column -> column.name().equals("Product"))
                .findFirst()
                .orElseThrow();
        assertThat(product.samples())
                .hasSizeLessThanOrEqualTo(3)
                .allSatisfy(sample -> assertThat(sample).hasSize(60).endsWith("…"));
    }

    @Test
    void thePreviewShowsTheFirstFiveOrdersAndWhyOneCannotBeRead() {
        var csv = CSV + "1,2026-10-01,Cup,1,2.00,7.00\n2,2026-10-01,Tee,x,5.00,5.00\n"
                + IntStream.range(3, 9)
                        .mapToObj("%d,2026-10-01,Tee,1,5.00,5.00\n"::formatted)
                        .collect(Collectors.joining());
        var preview = MappedFiles.proposed(csv).preview();
        assertThat(preview).hasSize(5);
        assertThat(preview.getFirst().problem()).as("two totals of one order").contains("differs between the rows");
        assertThat(preview.get(1).number()).isEqualTo("2");
        assertThat(preview.get(1).column()).isEqualTo("Qty");
        assertThat(preview.get(2).order()).isNotNull();
    }
}
