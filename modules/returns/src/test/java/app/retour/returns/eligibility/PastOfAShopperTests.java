package app.retour.returns.eligibility;

import static app.retour.returns.eligibility.ShopperPast.NINETY_DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.orders.shoppers.ShopperHistory;
import app.retour.returns.settings.AutomaticApprovals;
import java.math.BigDecimal;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of whoever asks: a number only where all of it was counted, else nothing. */
class PastOfAShopperTests {
    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");

    private static ShopperPast past(@Nullable ShopperHistory history, int returns, int units) {
        return new ShopperPast(null, history, returns, units, new AutomaticApprovals(0, null));
    }

    private static ShopperHistory complete(@Nullable Instant since) {
        return new ShopperHistory(since, null, null, null);
    }

    private static ShopperPast bought(@Nullable Integer units, int returned) {
        return past(new ShopperHistory(null, null, null, units), 0, returned);
    }

    @Test
    void returnsOfNinetyDaysAreKnownWhereNinetyDaysAreKnown() {
        var edge = NOW.minus(NINETY_DAYS);
        assertThat(past(complete(edge), 3, 0).knownReturnsIn90Days(NOW)).isEqualTo(3);
        assertThat(past(complete(edge.plusMillis(1)), 3, 0).knownReturnsIn90Days(NOW))
                .isNull();
        assertThat(past(complete(null), 3, 0).knownReturnsIn90Days(NOW)).isNull();
        assertThat(past(null, 3, 0).knownReturnsIn90Days(NOW)).isNull();
    }

    @ParameterizedTest(name = "{1} of {0} units: {2} %")
    @CsvSource({"4, 1, 25.00", "3, 1, 33.33", "3, 2, 66.67", "1, 0, 0.00", "2, 3, 100"})
    void theReturnRateIsAPercentageOfUnits(int bought, int returned, BigDecimal rate) {
        assertThat(bought(bought, returned).returnRate()).isEqualTo(rate);
    }

    @Test
    void thereIsNoRateOfNothingBought() {
        assertThat(bought(0, 0).returnRate()).isNull();
        assertThat(bought(null, 2).returnRate()).isNull();
        assertThat(past(null, 0, 2).returnRate()).isNull();
    }

    @Property
    void theRateRisesWithWhatComesBackAndStaysWithinAHundred(
            @ForAll @IntRange(min = 1, max = 500) int bought, @ForAll @IntRange(max = 600) int returned) {
        var rate = bought(bought, returned).returnRate();
        assertThat(rate).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
        assertThat(bought(bought, returned + 1).returnRate()).isGreaterThanOrEqualTo(rate);
    }

    @Test
    void theOrderAtHandIsTheFirstWhereItIsTheOnlyOneOfALife() {
        assertThat(past(new ShopperHistory(null, 1, null, null), 0, 0).firstOrder())
                .isTrue();
        assertThat(past(new ShopperHistory(null, 0, null, null), 0, 0).firstOrder())
                .isTrue();
        assertThat(past(new ShopperHistory(null, 2, null, null), 0, 0).firstOrder())
                .isFalse();
        assertThat(past(ShopperHistory.UNKNOWN, 0, 0).firstOrder()).isNull();
        assertThat(past(null, 0, 0).firstOrder()).isNull();
    }
}
