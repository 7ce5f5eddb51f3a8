package app.retour.orders.mapping;

import static app.retour.orders.mapping.MappedFiles.proposed;
import static app.retour.orders.mapping.MappedFiles.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import app.retour.orders.csv.Told;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is missing is said before the file is imported, and what contradicts itself is no order. */
class WhatAFileDoesNotTellTests {
    private static final String HEADER = "Order,Date,Product,Qty,Price,Total,Currency\n";

    @Test
    void columnsAreKnownByTheirNamesWhateverStandsBeforeOrBehind() {
        var csv = """
                Order Number,Order Date,Customer E-Mail,Item Name,Item Qty,Item Cost,Order Shipping (EUR),Order Tax Amount,Order Total (EUR),Order Discount Amount,Delivery Postcode
                1,2026-10-01,a@b.de,Tee,2,10.00,4.90,0.00,22.90,2.00,10115
                """;
        var proposed = proposed(csv);
        assertThat(proposed.problems()).isEmpty();
        assertThat(proposed.mapping().columns())
                .contains(
                        entry(OrderField.EMAIL, "Customer E-Mail"),
                        entry(OrderField.QUANTITY, "Item Qty"),
                        entry(OrderField.UNIT_PRICE, "Item Cost"),
                        entry(OrderField.SHIPPING, "Order Shipping (EUR)"),
                        entry(OrderField.TAXES, "Order Tax Amount"),
                        entry(OrderField.TOTAL, "Order Total (EUR)"),
                        entry(OrderField.DISCOUNT, "Order Discount Amount"),
                        entry(OrderField.SHIP_POSTCODE, "Delivery Postcode"));
        assertThat(Objects.requireNonNull(
                                read(csv, proposed.mapping()).getFirst().value())
                        .lines()
                        .getFirst()
                        .paid())
                .isEqualByComparingTo("18.00");
    }

    @Test
    void aKnownExportWhoseColumnsSomebodyChoseIsReadByTheirPlainNamesToo() {
        var proposed = proposed("""
                Order Number,Order Date,Order Total Amount,Item Name,Item Cost,Item Qty,Customer Email,Order Shipping
                1,2026-10-01,24.90,Tee,10.00,2,a@b.de,4.90
                """);
        assertThat(proposed.system()).isEqualTo("WooCommerce (Advanced Order Export)");
        assertThat(proposed.mapping().columns())
                .contains(
                        entry(OrderField.QUANTITY, "Item Qty"),
                        entry(OrderField.EMAIL, "Customer Email"),
                        entry(OrderField.SHIPPING, "Order Shipping"));
    }

    @ParameterizedTest
    @CsvSource({
        "Shipping Fee, SHIPPING",
        "Order Shipping, SHIPPING",
        "Shipping Charges, SHIPPING",
        "Postage, SHIPPING",
        "Order Tax, TAXES",
        "Cart Discount, DISCOUNT",
        "Item Discount Amount, LINE_DISCOUNT",
        "Order Currency Code, CURRENCY",
        "Order Payment Method, PAYMENT_METHOD",
        "Item Total, LINE_TOTAL",
        "Order Fee, PAYMENT_FEE",
        "Recipient City, SHIP_CITY",
        "Billing Phone Number, PHONE"
    })
    void namesOfTheirKindAreFound(String column, OrderField field) {
        assertThat(proposed("Order,Date,Product,Qty,Price,%s\n1,2026-10-01,Tee,1,5.00,\n".formatted(column))
                        .mapping()
                        .column(field))
                .isEqualTo(column);
    }

    @ParameterizedTest
    @CsvSource({
        "Item Subtotal",
        "Order Note",
        "Shipping Method",
        "City (Billing)",
        "Amount",
        "Customer Id",
        "Order Value Date"
    })
    void namesThatOnlyLookSoAreNotGuessed(String column) {
        assertThat(proposed("Order,Date,Product,Qty,Price,%s\n1,2026-10-01,Tee,1,5.00,1\n".formatted(column))
                        .mapping()
                        .columns())
                .doesNotContainValue(column);
    }

    @Test
    void whatNoColumnTellsIsSaidWithWhatFollows() {
        var notes = proposed("Order,Date,Product,Price,Total\n1,2026-10-01,Tee,5.00,9.90\n")
                .notes();
        assertThat(notes)
                .extracting(MappingNote::field)
                .containsExactly(
                        OrderField.STATUS,
                        OrderField.EMAIL,
                        OrderField.PAYMENT_METHOD,
                        OrderField.SHIPPING,
                        OrderField.TAXES,
                        OrderField.DISCOUNT,
                        OrderField.QUANTITY,
                        OrderField.SKU);
        assertThat(notes)
                .filteredOn(note -> note.field() == OrderField.SHIPPING)
                .singleElement()
                .satisfies(note -> assertThat(note.message())
                        .contains("counts as 0.00 and is never given back")
                        .contains("a person checks each refund"));
        assertThat(proposed("Order,Date,Product,Price\n1,2026-10-01,Tee,5.00\n").notes())
                .filteredOn(note -> note.field() == OrderField.DISCOUNT)
                .singleElement()
                .satisfies(note -> assertThat(note.message()).contains("refunds are too high"));
        assertThat(proposed("""
                        Order,Date,Product,SKU,Qty,Price,Total,Shipping,Tax,Discount,Payment method,Status,Email
                        1,2026-10-01,Tee,T,1,5.00,5.00,0,0,0,PayPal,shipped,a@b.de
                        """).notes()).isEmpty();
    }

