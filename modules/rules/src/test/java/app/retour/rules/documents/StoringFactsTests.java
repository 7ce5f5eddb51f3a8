package app.retour.rules.documents;

import static app.retour.rules.evaluation.RuleFixtures.EUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.rules.evaluation.RandomPolicies;
import app.retour.rules.evaluation.RuleFixtures;
import app.retour.rules.policy.Policy;
import app.retour.rules.vocabulary.CustomFact;
import app.retour.rules.vocabulary.Fact;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactType;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.ReasonGroup;
import app.retour.rules.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** Facts as they are stored with a decision, as they are passed over when few of them are wanted, and as people try them. */
class StoringFactsTests {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Facts FACTS = Facts.none()
            .text(FactName.ITEM_SKU, "A-1")
            .choice(FactName.ITEM_REASON_GROUP, ReasonGroup.SIZE)
            .texts(FactName.ITEM_TAGS, List.of("a", "b"))
            .number(FactName.ITEM_QUANTITY, 2)
            .percent(FactName.ITEM_DISCOUNT, new BigDecimal("12.5"))
            .money(FactName.ORDER_VALUE, Money.of("49.90", "EUR"))
            .date(FactName.ORDER_DATE, LocalDate.of(2026, 11, 30))
            .flag(FactName.ITEM_FINAL_SALE, false);

    @Test
    void everyFactOfTheVocabularyStandsThereNullWhereUnknown() {
        var written = FactsDocument.write(FACTS);
        assertThat(written.keySet())
                .containsExactlyElementsOf(
                        Arrays.stream(FactName.values()).map(FactName::key).toList());
        assertThat(written)
                .containsEntry("item.sku", "A-1")
                .containsEntry("item.reasonGroup", "SIZE")
                .containsEntry("item.tags", List.of("a", "b"))
                .containsEntry("item.quantity", "2")
                .containsEntry("item.discount", "12.5")
                .containsEntry("order.value", Map.of("amount", "49.90", "currency", "EUR"))
                .containsEntry("order.date", "2026-11-30")
                .containsEntry("item.finalSale", false)
                .containsEntry("item.vendor", null);
    }

    @ParameterizedTest
    @EnumSource(
            value = FactType.class,
            names = {"CHOICE", "CHOICES", "DAYS", "GRAMS"},
            mode = EnumSource.Mode.EXCLUDE)
    void aFactOfTheMerchantsOwnSaysItsTypeSoThatItIsReadWithoutTheirVocabulary(FactType type) {
        var fact = own(type);
        var facts = Facts.none().with(fact, value(type));
        var written = FactsDocument.write(facts);
        assertThat(written.get(fact.key()))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("type", (type == FactType.PERCENT ? FactType.COUNT : type).name());
        assertThat(FactsDocument.read(written)).isEqualTo(facts);
        assertThat(new WantedFacts(JSON, Stream.of(fact)).read(JSON.writeValueAsString(written)))
                .isEqualTo(facts);
    }

    private static CustomFact own(FactType type) {
        return new CustomFact("custom.own", type, "own", "", CustomFact.Source.ORDER, "own", false, false);
    }

    private static FactValue value(FactType type) {
        return switch (type) {
            case TEXT, CHOICE -> new FactValue.Text("gold");
            case TEXTS, CHOICES -> new FactValue.Texts(List.of("gold", "silver"));
            case COUNT, DAYS, GRAMS, PERCENT -> new FactValue.Quantity(new BigDecimal("12.5"));
            case MONEY -> new FactValue.Amount(Money.of("1.00", "EUR"));
            case DATE -> new FactValue.Day(LocalDate.of(2026, 1, 1));
            case FLAG -> new FactValue.Flag(true);
        };
    }

    @Test
    void whatLaterFactsAddedIsUnknownInOlderDecisionsAndWhatNobodyKnowsIsPassedOver() {
        assertThat(FactsDocument.read(Map.of("item.sku", "A-1", "item.moon", "full", "custom.bare", "no type")))
                .isEqualTo(Facts.none().text(FactName.ITEM_SKU, "A-1"));
    }

