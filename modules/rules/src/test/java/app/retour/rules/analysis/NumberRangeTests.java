package app.retour.rules.analysis;

import static app.retour.rules.evaluation.RuleFixtures.EUR;
import static app.retour.rules.evaluation.RuleFixtures.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.retour.kernel.Money;
import app.retour.rules.vocabulary.CustomFact;
import app.retour.rules.vocabulary.Fact;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactType;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts that have an order as whole numbers, within what is ever judged. */
class NumberRangeTests {
    @ParameterizedTest
    @CsvSource({
        "ORDER_VALUE, 0, 99999999999900, 2",
        "RETURN_VALUE_LEFT, -99999999999900, 99999999999900, 2",
        "ITEM_QUANTITY, 1, 1000000000, 0",
        "RETURN_ITEM_COUNT, 1, 1000000000, 0",
        "ITEM_PHOTOS, 0, 1000000000, 0",
        "ITEM_DISCOUNT, 0, 10000, 2",
        "ORDER_DATE, 0, 84005, 0",
        "ITEM_FINAL_SALE, 0, 1, 0"
    })
    void eachFactHasItsEnds(FactName fact, long least, long most, int decimals) {
        var range = NumberRange.of(fact, EUR);
        assertThat(range.least()).isEqualTo(least);
        assertThat(range.most()).isEqualTo(most);
        assertThat(range.decimals()).isEqualTo(decimals);
    }

    @Test
    void whatMerchantsPushIsTakenAsItComes() {
        var share = NumberRange.of(own(FactType.PERCENT), EUR);
        assertThat(share.most()).isEqualTo(100_000_000);
        assertThat(share.ceiling(new FactValue.Quantity(new BigDecimal("12.345678"))))
                .isEqualTo(12_345_678);
        assertThat(NumberRange.of(own(FactType.MONEY), EUR).least()).isNegative();
        assertThat(share.usual()).isZero();
    }

    private static CustomFact own(FactType type) {
        return new CustomFact("custom.own", type, "own", "", CustomFact.Source.ORDER, "own", false, false);
    }

    @ParameterizedTest
    @CsvSource({"EUR, 2, 12.34, 1234", "JPY, 0, 12, 12", "KWD, 3, 12.345, 12345"})
    void anAmountCountsInTheCoinsOfItsCurrency(String code, int decimals, String amount, long number) {
        var currency = Currency.getInstance(code);
        var range = NumberRange.of(FactName.ORDER_VALUE, currency);
        var value = new FactValue.Amount(Money.of(amount, code));
        assertThat(range.decimals()).isEqualTo(decimals);
        assertThat(range.floor(value)).isEqualTo(number);
        assertThat(range.ceiling(value)).isEqualTo(number);
        assertThat(range.value(number)).isEqualTo(value);
    }

    @Test
    void anAmountOfAnotherCurrencyIsNoNumber() {
        var dollars = new FactValue.Amount(Money.of("1.00", "USD"));
        assertThat(NumberRange.of(FactName.ORDER_VALUE, EUR).floor(dollars)).isNull();
        assertThat(NumberRange.of(FactName.ORDER_VALUE, EUR).ceiling(dollars)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"12.34, 1234, 1234", "12.341, 1234, 1235", "12.349, 1234, 1235", "-5, -1, -1", "101, 10001, 10001"})
    void whatLiesBetweenTwoNumbersIsRoundedDownOrUpAndWhatLiesOutsideIsJustOutside(
            String percent, long floor, long ceiling) {
        var range = NumberRange.of(FactName.ITEM_DISCOUNT, EUR);
        var value = new FactValue.Quantity(new BigDecimal(percent));
        assertThat(range.floor(value)).isEqualTo(floor);
        assertThat(range.ceiling(value)).isEqualTo(ceiling);
    }

    @Test
    void daysAndFlagsAreNumbersTooTextsAreNot() {
        var day = new FactValue.Day(LocalDate.of(2026, 11, 30));
        var days = NumberRange.of(FactName.ORDER_DATE, EUR);
        assertThat(days.value(number(days, day))).isEqualTo(day);
        var flags = NumberRange.of(FactName.ITEM_FINAL_SALE, EUR);
        assertThat(flags.floor(new FactValue.Flag(true))).isOne();
        assertThat(flags.value(0)).isEqualTo(new FactValue.Flag(false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> days.floor(new FactValue.Text("soon")))
                .withMessageContaining("soon");
        assertThat(Arrays.stream(FactType.values()).filter(NumberRange::suits))
                .containsExactly(
                        FactType.COUNT,
                        FactType.DAYS,
                        FactType.GRAMS,
                        FactType.PERCENT,
                        FactType.MONEY,
                        FactType.DATE,
                        FactType.FLAG);
    }

    private static long number(NumberRange range, FactValue value) {
        var number = range.floor(value);
        assertThat(number).isNotNull().isEqualTo(range.ceiling(value));
        return number == null ? 0 : number;
    }

    @Test
    void whatPeopleInventBelongsTogether() {
        var facts = Facts.none();
        for (var name : FactName.values()) {
            if (NumberRange.suits(name.type())) {
                var range = NumberRange.of(name, EUR);
                facts = facts.with(name, range.value(Math.max(range.usual(), range.least())));
            }
        }
        assertThat(facts.get(FactName.ORDER_VALUE)).isEqualTo(eur("100.00"));
        var broken = FactConstraints.of(EUR).broken(facts);
        assertThat(broken).as("but for what is no number").isNotEmpty().allMatch(words -> words.endsWith("is unknown"));
    }

    @Property(tries = 300)
    void aNumberMadeAValueIsTheSameNumber(@ForAll @LongRange(max = 10_000) long number) {
        for (Fact fact : FactName.values()) {
            if (NumberRange.suits(fact.type()) && fact.type() != FactType.FLAG) {
                var range = NumberRange.of(fact, EUR);
                var within = Math.max(range.least(), number);
                assertThat(number(range, range.value(within))).isEqualTo(within);
            }
        }
    }

    @Property(tries = 300)
    void floorAndCeilingEncloseTheValue(@ForAll @BigRange(min = "0", max = "100") @Scale(5) BigDecimal percent) {
        var range = NumberRange.of(FactName.ITEM_DISCOUNT, EUR);
        var value = new FactValue.Quantity(percent);
        var below = ((FactValue.Quantity) range.value(number(range.floor(value)))).number();
        var above = ((FactValue.Quantity) range.value(number(range.ceiling(value)))).number();
        assertThat(below).isLessThanOrEqualTo(percent);
        assertThat(above).isGreaterThanOrEqualTo(percent);
        assertThat(above.subtract(below)).isLessThanOrEqualTo(new BigDecimal("0.01"));
    }

    private static long number(@Nullable Long number) {
        assertThat(number).isNotNull();
        return number == null ? 0 : number;
    }
}
