package app.retour.rules.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts as whole numbers: what differs in the code differs, what is the same has the same code. */
class CodedFactsTests {
    private static final Currency EUR = Currency.getInstance("EUR");

    @ParameterizedTest
    @CsvSource({"EUR, 49.90, 4990", "JPY, 4990, 4990", "KWD, 1.234, 1234", "EUR, -0.01, -1", "EUR, 0.00, 0"})
    void anAmountIsItsMinorUnits(String currency, String amount, long code) {
        var facts = Facts.none().money(FactName.ORDER_VALUE, Money.of(amount, currency));
        assertThat(code(facts, FactName.ORDER_VALUE, Currency.getInstance(currency)))
                .isEqualTo(code);
    }

    @Test
    void anAmountOfAnotherCurrencyIsSaidElsewhere() {
        var facts = Facts.none().money(FactName.ORDER_VALUE, Money.of("49.90", "USD"));
        assertThat(code(facts, FactName.ORDER_VALUE, EUR)).isEqualTo(CodedFacts.ELSEWHERE);
        assertThat(CodedFacts.number(FactName.ORDER_VALUE, facts.get(FactName.ORDER_VALUE), EUR))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 500000",
        "100, 100000000",
        "0.000001, 1",
        "0.0000001, ",
        "9223372036854.775806, 9223372036854775806",
        "9223372036854.775807, ",
        "-9223372036854.775807, ",
        "-9223372036854.775806, -9223372036854775806",
        "99999999999999, "
    })
    void aNumberIsItsMillionthsOrSaidElsewhereWhereThatIsNoWholeNumber(String number, @Nullable Long code) {
        assertThat(CodedFacts.number(FactName.ITEM_DISCOUNT, new FactValue.Quantity(new BigDecimal(number)), EUR))
                .isEqualTo(code);
    }

    @Test
    void aFlagIsZeroOrOneADayCountsFrom1970AnOptionIsItsPlace() {
        var facts = Facts.none()
                .flag(FactName.ITEM_FINAL_SALE, true)
                .flag(FactName.ITEM_GIFT_CARD, false)
                .date(FactName.ORDER_DATE, LocalDate.of(1970, 1, 2))
                .choice(FactName.ITEM_REASON_GROUP, ReasonGroup.SIZE)
                .choice(FactName.LEGAL_BASIS, LegalBasis.GOODWILL);
        assertThat(code(facts, FactName.ITEM_FINAL_SALE, EUR)).isOne();
        assertThat(code(facts, FactName.ITEM_GIFT_CARD, EUR)).isZero();
        assertThat(code(facts, FactName.ORDER_DATE, EUR)).isOne();
        assertThat(code(facts, FactName.ITEM_REASON_GROUP, EUR)).isZero();
        assertThat(code(facts, FactName.LEGAL_BASIS, EUR)).isEqualTo(2);
    }

    @Test
    void anOptionThatIsNoneHasNoNumber() {
        assertThat(CodedFacts.number(FactName.ITEM_REASON_GROUP, new FactValue.Text("LATE"), EUR))
                .isNull();
        assertThat(CodedFacts.number(FactName.ITEM_TAGS, new FactValue.Texts(List.of()), EUR))
                .isNull();
        assertThat(CodedFacts.number(FactName.ITEM_TAGS, FactValue.UNKNOWN, EUR))
                .isNull();
    }

    @Test
    void whatIsUnknownSaysSoAndOwnFactsAreAlwaysElsewhere() {
        var coded = CodedFacts.of(Facts.none(), EUR);
        assertThat(coded.code(slot(FactName.ITEM_SKU))).isEqualTo(CodedFacts.UNKNOWN);
        assertThat(coded.code(CodedFacts.OWN)).isEqualTo(CodedFacts.ELSEWHERE);
    }

    @Test
    void aTextIsFoldedBesideItsCode() {
        var coded = CodedFacts.of(Facts.none().text(FactName.ITEM_SKU, " A-1 "), EUR);
        assertThat(coded.text(slot(FactName.ITEM_SKU))).isEqualTo("a-1");
        assertThat(coded.code(slot(FactName.ITEM_SKU))).isEqualTo(CodedFacts.code("a-1"));
    }

    @Test
    void aListIsFoldedAndNamesEachOfItsTextsOnce() {
        var coded = CodedFacts.of(Facts.none().texts(FactName.ITEM_TAGS, List.of("Red", "red ", "blue")), EUR);
        assertThat(coded.list(slot(FactName.ITEM_TAGS))).isEqualTo(List.of("red", "blue"));
        assertThat(CodedFacts.of(Facts.none().texts(FactName.ITEM_TAGS, List.of()), EUR)
                        .code(slot(FactName.ITEM_TAGS)))
                .isZero();
        var one = CodedFacts.of(Facts.none().texts(FactName.ITEM_TAGS, List.of("Red ")), EUR);
        assertThat(one.list(slot(FactName.ITEM_TAGS))).isEqualTo(List.of("red"));
        assertThat(one.code(slot(FactName.ITEM_TAGS))).isEqualTo(CodedFacts.bits(List.of("red")));
    }

    @Test
    void aBlankOneIsFilledAndForgetsValueByValue() {
        var coded = CodedFacts.blank(EUR);
        var slot = slot(FactName.ITEM_QUANTITY);
        coded.putNumber(slot, 7);
        assertThat(coded.code(slot)).isEqualTo(7);
        coded.forget(slot);
        assertThat(coded.code(slot)).isEqualTo(CodedFacts.UNKNOWN);
        coded.putText(slot(FactName.ITEM_SKU), "a");
        coded.putList(slot(FactName.ITEM_TAGS), List.of("a", "b"));
        assertThat(coded.text(slot(FactName.ITEM_SKU))).isEqualTo("a");
        assertThat(coded.code(slot(FactName.ITEM_TAGS))).isEqualTo(CodedFacts.bits(List.of("a", "b")));
        assertThat(coded.list(slot(FactName.ITEM_TAGS))).isEqualTo(List.of("a", "b"));
    }

    @Test
    void whatOneReadsMoreCloselyIsFoldedThoughNobodyAskedForItsCode() {
        var facts = Facts.none()
                .text(FactName.ITEM_SKU, " A-1 ")
                .text(FactName.ITEM_VENDOR, "nord")
                .texts(FactName.ITEM_TAGS, List.of("Red", "RED", "blue"))
                .texts(FactName.ORDER_TAGS, List.of("gift"));
        var coded = CodedFacts.of(facts, EUR);
        assertThat(coded.text(slot(FactName.ITEM_SKU))).isEqualTo("a-1");
        assertThat(coded.list(slot(FactName.ITEM_TAGS))).isEqualTo(List.of("red", "blue"));
        assertThat(coded.code(slot(FactName.ITEM_VENDOR))).isEqualTo(CodedFacts.code("nord"));
        assertThat(coded.text(slot(FactName.ITEM_SKU))).isEqualTo("a-1");
        assertThat(coded.list(slot(FactName.ORDER_TAGS))).isEqualTo(List.of("gift"));
    }

    /** Threads that ask at the same time for facts that nobody asked for before. */
    @RepeatedTest(20)
    void whoeverAsksFirstAllReadTheSame() throws Exception {
        var facts = Facts.none()
                .text(FactName.ITEM_SKU, " A-1 ")
                .texts(FactName.ITEM_TAGS, List.of("Red", "blue "))
                .money(FactName.ORDER_VALUE, Money.of("49.90", "EUR"));
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var answers = new ArrayList<Future<List<?>>>();
            for (var thread = 0; thread < 4; thread++) {
                answers.add(threads.submit(() -> {
                    start.await();
                    var coded = facts.coded(EUR);
                    return List.of(
                            coded.code(slot(FactName.ITEM_SKU)),
                            coded.text(slot(FactName.ITEM_SKU)),
                            coded.code(slot(FactName.ITEM_TAGS)),
                            coded.list(slot(FactName.ITEM_TAGS)),
                            coded.code(slot(FactName.ORDER_VALUE)));
                }));
            }
            start.countDown();
            for (var answer : answers) {
                assertThat(answer.get())
                        .isEqualTo(List.of(
                                CodedFacts.code("a-1"),
                                "a-1",
                                CodedFacts.bits(List.of("red", "blue")),
                                List.of("red", "blue"),
                                4990L));
            }
        }
    }

    /** In every order that the facts are asked for, and asked again. */
    @Property(tries = 100)
    void aCodeIsTheSameWheneverItIsAskedFor(@ForAll Random random) {
        var facts = Facts.none()
                .text(FactName.ITEM_SKU, "Ab")
                .texts(FactName.ITEM_TAGS, List.of("x", "Y"))
                .number(FactName.ITEM_QUANTITY, 3)
                .percent(FactName.ITEM_DISCOUNT, new BigDecimal("12.5"))
                .flag(FactName.ITEM_FINAL_SALE, true);
        var order = new ArrayList<>(List.of(FactName.values()));
        Collections.shuffle(order, random);
        var coded = CodedFacts.of(facts, EUR);
        order.forEach(name -> {
            var value = facts.get(name);
            var expected = switch (name) {
                case ITEM_SKU -> CodedFacts.code("ab");
                case ITEM_TAGS -> CodedFacts.bits(List.of("x", "y"));
                default ->
                    value.isKnown() ? Objects.requireNonNull(CodedFacts.number(name, value, EUR)) : CodedFacts.UNKNOWN;
            };
            assertThat(coded.code(slot(name))).as(name.key()).isEqualTo(expected);
            assertThat(coded.code(slot(name))).as("again").isEqualTo(expected);
        });
    }

    @Property(tries = 300)
    void theMoreAnAmountTheHigherItsCode(
            @ForAll @BigRange(min = "-100000", max = "100000") @Scale(2) BigDecimal one,
            @ForAll @BigRange(min = "-100000", max = "100000") @Scale(2) BigDecimal other) {
        assertThat(Long.compare(amount(one), amount(other))).isEqualTo(Integer.signum(one.compareTo(other)));
    }

    @Property(tries = 300)
    void aListHasAtLeastTheBitsOfEachOfItsTextsAndNoOther(
            @ForAll @Size(max = 8) List<@StringLength(max = 5) String> texts) {
        var bits = CodedFacts.bits(texts);
        var together = 0L;
        for (var text : texts) {
            var alone = CodedFacts.bits(List.of(text));
            assertThat(Long.bitCount(alone)).isOne();
            together |= alone;
        }
        assertThat(bits).isEqualTo(together).isNotNegative();
    }

    @Property(tries = 300)
    void everyTextsCodeIsAValueThatIsKnown(@ForAll @StringLength(max = 10) String text) {
        assertThat(CodedFacts.code(text)).isBetween(0L, 0xFFFF_FFFFL);
    }

    /** A table of texts looks at the highest bits only. */
    @Property(tries = 20)
    void codesOfTextsThatLookAlikeSpreadOverTheWholeRange(@ForAll @IntRange(max = 10_000) int from) {
        var parts = new ArrayList<Long>();
        for (var one = from; one < from + 256; one++) {
            parts.add(CodedFacts.code("sku-" + one) >>> 28);
        }
        assertThat(parts.stream().distinct()).hasSizeGreaterThan(12);
    }

    private static long amount(BigDecimal euros) {
        return code(Facts.none().money(FactName.ORDER_VALUE, new Money(euros, EUR)), FactName.ORDER_VALUE, EUR);
    }

    private static long code(Facts facts, FactName name, Currency currency) {
        return facts.coded(currency).code(slot(name));
    }

    @SuppressWarnings("EnumOrdinal")
    private static int slot(FactName name) {
        return name.ordinal();
    }
}
