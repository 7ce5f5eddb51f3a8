package app.retour.returns.record;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.CurrencyConversion;
import app.retour.kernel.Money;
import app.retour.rules.policy.Fee;
import app.retour.rules.policy.RefundMoment;
import app.retour.rules.policy.ReturnShipping;
import java.math.BigDecimal;
import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fee that is told before anything is sent: what the rules set, never more than the goods are worth. */
class FeeOfAnItemTests {
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Currency YEN = Currency.getInstance("JPY");

    private static @Nullable Money fee(ItemTerms.FeeKind kind, Fee.Per per, String value, Money worth, int units) {
        return terms(kind, per, value).feeOn(worth, units, new CurrencyConversion(EURO, EURO, null));
    }

    private static ItemTerms terms(ItemTerms.FeeKind kind, Fee.Per per, String value) {
        return new ItemTerms(
                false, kind, per, new BigDecimal(value), ReturnShipping.SHOPPER, RefundMoment.RECEIPT, 0, false);
    }

    @ParameterizedTest(name = "{0} {2} per {1} of {3} for {4} units: {5}")
    @CsvSource(
            nullValues = "-",
            value = {
                "NONE, ITEM, 9.00, 50.00, 2, -",
                "PERCENT, ITEM, 10, 50.00, 2, 5.00",
                "PERCENT, UNIT, 10, 50.00, 2, 5.00",
                "PERCENT, RETURN, 150, 50.00, 2, 50.00",
                "PERCENT, ITEM, 0, 50.00, 2, -",
                "PERCENT, ITEM, 0.001, 50.00, 2, -",
                "FLAT, ITEM, 7.50, 50.00, 2, 7.50",
                "FLAT, RETURN, 7.50, 50.00, 2, 7.50",
                "FLAT, UNIT, 7.50, 50.00, 2, 15.00",
                "FLAT, UNIT, 30.00, 50.00, 2, 50.00",
                "FLAT, ITEM, 0, 50.00, 2, -",
                "FLAT, ITEM, 7.50, 0.00, 2, 0.00",
            })
    void theFeeIsWhatTheRulesSay(
            ItemTerms.FeeKind kind, Fee.Per per, String value, String worth, int units, @Nullable String told) {
        assertThat(fee(kind, per, value, Money.of(worth, "EUR"), units))
                .isEqualTo(told == null ? null : Money.of(told, "EUR"));
    }

    @Property
    void aFeeIsNeverMoreThanTheGoodsAreWorth(
            @ForAll ItemTerms.FeeKind kind,
            @ForAll Fee.Per per,
            @ForAll @IntRange(max = 20_000) int value,
            @ForAll @IntRange(max = 50_000) int worth,
            @ForAll @IntRange(min = 1, max = 9) int units) {
        var goods = Money.ofMinorUnits(worth, EURO);
        var told = fee(kind, per, BigDecimal.valueOf(value, 2).toPlainString(), goods, units);
        if (told != null) {
            assertThat(told).isBetween(Money.zero(EURO), goods);
        }
    }

    @Test
    void aFlatFeeOfAnotherCurrencyIsBroughtOverByTheOrdersRate() {
        var euros = terms(ItemTerms.FeeKind.FLAT, Fee.Per.UNIT, "3.00");
        var worth = Money.of("10000", "JPY");
        assertThat(euros.feeOn(worth, 2, new CurrencyConversion(YEN, EURO, new BigDecimal("0.006"))))
                .isEqualTo(Money.of("1000", "JPY"));
        assertThat(euros.feeOn(worth, 2, new CurrencyConversion(YEN, EURO, null)))
                .as("without a rate it is told as it was set")
                .isEqualTo(Money.of("6.00", "EUR"));
        assertThat(terms(ItemTerms.FeeKind.FLAT, Fee.Per.UNIT, "0")
                        .feeOn(worth, 2, new CurrencyConversion(YEN, EURO, null)))
                .isNull();
    }

    @Test
    void whatIsWantedOfTheShopperChangesNothingElse() {
        var terms = terms(ItemTerms.FeeKind.FLAT, Fee.Per.ITEM, "3.00");
        var wanting = terms.wanting(2, true);
        assertThat(wanting.photosWanted()).isEqualTo(2);
        assertThat(wanting.commentWanted()).isTrue();
        assertThat(wanting.wanting(0, false)).isEqualTo(terms);
        assertThat(ItemTerms.plain(ReturnShipping.MERCHANT).fee(EURO)).isEqualTo(new Fee.Waived());
    }
}
