package app.retour.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Amounts of the shop in the order's currency, and back. */
class ConversionLawsTests {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency USD = Currency.getInstance("USD");

    @Property
    void thereAndBackStraysByNoMoreThanWhatOneRoundingIsWorth(
            @ForAll @IntRange(min = 0, max = 100_000_000) int cents,
            @ForAll @IntRange(min = 1_000, max = 1_000_000) int rate) {
        var told = conversion(rate);
        var set = new ShopAmount(Money.ofMinorUnits(cents, EUR));
        var back = told.toOrder(set).flatMap(told::toShop).orElseThrow();
        var strayed = Math.abs(back.money().minorUnits() - set.money().minorUnits());
        // Half a cent of the order's, at the rate, and half a cent of the shop's.
        assertThat((double) strayed).isLessThanOrEqualTo(rate / 10_000.0 / 2 + 0.5);
    }

    @Property
    void theLargerFeeStaysTheLarger(
            @ForAll @IntRange(min = 0) int one,
            @ForAll @IntRange(min = 0) int other,
            @ForAll @IntRange(min = 1, max = 1_000_000) int rate) {
        var told = conversion(rate);
        var least = Math.min(one, other);
        var most = Math.max(one, other);
        assertThat(toOrder(told, least)).isLessThanOrEqualTo(toOrder(told, most));
        assertThat(toOrder(told, 0).isZero()).isTrue();
    }

    @Property
    void aShopsAmountIsTheNearestItsCurrencyHas(@ForAll int tenthOfCents) {
        var told = BigDecimal.valueOf(tenthOfCents, 3);
        var amount = ShopAmount.of(told, EUR);
        assertThat(amount.money().amount().subtract(told).abs()).isLessThanOrEqualTo(new BigDecimal("0.005"));
        assertThat(amount.currency()).isEqualTo(EUR);
    }

    @Test
    void amountsOfTheShopAreAddedAndComparedAmongThemselves() {
        var fee = ShopAmount.of(new BigDecimal("4.90"), EUR);
        var more = ShopAmount.of(new BigDecimal("10"), EUR);
        assertThat(fee.plus(more)).isEqualTo(ShopAmount.of(new BigDecimal("14.90"), EUR));
        assertThat(fee).isLessThan(more).hasToString("€4.90");
        assertThat(fee.isPositive()).isTrue();
        assertThat(ShopAmount.of(new BigDecimal("0.004"), EUR).isPositive()).isFalse();
    }

    private static Money toOrder(CurrencyConversion told, int cents) {
        return told.toOrder(new ShopAmount(Money.ofMinorUnits(cents, EUR))).orElseThrow();
    }

    private static CurrencyConversion conversion(int tenThousandths) {
        return new CurrencyConversion(USD, EUR, BigDecimal.valueOf(tenThousandths, 4));
    }
}
