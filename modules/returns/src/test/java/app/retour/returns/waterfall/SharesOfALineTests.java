package app.retour.returns.waterfall;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What units of a line are owed beside others of it: no more of them than were bought, and the last brings the rest. */
class SharesOfALineTests {
    private static final Currency EURO = Currency.getInstance("EUR");

    private static Money cents(long amount) {
        return Money.ofMinorUnits(amount, EURO);
    }

    private static LineShares shares(long gross, int units, int elsewhere, long given, int otherwise) {
        return new LineShares(
                new Taxed(cents(gross), cents(gross / 10)),
                units,
                new UnitsGiven(elsewhere, cents(given), cents(given / 10), cents(0), cents(0)),
                otherwise);
    }

    @ParameterizedTest(name = "of {0}, {1} given elsewhere and {2} otherwise, after {3}: of {4} are owed {5}")
    @CsvSource({
        "5, 0, 0, 0, 9, 5",
        "5, 1, 0, 0, 9, 4",
        "5, 0, 1, 0, 9, 4",
        "5, 1, 1, 1, 9, 2",
        "5, 0, 0, 2, 2, 2",
        "5, 3, 2, 0, 1, 0",
        "5, 4, 4, 0, 1, 0",
    })
    void noMoreUnitsAreOwedThanWereBought(int units, int elsewhere, int otherwise, int after, int of, int owed) {
        assertThat(shares(1000, units, elsewhere, 0, otherwise).owedAfter(after, of))
                .isEqualTo(owed);
    }

    @Test
    void unitsGivenElsewhereTookTheFirstShares() {
        assertThat(shares(1000, 3, 1, 334, 0).ofFirst(1).gross()).isEqualTo(cents(333));
        assertThat(shares(1000, 3, 1, 300, 0).ofFirst(1).gross())
                .as("what they got less is made up for")
                .isEqualTo(cents(367));
        assertThat(shares(1000, 3, 1, 900, 0).ofFirst(1).gross())
                .as("never below nothing")
                .isEqualTo(cents(0));
    }

    @Test
    void unitsAtAnotherPriceLeaveTheirSharesAlone() {
        assertThat(shares(900, 3, 0, 0, 1).ofFirst(3).gross()).isEqualTo(cents(600));
        assertThat(shares(900, 3, 0, 0, 3).ofFirst(3).gross()).isEqualTo(cents(0));
        assertThat(shares(900, 3, 0, 0, 4).ofFirst(3).gross()).isEqualTo(cents(0));
    }

    @Property
    void theLastUnitBringsTheWholeLine(
            @ForAll @IntRange(max = 9999) int gross,
            @ForAll @IntRange(min = 1, max = 9) int units,
            @ForAll @IntRange(max = 8) int elsewhere) {
        var taken = Math.min(elsewhere, units);
        var given = new UnitShares(cents(gross), units).ofFirst(taken);
        var rest = shares(gross, units, taken, given.minorUnits(), 0);
        assertThat(rest.ofFirst(units - taken).gross().plus(given)).isEqualTo(cents(gross));
        assertThat(rest.ofFirst(0).gross()).isEqualTo(cents(0));
    }
}
