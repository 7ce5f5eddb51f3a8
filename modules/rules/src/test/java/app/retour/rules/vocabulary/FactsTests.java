package app.retour.rules.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.retour.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of an item; what nobody says is unknown. */
class FactsTests {
    private static final CustomFact TIER =
            new CustomFact("custom.tier", FactType.TEXT, "tier", "", CustomFact.Source.SHOPPER, "tier", false, false);

    @ParameterizedTest
    @EnumSource(FactName.class)
    void atFirstNothingIsKnown(FactName name) {
        assertThat(Facts.none().get(name).isKnown()).isFalse();
    }

    @Test
    void whatNobodySaysStaysUnknown() {
        var facts = Facts.none()
                .text(FactName.ITEM_SKU, null)
                .choice(FactName.ITEM_REASON_GROUP, null)
                .texts(FactName.ITEM_TAGS, null)
                .number(FactName.ITEM_QUANTITY, null)
                .percent(FactName.ITEM_DISCOUNT, null)
                .money(FactName.ORDER_VALUE, null)
                .date(FactName.ORDER_DATE, null)
                .flag(FactName.ITEM_FINAL_SALE, null);
        assertThat(facts).isEqualTo(Facts.none());
    }

    @Test
    void whatIsSaidIsKnownInItsType() {
        var money = Money.of("12.50", "EUR");
        var day = LocalDate.of(2026, 11, 30);
        var facts = Facts.none()
                .text(FactName.ITEM_SKU, "A-1")
                .choice(FactName.ITEM_REASON_GROUP, ReasonGroup.SIZE)
                .texts(FactName.ITEM_TAGS, List.of("shoe", "red"))
                .number(FactName.ITEM_QUANTITY, 2)
                .percent(FactName.ITEM_DISCOUNT, new BigDecimal("12.5"))
                .money(FactName.ORDER_VALUE, money)
                .date(FactName.ORDER_DATE, day)
                .flag(FactName.ITEM_FINAL_SALE, false);
        assertThat(facts.get(FactName.ITEM_SKU)).isEqualTo(new FactValue.Text("A-1"));
        assertThat(facts.get(FactName.ITEM_REASON_GROUP)).isEqualTo(new FactValue.Text("SIZE"));
        assertThat(facts.get(FactName.ITEM_TAGS)).isEqualTo(new FactValue.Texts(List.of("shoe", "red")));
        assertThat(facts.get(FactName.ITEM_QUANTITY)).isEqualTo(new FactValue.Quantity(BigDecimal.TWO));
        assertThat(facts.get(FactName.ITEM_DISCOUNT)).isEqualTo(new FactValue.Quantity(new BigDecimal("12.5")));
        assertThat(facts.get(FactName.ORDER_VALUE)).isEqualTo(new FactValue.Amount(money));
        assertThat(facts.get(FactName.ORDER_DATE)).isEqualTo(new FactValue.Day(day));
        assertThat(facts.get(FactName.ITEM_FINAL_SALE)).isEqualTo(new FactValue.Flag(false));
    }

    @Test
    void aFactSaidAgainReplacesAndNullForgets() {
        var facts = Facts.none().text(FactName.ITEM_SKU, "A-1").text(FactName.ITEM_SKU, "B-2");
        assertThat(facts.get(FactName.ITEM_SKU)).isEqualTo(new FactValue.Text("B-2"));
        assertThat(facts.text(FactName.ITEM_SKU, null)).isEqualTo(Facts.none());
    }

    @Test
    void factsNeverChangeUnderWhoeverHoldsThem() {
        var before = Facts.none().text(FactName.ITEM_SKU, "A-1").with(TIER, new FactValue.Text("gold"));
        var after = before.text(FactName.ITEM_SKU, "B-2").with(TIER, FactValue.UNKNOWN);
        assertThat(before.get(FactName.ITEM_SKU)).isEqualTo(new FactValue.Text("A-1"));
        assertThat(before.get(TIER)).isEqualTo(new FactValue.Text("gold"));
        assertThat(after.get(TIER).isKnown()).isFalse();
    }

