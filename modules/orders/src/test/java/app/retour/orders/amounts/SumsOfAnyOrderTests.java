package app.retour.orders.amounts;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sums of any order: its parts are its whole, and nobody bears tax that is not there. */
class SumsOfAnyOrderTests {
    private static final Currency EUR = Currency.getInstance("EUR");

    private static Money cents(long cents) {
        return Money.ofMinorUnits(cents, EUR);
    }

    @Provide
    Arbitrary<List<OrderSums.Line>> lines() {
        var paid = Arbitraries.integers().between(0, 20_000);
        var tax = Arbitraries.integers().between(0, 400).injectNull(0.6);
        var rate = Arbitraries.of("0", "7", "19", "25.5").injectNull(0.5);
        return Combinators.combine(paid, tax, rate)
                .as((cost, own, percent) -> new OrderSums.Line(
                        cents(cost), own == null ? null : cents(own), percent == null ? null : new BigDecimal(percent)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Property
    void theTaxesAreSharedOutToTheLastCentOrWhatIsLeftIsTold(
            @ForAll("lines") List<OrderSums.Line> lines,
            @ForAll @IntRange(max = 2_000) int shipping,
            @ForAll @IntRange(max = 5_000) int taxes,
            @ForAll boolean onTop) {
        var shares = TaxShares.of(lines, new OrderSums.Shipping(cents(shipping), null), cents(taxes), onTop);
        var shared = Money.sum(EUR, shares.lines()).plus(shares.shipping()).plus(shares.rest());
        assertThat(shared).isEqualTo(cents(taxes));
        assertThat(shares.lines()).hasSameSizeAs(lines).noneMatch(Money::isNegative);
        assertThat(shares.shipping().isNegative()).isFalse();
    }

    @Property
    void whatALineSaysOfItsTaxHolds(
            @ForAll("lines") List<OrderSums.Line> lines, @ForAll @IntRange(max = 5_000) int taxes) {
        var shares = TaxShares.of(lines, new OrderSums.Shipping(cents(490), cents(78)), cents(taxes), false);
        assertThat(shares.shipping()).isEqualTo(cents(78));
        for (var i = 0; i < lines.size(); i++) {
            if (lines.get(i).tax() != null) {
                assertThat(shares.lines().get(i)).isEqualTo(lines.get(i).tax());
            }
        }
    }

    @Property
    void whereTheTotalIsTheSumOfItsPartsTheModeIsFoundAndElseNot(
            @ForAll("lines") List<OrderSums.Line> lines,
            @ForAll @IntRange(max = 2_000) int shipping,
            @ForAll @IntRange(min = 1, max = 5_000) int taxes,
            @ForAll @IntRange(min = -50, max = 50) int off) {
        var goods = Money.sum(EUR, lines.stream().map(OrderSums.Line::paid).toList());
        var beforeTax = goods.plus(cents(shipping));
        for (var mode : List.of(TaxMode.INCLUDED, TaxMode.EXCLUDED)) {
            var total = mode == TaxMode.INCLUDED ? beforeTax : beforeTax.plus(cents(taxes));
            assertThat(mode(lines, shipping, taxes, total)).isEqualTo(mode);
            var wrong = total.plus(cents(off));
            var fits = wrong.equals(beforeTax) || wrong.equals(beforeTax.plus(cents(taxes)));
            assertThat(mode(lines, shipping, taxes, wrong) != TaxMode.UNKNOWN).isEqualTo(fits);
        }
    }

    private static TaxMode mode(List<OrderSums.Line> lines, int shipping, int taxes, Money total) {
        return check(lines, shipping, taxes, total, null).taxMode();
    }

    private static OrderSums check(
            List<OrderSums.Line> lines, int shipping, int taxes, Money total, @Nullable TaxMode told) {
        return OrderSums.check(
                lines,
                null,
                new OrderSums.Shipping(cents(shipping), null),
                cents(taxes),
                cents(0),
                cents(0),
                total,
                told);
    }

    @Property
    void sumsOfWhichTheModeIsUnknownNeverReconcile(
            @ForAll("lines") List<OrderSums.Line> lines,
            @ForAll @IntRange(max = 90_000) int total,
            @ForAll @IntRange(max = 900) int taxes) {
        var sums = check(lines, 490, taxes, cents(total), null);
        assertThat(sums.reconciles() && sums.taxMode() == TaxMode.UNKNOWN).isFalse();
        assertThat(sums.linesPaid())
                .isEqualTo(lines.stream().map(OrderSums.Line::paid).toList());
    }

    @Test
    void taxOfARateIsTheTaxOfThatRate() {
        var lines = List.of(
                new OrderSums.Line(cents(11_900), null, new BigDecimal("19")),
                new OrderSums.Line(cents(10_700), null, new BigDecimal("7")));
        var shares = TaxShares.of(lines, new OrderSums.Shipping(cents(0), null), cents(2_600), false);
        assertThat(shares.lines()).containsExactly(cents(1_900), cents(700));
        assertThat(shares.rest().isZero()).isTrue();
    }

    @Test
    void whatNothingBearsIsLeftOver() {
        var free = List.of(new OrderSums.Line(cents(0), null, null));
        var shares = TaxShares.of(free, new OrderSums.Shipping(cents(0), null), cents(500), true);
        assertThat(shares.rest()).isEqualTo(cents(500));
        assertThat(check(free, 0, 500, cents(500), null).reconciles()).isFalse();
    }
}
