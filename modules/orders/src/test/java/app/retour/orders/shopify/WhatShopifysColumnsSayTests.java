package app.retour.orders.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.retour.kernel.Money;
import app.retour.orders.OrderUpsert;
import app.retour.orders.OrderUpsert.TenderUpsert;
import app.retour.orders.amounts.Payment;
import app.retour.orders.amounts.Tender;
import app.retour.orders.shoppers.PostalAddress;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single columns of Shopify's export of orders. */
class WhatShopifysColumnsSayTests {
    private static final String BASE = "Name,Currency,Created at,Total,Lineitem quantity,Lineitem name,Lineitem price";

    private static OrderUpsert with(String columns, String cells) {
        return ShopifyFiles.taken(
                "%s,%s\n#1,EUR,2026-10-01 10:00:00 +0200,20.00,2,Tee,10.00,%s\n".formatted(BASE, columns, cells));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "paid,               PAID",
                "Partially_Refunded, PAID",
                "refunded,           PAID",
                "partially_paid,     PARTLY_PAID",
                "pending,            UNPAID",
                "authorized,         UNPAID",
                "expired,            UNPAID",
                "voided,             UNPAID",
                "something new,      UNKNOWN",
                "-,                  UNKNOWN",
            })
    void howFarItIsPaid(@Nullable String status, Payment payment) {
        assertThat(ShopifyPayments.state(status)).isEqualTo(payment);
    }

    @Test
    void severalMeansStandInOneCellWithoutTheirAmounts() {
        assertThat(with("Payment Method", "Gift Card + Shopify Payments").tenders())
                .extracting(TenderUpsert::id, TenderUpsert::kind, TenderUpsert::amount, TenderUpsert::label)
                .containsExactly(
                        tuple("1-gift-card", Tender.Kind.GIFT_CARD, null, "Gift Card"),
                        tuple("2-shopify-payments", Tender.Kind.CARD, null, "Shopify Payments"));
        assertThat(with("Payment Method,Financial Status", "PayPal,paid").tenders())
                .singleElement()
                .satisfies(tender -> assertThat(tender.amount()).isEqualByComparingTo("20.00"));
        assertThat(with("Payment Method,Financial Status", "PayPal,partially_paid")
                        .tenders())
                .singleElement()
                .satisfies(tender ->
                        assertThat(tender.amount()).as("nobody knows how much").isNull());
        assertThat(with("Payment Method", "").tenders()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // the line's, the order's, shipped
                "fulfilled, -,         2",
                "partial,   -,         2",
                "pending,   fulfilled, 0",
                "-,         fulfilled, 2",
                "-,         partial,   0",
                "-,         -,         0",
            })
    void aLineIsShippedAsItsOwnStatusSaysElseAsTheOrders(@Nullable String own, @Nullable String orders, int shipped) {
        var line = with(
                "Lineitem fulfillment status,Fulfillment Status",
                "%s,%s".formatted(own == null ? "" : own, orders == null ? "" : orders));
        assertThat(line.lines().getFirst().fulfilledQuantity()).isEqualTo(shipped);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Gift card 50,        false, false, true",
                "Geschenkgutschein,   false, false, true",
                "Gift card holder,    true,  true,  -",
                "Gift card 50,        false, true,  -",
                "E-book,              false, false, -",
            })
    void aGiftCardIsCalledSoAndNeitherShippedNorTaxed(
            String name, boolean shipped, boolean taxed, @Nullable Boolean card) {
        var told = ShopifyFiles.taken(
                "%s,Lineitem requires shipping,Lineitem taxable\n#1,EUR,2026-10-01 10:00:00 +0200,20.00,2,%s,10.00,%s,%s\n"
                        .formatted(BASE, name, shipped, taxed));
        assertThat(told.lines().getFirst().giftCard()).isEqualTo(card);
        assertThat(told.lines().getFirst().tax()).isEqualTo(taxed ? null : BigDecimal.ZERO);
    }

    @Test
    void anAddressHasTheNamesOfEitherGenerationAndKeepsItsZeros() {
        var told = with(
                "Shipping Name,Shipping Street,Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Billing Address1,Billing Province Name",
                "Ada,Main Street 1,'01067,SN,DE,'+49351123,Side Street 2,Saxony");
        assertThat(told.shipTo())
                .isEqualTo(
                        new PostalAddress("Ada", null, "Main Street 1", null, null, "01067", "SN", "DE", "+49351123"));
        assertThat(told.billTo())
                .isEqualTo(new PostalAddress(null, null, "Side Street 2", null, null, null, "Saxony", null, null));
        assertThat(told.shopperName()).isEqualTo("Ada");
        assertThat(told.shopperPhone()).isEqualTo("+49351123");
        assertThat(with("Shipping Name", "").shipTo()).isNull();
    }

    @Test
    void aDiscountOnShippingIsTakenOffItOnceHoweverItIsShown() {
        var off = "Subtotal,Shipping,Discount Amount";
        var shown = ShopifyFiles.taken(
                "%s,%s\n#1,EUR,2026-10-01 10:00:00 +0200,20.00,2,Tee,10.00,20.00,4.90,4.90\n".formatted(BASE, off));
        assertThat(shown.charges().shipping()).as("shown with its whole price").isZero();
        var less = ShopifyFiles.taken(
                "%s,%s\n#1,EUR,2026-10-01 10:00:00 +0200,20.00,2,Tee,10.00,20.00,0.00,4.90\n".formatted(BASE, off));
        assertThat(less.charges().shipping()).as("taken off already").isZero();
        assertThat(List.of(shown, less))
                .hasSize(2)
                .allSatisfy(told -> assertThat(told.lines().getFirst().paid()).isEqualByComparingTo("20.00"));
    }

    @ParameterizedTest
    @CsvSource({
        // total paid in cash, what its parts sum to, rounding
        "20.00, 19.98, EUR, Cash,       0.02",
        "20.00, 20.02, EUR, Barzahlung, -0.02",
        "20.00, 19.97, EUR, Cash,       0",
        "20.00, 19.98, EUR, Card,       0",
        "20.01, 19.98, EUR, Cash,       0",
        "20.00, 19.98, USD, Cash,       0",
        "105,   103,   HUF, Kontant,    2",
        "20.00, 19.60, SEK, kontanter,  0.40",
    })
    void cashIsRoundedToTheSmallestCoinAndNoFurther(
            String total, String sum, String code, String means, String rounding) {
        var taxes = Money.of("0", code);
        assertThat(CashRounding.of(means, Money.of(total, code), Money.of(sum, code), taxes))
                .isEqualTo(Money.of(rounding, code));
    }

    @ParameterizedTest
    @CsvSource({
        "Total,             x,        '“Total” is not an amount like 49.90'",
        "Total,             -1.00,    “Total” is negative",
        "Total,             20.001,   '“Total” is 20.001, which can be read as 20.001 or as 20001; write it with two decimals'",
        "Total,             20.0001,  “Total” has more decimals than EUR knows",
        "Total,             $ 20.00,  '“Total” is $ 20.00, but the order is in EUR'",
        "Currency,          Euro,     “Currency” is not a currency code like EUR",
        "Created at,        today,    “Created at” is not a time like 2026-03-29 01:30:00 +0100",
        "Lineitem quantity, 0,        '“Lineitem quantity” is not a number from 1 to 100,000'",
        "Lineitem price,    -1.00,    “Lineitem price” is negative",
        "Lineitem name,     '',       “Lineitem name” is empty",
        "Name,              1.0E+12,  '“Name” was rounded by a spreadsheet; import the shop''s file as it came'",
    })
    void whatCannotBeIsRefusedByItsColumn(String column, String cell, String message) {
        var cells = new LinkedHashMap<String, String>();
        var plain = List.of("#1", "EUR", "2026-10-01 10:00:00 +0200", "20.00", "2", "Tee", "10.00");
        var names = BASE.split(",");
        for (var i = 0; i < names.length; i++) {
            cells.put(names[i], names[i].equals(column) ? cell : plain.get(i));
        }
        var told = ShopifyFiles.order(BASE + "\n" + String.join(",", cells.values()) + "\n");
        assertThat(told.problem()).hasMessage(message);
        assertThat(Objects.requireNonNull(told.problem()).column()).isEqualTo(column);
    }
}