    @Test
    void aValueOfAnotherTypeIsAMistakeOfTheCaller() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Facts.none().with(FactName.ITEM_SKU, new FactValue.Flag(true)))
                .withMessageContaining("item.sku");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Facts.none().with(TIER, new FactValue.Flag(true)))
                .withMessageContaining("custom.tier is a TEXT");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Facts.of(Map.of(FactName.ORDER_VALUE, new FactValue.Text("100"))));
    }

    @Test
    void aChoiceIsOneOfItsOptions() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Facts.none().text(FactName.ITEM_REASON_GROUP, "size"))
                .withMessageContaining("item.reasonGroup");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Facts.none().texts(FactName.ORDER_TENDERS, List.of("CARD", "COWRIES")));
        assertThat(Facts.none()
                        .texts(FactName.ORDER_TENDERS, List.of("CARD"))
                        .get(FactName.ORDER_TENDERS)
                        .isKnown())
                .isTrue();
    }

    @Test
    void thoseOfTheSecondWinWhereBothKnowAFact() {
        var these = Facts.none()
                .text(FactName.ITEM_SKU, "A-1")
                .number(FactName.ITEM_QUANTITY, 1)
                .with(TIER, new FactValue.Text("gold"));
        var those = Facts.none().text(FactName.ITEM_SKU, "B-2").withCustom("custom.points", new FactValue.Text("7"));
        var both = these.and(those);
        assertThat(both.get(FactName.ITEM_SKU)).isEqualTo(new FactValue.Text("B-2"));
        assertThat(both.get(FactName.ITEM_QUANTITY)).isEqualTo(new FactValue.Quantity(BigDecimal.ONE));
        assertThat(both.custom()).containsOnlyKeys("custom.points", "custom.tier");
        assertThat(those.and(Facts.none())).isEqualTo(those);
        assertThat(Facts.none().and(these)).isEqualTo(these);
    }

    @Test
    void whatWasStoredComesBackHouseFactsAndOwnOnesAlike() {
        var stored =
                Facts.stored(Map.of(FactName.ITEM_SKU, new FactValue.Text("A-1"), TIER, new FactValue.Text("gold")));
        assertThat(stored)
                .isEqualTo(Facts.none().text(FactName.ITEM_SKU, "A-1").with((Fact) TIER, new FactValue.Text("gold")));
        assertThat(stored.hashCode())
                .isEqualTo(Facts.none()
                        .text(FactName.ITEM_SKU, "A-1")
                        .with((Fact) TIER, new FactValue.Text("gold"))
                        .hashCode());
    }

    @Test
    void factsThatDifferInOneValueAreNotTheSame() {
        var facts = Facts.none().text(FactName.ITEM_SKU, "A-1");
        assertThat(facts).isNotEqualTo(Facts.none());
        assertThat(facts).isNotEqualTo(facts.with(TIER, new FactValue.Text("gold")));
        assertThat(facts.toString()).contains("ITEM_SKU", "A-1");
    }

    @Test
    @SuppressWarnings("EnumOrdinal")
    void codesAreMadeOnceForACurrencyAndAnewForAnother() {
        var facts = Facts.none().money(FactName.ORDER_VALUE, Money.of("10.00", "EUR"));
        var euro = Currency.getInstance("EUR");
        var value = FactName.ORDER_VALUE.ordinal();
        assertThat(facts.coded(euro)).isSameAs(facts.coded(euro));
        var dollars = Currency.getInstance("USD");
        assertThat(facts.coded(dollars).code(value)).isEqualTo(CodedFacts.ELSEWHERE);
        assertThat(facts.coded(dollars)).isSameAs(facts.coded(dollars));
        assertThat(facts.coded(euro).code(value)).isEqualTo(1_000);
    }

    /** Ways to write 50, all of them the same number in the same words. */
    @ParameterizedTest
    @ValueSource(strings = {"50", "5E+1", "50.0", "50.00", "500E-1", "0.5E+2"})
    void aNumberIsTheSameHoweverItIsWritten(String written) {
        var number = new FactValue.Quantity(new BigDecimal(written));
        assertThat(number).isEqualTo(new FactValue.Quantity(BigDecimal.valueOf(50)));
        assertThat(number).hasSameHashCodeAs(new FactValue.Quantity(BigDecimal.valueOf(50)));
        assertThat(number.number()).hasToString("50");
    }

    /** A number of which nobody could write the digits stays what it is. */
    @ParameterizedTest
    @ValueSource(strings = {"1E+1000000", "1E+2147483647", "12345678901234567890123", "1E+18", "1000000000000000000"})
    void aNumberTooLargeForCodesIsTheSameToo(String written) {
        var number = new FactValue.Quantity(new BigDecimal(written));
        assertThat(number.number()).isEqualByComparingTo(new BigDecimal(written));
        assertThat(number).isEqualTo(new FactValue.Quantity(new BigDecimal(written).stripTrailingZeros()));
        assertThat(number.number().unscaledValue().bitLength()).isLessThan(80);
        assertThat(CodedFacts.number(FactName.ITEM_DISCOUNT, number, Currency.getInstance("EUR")))
                .isNull();
    }

    @Test
    void anOptionHasItsPlaceAndWhatIsNoneHasNone() {
        assertThat(FactName.LEGAL_BASIS.place("WITHDRAWAL")).isZero();
        assertThat(FactName.LEGAL_BASIS.place("GOODWILL")).isEqualTo(2);
        assertThat(FactName.LEGAL_BASIS.place("goodwill")).isNegative();
        assertThat(FactName.LEGAL_BASIS.offers("GOODWILL")).isTrue();
        assertThat(FactName.ITEM_SKU.offers("GOODWILL")).isFalse();
    }

    @Test
    void whatTheSecondForgotTheFirstStillKnows() {
        var these = Facts.none().text(FactName.ITEM_SKU, "A-1").number(FactName.ITEM_QUANTITY, 1);
        assertThat(these.and(these.text(FactName.ITEM_SKU, null))).isEqualTo(these);
        assertThat(Facts.stored(Map.of(FactName.ITEM_SKU, FactValue.UNKNOWN))).isEqualTo(Facts.none());
    }

    @Test
    void aListOfTextsCannotBeChangedFromOutside() {
        var tags = Arrays.asList("a", "b");
        var facts = Facts.none().texts(FactName.ITEM_TAGS, tags);
        tags.set(0, "c");
        assertThat(facts.get(FactName.ITEM_TAGS)).isEqualTo(new FactValue.Texts(List.of("a", "b")));
        var known = ((FactValue.Texts) facts.get(FactName.ITEM_TAGS)).texts();
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> known.set(0, "c"));
    }
}