    @Test
    void whatNoFactIsStoredAsIsAFault() {
        assertThatIllegalStateException().isThrownBy(() -> FactsDocument.read(Map.of("item.quantity", 2)));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    @Domain(RandomPolicies.class)
    void whatIsWrittenIsReadAgain(@ForAll Facts facts) {
        assertThat(FactsDocument.read(FactsDocument.write(facts))).isEqualTo(facts);
    }

    /** Both readers of stored facts say the same of the facts that are wanted, and the quick one says nothing else. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    @Domain(RandomPolicies.class)
    void whoReadsOnlyWhatAPolicyReadsJudgesAlike(@ForAll Facts facts, @ForAll Policy policy) {
        var stored = JSON.writeValueAsString(FactsDocument.write(facts));
        var wanted = WantedFacts.of(policy).distinct().toList();
        var read = new WantedFacts(JSON, wanted.stream()).read(stored);
        for (var fact : wanted) {
            assertThat(read.get(fact)).as(fact.key()).isEqualTo(facts.get(fact));
        }
        for (var name : FactName.values()) {
            if (!wanted.contains(name)) {
                assertThat(read.get(name).isKnown()).isFalse();
            }
        }
        var one = RuleFixtures.judged(policy, facts);
        var other = RuleFixtures.judged(policy, read);
        assertThat(other.outcome()).isEqualTo(one.outcome());
        assertThat(other.effects()).isEqualTo(one.effects());
    }

    @Test
    void judgingReadsTheLegalBasisAndTheValueBesidesWhatRulesName() {
        assertThat(WantedFacts.of(Policy.empty())).containsExactly(FactName.LEGAL_BASIS, FactName.ITEM_VALUE);
    }

    @Test
    void whatPeopleTryIsFactAndValues() {
        assertThat(FactsWriter.write(FACTS, List.of(FactName.ITEM_TAGS, FactName.ORDER_VALUE, FactName.ITEM_VENDOR)))
                .containsExactly(
                        Map.of("fact", "item.tags", "values", List.of("a", "b")),
                        Map.of("fact", "order.value", "values", List.of("49.90")));
        assertThat(FactsWriter.values(FactValue.UNKNOWN)).isEmpty();
        assertThat(FactsWriter.values(new FactValue.Flag(true))).containsExactly("true");
    }

    @Test
    void whatIsWrittenForPeopleIsReadAsTheSameFacts() {
        var written = FactsWriter.write(FACTS, List.of(FactName.values()));
        assertThat(tried(written)).isEqualTo(FACTS);
        assertThat(tried(List.of())).isEqualTo(Facts.none());
    }

    @Test
    void factsThatNobodyCouldTryAreRefusedAtTheirPlace() {
        refused(
                List.of(fact("item.sku", "a"), fact("item.sku", "b")),
                ErrorCode.TAKEN,
                "This fact is given twice",
                "1",
                "fact");
        refused(
                List.of(fact("item.moon", "full")),
                ErrorCode.INVALID,
                "There is no fact “item.moon”; the vocabulary names them all",
                "0",
                "fact");
        refused(
                List.of(fact("item.sku")),
                ErrorCode.REQUIRED,
                "item.sku takes exactly one value; leave the fact out when it is unknown",
                "0",
                "values");
        refused(
                List.of(fact("item.sku", "a", "b")),
                ErrorCode.INVALID,
                "item.sku takes exactly one value; leave the fact out when it is unknown",
                "0",
                "values");
        refused(
                List.of(fact("item.quantity", "1.5")),
                ErrorCode.INVALID,
                "Give a whole number from 0 to 1,000,000,000",
                "0",
                "values",
                "0");
        refused(List.of(fact("item.finalSale", "yes")), ErrorCode.INVALID, "Give true or false", "0", "values", "0");
        refused(
                List.of(Map.of("fact", "item.sku", "values", List.of("a"), "unit", "g")),
                ErrorCode.INVALID,
                "There is no field of this name here; known are fact, values",
                "0",
                "unit");
        assertThat(tried(List.of(fact("item.tags"))).get(FactName.ITEM_TAGS)).isEqualTo(new FactValue.Texts(List.of()));
    }

    private static Map<String, Object> fact(String key, Object... values) {
        return Map.of("fact", key, "values", List.of(values));
    }

    private static Facts tried(List<? extends Map<String, ?>> given) {
        return new FactsReader(EUR, Vocabulary.OF_THE_HOUSE).read(DocumentPart.root(given, "facts"));
    }

    private static void refused(List<Map<String, Object>> given, ErrorCode code, String words, String... place) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> tried(given))
                .withMessage(words)
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.field())
                            .startsWith("facts")
                            .endsWith(place)
                            .hasSize(1 + place.length);
                });
    }

    @Test
    void aPushedTextIsReadAsTheTypeOfItsFactOrNotAtAll() {
        var reader = new ConditionReader(EUR, Vocabulary.OF_THE_HOUSE);
        pushed(reader, FactType.TEXT, " gold ", new FactValue.Text("gold"));
        pushed(reader, FactType.COUNT, "7", new FactValue.Quantity(BigDecimal.valueOf(7)));
        pushed(reader, FactType.COUNT, "7.5", null);
        pushed(reader, FactType.COUNT, "many", null);
        pushed(reader, FactType.PERCENT, "100.01", null);
        pushed(reader, FactType.MONEY, "7.999", null);
        pushed(reader, FactType.MONEY, "-7.99", new FactValue.Amount(Money.of("-7.99", "EUR")));
        pushed(reader, FactType.DATE, "2026-02-30", null);
        pushed(reader, FactType.DATE, "2026-02-28", new FactValue.Day(LocalDate.of(2026, 2, 28)));
        pushed(reader, FactType.FLAG, "TRUE", null);
        pushed(reader, FactType.FLAG, "true", new FactValue.Flag(true));
        pushed(reader, FactType.TEXT, " ", null);
    }

    private static void pushed(ConditionReader reader, FactType type, String text, @Nullable FactValue value) {
        Fact fact = own(type);
        assertThat(reader.valueOf(fact, text)).isEqualTo(Optional.ofNullable(value));
    }
}
