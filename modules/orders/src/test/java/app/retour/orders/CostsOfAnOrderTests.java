package app.retour.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts as they are told, made exact. */
class CostsOfAnOrderTests {
    private static ToldAmounts amounts(OrderUpsert told) {
        return ToldAmounts.of(null, BigDecimal.ZERO, BigDecimal.ZERO, told);
    }

    private static ToldAmounts again(OrderUpsert before, OrderUpsert told) {
        return ToldAmounts.of(ToldOrders.first(before).order(), BigDecimal.ZERO, BigDecimal.ZERO, told);
    }

    private static OrderUpsert charged(OrderUpsert told, String charge, String amount) {
        return Changed.with(told, "charges", Changed.with(told.charges(), charge, new BigDecimal(amount)));
    }

    private static OrderUpsert costing(String total) {
        return Changed.with(ToldOrders.order(), "total", new BigDecimal(total));
    }

    private static void refuses(OrderUpsert told, ErrorCode code, String path) {
        assertThatThrownBy(() -> amounts(told)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(String.join(".", refusal.field())).isEqualTo(path);
        });
    }

    @Test
    void aLineCostsItsListPriceTimesItsQuantityUnlessToldOtherwise() {
        var told = ToldOrders.order(ToldOrders.SHIRT, Changed.with(ToldOrders.BELT, "paid", new BigDecimal("12.00")));
        assertThat(amounts(Changed.with(told, "total", new BigDecimal("52.00")))
                        .sums()
                        .linesPaid())
                .containsExactly(Money.of("40.00", "EUR"), Money.of("12.00", "EUR"));
    }

    @Test
    void whereTheListPriceIsFinerThanACentWhatWasPaidMustBeTold() {
        var fine = Changed.with(ToldOrders.BELT, "unitPrice", new BigDecimal("8.2645"));
        refuses(ToldOrders.order(ToldOrders.SHIRT, fine), ErrorCode.REQUIRED, "lines.1.paid");
        var exact = Changed.with(fine, "quantity", 10_000);
        assertThat(amounts(ToldOrders.order(exact)).sums().linesPaid()).containsExactly(Money.of("82645.00", "EUR"));
    }

    @Test
    void whereOnlyThePartsOfTheTaxAreToldTheyAreTheWhole() {
        var lines = ToldOrders.order(
                Changed.with(ToldOrders.SHIRT, "tax", new BigDecimal("6.39")),
                Changed.with(ToldOrders.BELT, "tax", new BigDecimal("2.39")));
        assertThat(amounts(lines).sums().taxes()).isEqualTo(Money.of("8.78", "EUR"));
        var shipped = charged(charged(lines, "shipping", "4.90"), "shippingTax", "0.78");
        assertThat(amounts(shipped).sums().taxes()).isEqualTo(Money.of("9.56", "EUR"));
        assertThat(amounts(Changed.with(shipped, "taxes", new BigDecimal("9.00")))
                        .sums()
                        .taxes())
                .as("what is told of the whole holds")
                .isEqualTo(Money.of("9.00", "EUR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shipping", "paymentFee", "duties", "tips"})
    void aChargeThatIsNotToldAgainStays(String charge) {
        var before = charged(costing("58.00"), charge, "3.00");
        var silent = costing("58.00");
        assertThat(again(before, silent).sums().reconciles())
                .as(charge + " is part of the total still")
                .isTrue();
        assertThat(again(before, charged(costing("55.00"), charge, "0.00"))
                        .sums()
                        .reconciles())
                .isTrue();
    }

    @Test
    void shippingTaxThatWasToldHoldsWhileShippingAndTaxesAreTheSame() {
        var before = charged(charged(costing("59.90"), "shipping", "4.90"), "shippingTax", "0.78");
        var taxed = Changed.with(before, "taxes", new BigDecimal("9.56"));
        var silent = Changed.with(charged(costing("59.90"), "shipping", "4.90"), "taxes", new BigDecimal("9.56"));
        var same = again(taxed, silent);
        assertThat(same.charges().shippingTax()).isEqualTo(Money.of("0.78", "EUR"));
        assertThat(same.shippingTaxTold()).isTrue();
        var other = again(taxed, Changed.with(silent, "taxes", new BigDecimal("8.00")));
        assertThat(other.shippingTaxTold()).as("found out anew").isFalse();
    }

    @Test
    void aDiscountOfTheWholeOrderIsSharedOutByWhatTheLinesCost() {
        var told = Changed.with(costing("44.00"), "discount", new BigDecimal("11.00"));
        assertThat(amounts(told).sums().linesPaid())
                .containsExactly(Money.of("32.00", "EUR"), Money.of("12.00", "EUR"));
        assertThat(amounts(told).sums().reconciles()).isTrue();
    }

    @Test
    void aGiftCardBearsNothingOfADiscountWhileTheGoodsCan() {
        var card = Changed.with(ToldOrders.BELT, "giftCard", true);
        var told = ToldOrders.order(ToldOrders.SHIRT, card);
        assertThat(amounts(Changed.with(told, "discount", new BigDecimal("40.00")))
                        .sums()
                        .linesPaid())
                .containsExactly(Money.of("0.00", "EUR"), Money.of("15.00", "EUR"));
        assertThat(amounts(Changed.with(told, "discount", new BigDecimal("44.00")))
                        .sums()
                        .linesPaid())
                .as("more than the goods cost: then all bear it")
                .containsExactly(Money.of("8.00", "EUR"), Money.of("3.00", "EUR"));
    }

    @Test
    void aDiscountIsAtMostWhatTheLinesCost() {
        refuses(Changed.with(ToldOrders.order(), "discount", new BigDecimal("55.01")), ErrorCode.INVALID, "discount");
        assertThat(amounts(Changed.with(costing("0.00"), "discount", new BigDecimal("55.00")))
                        .sums()
                        .subtotal()
                        .isZero())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "subtotal, subtotal",
        "taxes, taxes",
        "total, total",
        "refundedOutside, refundedOutside",
        "discount, discount"
    })
    void anAmountThatTheCurrencyCannotExpressIsNamed(String field, String path) {
        refuses(Changed.with(ToldOrders.order(), field, new BigDecimal("1.001")), ErrorCode.INVALID, path);
    }

    @Test
    void anAmountOfALineThatTheCurrencyCannotExpressIsNamedWithItsPlace() {
        refuses(
                ToldOrders.order(ToldOrders.SHIRT, Changed.with(ToldOrders.BELT, "paid", new BigDecimal("1.001"))),
                ErrorCode.INVALID,
                "lines.1.paid");
        refuses(
                ToldOrders.order(Changed.with(ToldOrders.SHIRT, "tax", new BigDecimal("1.001"))),
                ErrorCode.INVALID,
                "lines.0.tax");
        refuses(charged(ToldOrders.order(), "shippingTax", "1.001"), ErrorCode.INVALID, "shippingTax");
    }
}
