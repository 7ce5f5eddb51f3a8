package app.retour.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds of money whatever the amount and the currency. */
class MoneyLawsTests {
    private static final List<Currency> OF_0_2_AND_3_DIGITS =
            List.of(Currency.getInstance("JPY"), Currency.getInstance("EUR"), Currency.getInstance("KWD"));

    @Provide
    Arbitrary<Currency> currencies() {
        return Arbitraries.of(OF_0_2_AND_3_DIGITS);
    }

    @Property
    void theOrderOfAdditionDoesNotMatterAndTakingAwayUndoesIt(
            @ForAll("currencies") Currency currency, @ForAll int one, @ForAll int other, @ForAll int third) {
        var a = Money.ofMinorUnits(one, currency);
        var b = Money.ofMinorUnits(other, currency);
        var c = Money.ofMinorUnits(third, currency);
        assertThat(a.plus(b)).isEqualTo(b.plus(a));
        assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
        assertThat(a.plus(b).minus(b)).isEqualTo(a);
        assertThat(a.plus(a.negated())).isEqualTo(Money.zero(currency));
        assertThat(Money.sum(currency, List.of(a, b, c))).isEqualTo(a.plus(b).plus(c));
    }

    @Property
    void minorUnitsTellAnAmountExactly(@ForAll("currencies") Currency currency, @ForAll long units) {
        var money = Money.ofMinorUnits(units, currency);
        assertThat(money.minorUnits()).isEqualTo(units);
        assertThat(new Money(money.amount(), currency)).isEqualTo(money);
        assertThat(money.amount().scale()).isEqualTo(currency.getDefaultFractionDigits());
    }

    @Property
    void soManyPiecesCostAsMuchAsOneAddedUp(
            @ForAll("currencies") Currency currency, @ForAll int units, @ForAll @IntRange(max = 30) int pieces) {
        var price = Money.ofMinorUnits(units, currency);
        var added = Money.sum(currency, Collections.nCopies(pieces, price));
        assertThat(price.times(pieces)).isEqualTo(added);
    }

    @Property
    void ofTwoAmountsOneIsTheLeastAndOneTheMost(@ForAll int one, @ForAll int other) {
        var a = euros(one);
        var b = euros(other);
        assertThat(a.min(b).plus(a.max(b))).isEqualTo(a.plus(b));
        assertThat(a.min(b)).isLessThanOrEqualTo(a.max(b));
        assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
    }

    @Property
    void anAmountIsAboveZeroOrBelowItOrZero(@ForAll int units) {
        var money = euros(units);
        assertThat(Stream.of(money.isPositive(), money.isZero(), money.isNegative())
                        .filter(is -> is))
                .hasSize(1);
        assertThat(money.isPositive()).isEqualTo(money.negated().isNegative());
    }

    /** A fee of 15 % taken and a fee of 15 % given back are the same amount. */
    @Property
    void aShareOfADebtIsTheSameShareOfACredit(@ForAll int units, @ForAll @IntRange(max = 200) int percent) {
        var rate = BigDecimal.valueOf(percent);
        assertThat(euros(units).negated().percent(rate))
                .isEqualTo(euros(units).percent(rate).negated());
    }

    @Property
    void aShareStraysFromTheExactOneByHalfAMinorUnitAtMost(
            @ForAll("currencies") Currency currency,
            @ForAll int units,
            @ForAll @IntRange(max = 10_000) int basisPoints) {
        var rate = BigDecimal.valueOf(basisPoints, 2);
        var money = Money.ofMinorUnits(units, currency);
        var exact = money.amount().multiply(rate).movePointLeft(2);
        var half = Money.ofMinorUnits(1, currency).amount().divide(BigDecimal.TWO);
        assertThat(money.percent(rate).amount().subtract(exact).abs()).isLessThanOrEqualTo(half);
    }

    @Property
    void whatIsSharedOutIsSharedLikeItsOpposite(
            @ForAll int units, @ForAll @Size(min = 1, max = 9) List<@IntRange(max = 900) Integer> weights) {
        var shares = decimals(weights);
        assertThat(euros(units).negated().allocate(shares))
                .isEqualTo(euros(units).allocate(shares).stream()
                        .map(Money::negated)
                        .toList());
    }

    @Property
    void weightsAreProportions(
            @ForAll int units,
            @ForAll @Size(min = 1, max = 9) List<@IntRange(max = 900) Integer> weights,
            @ForAll @IntRange(min = 1, max = 50) int factor) {
        var larger = weights.stream().map(weight -> weight * factor).toList();
        assertThat(euros(units).allocate(decimals(larger)))
                .isEqualTo(euros(units).allocate(decimals(weights)));
    }

    @Property
    void aLargerWeightNeverGetsLess(
            @ForAll @IntRange(min = 0) int units,
            @ForAll @Size(min = 2, max = 9) List<@IntRange(max = 900) Integer> weights) {
        var parts = euros(units).allocate(decimals(weights));
        for (var i = 0; i < parts.size(); i++) {
            for (var j = 0; j < parts.size(); j++) {
                if (weights.get(i) > weights.get(j)) {
                    assertThat(parts.get(i)).isGreaterThanOrEqualTo(parts.get(j));
                }
            }
        }
    }

    @Property
    void whatWeighsNothingGetsNothingBesideWhatWeighsSomething(@ForAll int units) {
        assertThat(euros(units).allocate(decimals(List.of(0, 7, 0)))).containsExactly(euros(0), euros(units), euros(0));
    }

    private static Money euros(long cents) {
        return Money.ofMinorUnits(cents, Currency.getInstance("EUR"));
    }

    private static List<BigDecimal> decimals(List<Integer> weights) {
        return weights.stream().map(BigDecimal::valueOf).toList();
    }
}