    @Test
    void twoColumnsOfOneNameAreNotGuessedButChosen() {
        var csv = "Order,Date,Product,Qty,Price,Price,Total\n1,2026-10-01,Tee,1,5.00,9.00,9.00\n";
        var proposed = proposed(csv);
        assertThat(proposed.mapping().columns()).doesNotContainKey(OrderField.UNIT_PRICE);
        assertThat(proposed.problems()).extracting(MappingProblem::field).containsExactly(OrderField.UNIT_PRICE);
        assertThat(proposed.columns()).extracting(ProposedMapping.Column::name).contains("Price", "Price (2)");
        assertThat(proposed.notes())
                .anySatisfy(
                        note -> assertThat(note.message()).contains("same name").contains("Price, Price (2)"));
        var columns = new LinkedHashMap<>(proposed.mapping().columns());
        columns.put(OrderField.UNIT_PRICE, "Price (2)");
        var chosen = with(proposed.mapping(), columns, proposed.mapping().currency());
        assertThat(proposed(csv, chosen).problems()).isEmpty();
        assertThat(Objects.requireNonNull(read(csv, chosen).getFirst().value())
                        .lines()
                        .getFirst()
                        .paid())
                .isEqualByComparingTo("9.00");
    }

    @Test
    void aColumnIsNotReadAsTwoAmounts() {
        var found = proposed(HEADER + "1,2026-10-01,Tee,1,5.00,5.00,EUR\n").mapping();
        var columns = new LinkedHashMap<>(found.columns());
        columns.put(OrderField.SHIPPING, "Total");
        assertThat(proposed(HEADER + "1,2026-10-01,Tee,1,5.00,5.00,EUR\n", with(found, columns, null))
                        .problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.field()).isEqualTo(OrderField.SHIPPING);
                    assertThat(problem.message()).contains("“Total” is already said to be “Order total”");
                });
        columns.remove(OrderField.SHIPPING);
        columns.put(OrderField.FULFILLED_AT, "Date");
        assertThat(proposed(HEADER + "1,2026-10-01,Tee,1,5.00,5.00,EUR\n", with(found, columns, null))
                        .problems())
                .as("sent on the day it was bought: that is somebody's choice")
                .isEmpty();
    }

    @Test
    void anOrderWithoutItsCurrencyIsRefusedAndTheOthersAreTaken() {
        var csv = HEADER + """
                1,2026-10-01,Tee,1,5.00,5.00,EUR
                2,2026-10-01,Tee,1,5.00,5.00,
                3,2026-10-01,Tee,1,5.00,10.00,
                3,2026-10-01,Cup,1,5.00,10.00,USD
                4,2026-10-01,Tee,1,5.00,10.00,EUR
                4,2026-10-01,Cup,1,5.00,10.00,USD
                5,2026-10-01,Tee,1,5.00,5.00,euro
                """;
        var proposed = proposed(csv);
        assertThat(proposed.preview()).hasSize(5);
        assertThat(read(csv, proposed.mapping()))
                .extracting(
                        told -> told.problem() == null ? null : told.problem().getMessage())
                .satisfiesExactly(
                        none -> assertThat(none).isNull(),
                        empty -> assertThat(empty).startsWith("“Currency” is empty"),
                        none -> assertThat(none).isNull(),
                        mixed -> assertThat(mixed).startsWith("“Currency” differs"),
                        odd -> assertThat(odd).contains("not a currency code"));
    }

    @Test
    void anAmountOfAnotherCurrencyIsNoAmountOfTheOrder() {
        var told = read(
                HEADER
                        + "1,2026-10-01,Tee,1,$5.00,5.00,EUR\n2,2026-10-01,Tee,1,5.00,5.00 USD,EUR\n3,2026-10-01,Tee,1,€5.00,5.00 EUR,EUR\n",
                proposed(HEADER + "1,2026-10-01,Tee,1,5.00,5.00,EUR\n").mapping());
        assertThat(told)
                .extracting(
                        each -> each.problem() == null ? null : each.problem().getMessage())
                .containsExactly(
                        "“Price” is $5.00, but the order is in EUR",
                        "“Total” is 5.00 USD, but the order is in EUR",
                        null);
    }

    @Test
    void theShopsCurrencyIsNotGuessedAgainstTheFilesOwnSigns() {
        var csv = "Order,Date,Product,Qty,Price,Total\n1,2026-10-01,Tee,1,$5.00,$5.00\n";
        assertThat(proposed(csv).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo(OrderField.CURRENCY);
            assertThat(problem.message()).contains("$5.00 is not written in EUR");
        });
        var chosen = with(proposed(csv).mapping(), proposed(csv).mapping().columns(), Currency.getInstance("CAD"));
        assertThat(proposed(csv, chosen).problems()).isEmpty();
    }

    @Test
    void twoSpellingsOfANumberAreOneOrder() {
        var csv = HEADER
                + "#1,2026-10-01,Tee,1,5.00,10.00,EUR\n2,2026-10-01,Tee,1,5.00,5.00,EUR\n1,,Cup,1,5.00,10.00,EUR\n";
        var told = read(csv, proposed(csv).mapping());
        assertThat(told).extracting(Told::subject).containsExactly("#1", "2");
        assertThat(Objects.requireNonNull(told.getFirst().value()).lines()).hasSize(2);
    }

    private static ColumnMapping with(
            ColumnMapping found,
            java.util.Map<OrderField, String> columns,
            @org.jspecify.annotations.Nullable Currency currency) {
        return new ColumnMapping(columns, found.rows(), found.dates(), found.decimalSign(), currency, found.prices());
    }
}
