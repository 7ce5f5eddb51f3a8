package app.retour.rules.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The house's facts and those that a merchant added. */
class VocabularyTests {
    private static final CustomFact TIER = fact("custom.tier", false);
    private static final CustomFact AGE = fact("custom.age", false);
    private static final CustomFact OLD = fact("custom.old", true);
    private static final Vocabulary VOCABULARY = new Vocabulary(List.of(TIER, OLD, AGE));

    private static CustomFact fact(String key, boolean archived) {
        return new CustomFact(key, FactType.TEXT, key, "", CustomFact.Source.ORDER, key, false, archived);
    }

    @Test
    void aKeyFindsAFactOfTheHouseOrOneAdded() {
        assertThat(VOCABULARY.byKey("order.value")).contains(FactName.ORDER_VALUE);
        assertThat(VOCABULARY.byKey("custom.tier")).contains(TIER);
        assertThat(VOCABULARY.byKey("custom.nothing")).isEmpty();
        assertThat(VOCABULARY.byKey("ORDER.VALUE")).isEmpty();
        assertThat(Vocabulary.OF_THE_HOUSE.byKey("custom.tier")).isEmpty();
    }

    @Test
    void whatIsArchivedIsStillReadButNoLongerOffered() {
        assertThat(VOCABULARY.byKey("custom.old")).contains(OLD);
        assertThat(VOCABULARY.known()).contains(OLD);
        assertThat(VOCABULARY.offered()).doesNotContain(OLD).contains(TIER);
    }

    @Test
    void theHousesComeFirstThenTheAddedByKey() {
        var offered = VOCABULARY.offered();
        assertThat(offered).startsWith(FactName.values());
        assertThat(offered.subList(FactName.values().length, offered.size())).containsExactly(AGE, TIER);
    }

    @Test
    void theMerchantsOwnAreTold() {
        assertThat(VOCABULARY.added()).containsExactlyInAnyOrder(TIER, AGE, OLD);
        assertThat(Vocabulary.OF_THE_HOUSE.added()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(FactName.class)
    void everyFactOfTheHouseIsFoundByItsKeyAndSaysWhenItIsUnknown(FactName name) {
        assertThat(FactName.byKey(name.key())).contains(name);
        assertThat(name.label()).isNotBlank();
        assertThat(name.isAlwaysKnown()).isEqualTo(name.unknownWords().equals("Always known"));
    }

    @Test
    void someAreAlwaysKnown() {
        assertThat(FactName.ITEM_QUANTITY.isAlwaysKnown()).isTrue();
        assertThat(FactName.ITEM_SKU.isAlwaysKnown()).isFalse();
        assertThat(FactName.ORDER_VALUE.unknownWords()).contains("another currency");
        assertThat(TIER.isAlwaysKnown()).isFalse();
    }

    @Test
    void anOptionIsOfferedAsItIsWritten() {
        assertThat(FactName.ITEM_REASON_GROUP.offers("SIZE")).isTrue();
        assertThat(FactName.ITEM_REASON_GROUP.offers("size")).isFalse();
        assertThat(FactName.ITEM_SKU.offers("anything")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"custom.tier", "custom.a", "custom.loyaltyTier2"})
    void aKeyOfAnAddedFactIsCustomAndAName(String key) {
        assertThat(CustomFact.isKey(key)).isTrue();
        assertThat(fact(key, false).key()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tier", "custom.", "custom.Tier", "custom.2", "custom.a b", "custom.a.b", "order.value", ""})
    void whatIsNoKeyIsRefused(String key) {
        assertThat(CustomFact.isKey(key)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> fact(key, false)).withMessageContaining("as TEXT");
    }

    @Test
    void aKeyHasFortyCharactersAfterItsPrefixAtMost() {
        assertThat(CustomFact.isKey("custom.a" + "b".repeat(39))).isTrue();
        assertThat(CustomFact.isKey("custom.a" + "b".repeat(40))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(FactType.class)
    void onlyWhatAPushedTextCanSayIsATypeOfAnAddedFact(FactType type) {
        if (CustomFact.TYPES.contains(type)) {
            assertThat(type.isChosen()).isFalse();
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            new CustomFact("custom.x", type, "x", "", CustomFact.Source.ORDER, "x", false, false));
        }
    }

    @Test
    void twoAddedFactsAreTheSameWhenTheirKeysAre() {
        var archived = fact("custom.tier", true);
        assertThat(archived).isEqualTo(TIER).hasSameHashCodeAs(TIER);
        assertThat(TIER).isNotEqualTo(AGE);
    }

    @ParameterizedTest
    @CsvSource({
        "ORDER, DATE, the order came without it; no date",
        "SHOPPER, COUNT, the shopper came without it; no count"
    })
    void itSaysWhenNobodyKnows(CustomFact.Source source, FactType type, String words) {
        var fact = new CustomFact("custom.x", type, "x", "", source, "x", false, false);
        assertThat(fact.unknownWords()).contains(words.split("; "));
        assertThat(fact.options()).isEmpty();
        assertThat(fact.operators()).isEqualTo(Operator.of(type));
    }

    @Test
    void rightsThatTheLawGivesAreTwo() {
        assertThat(LegalBasis.WITHDRAWAL.isStatutory()).isTrue();
        assertThat(LegalBasis.CONFORMITY.isStatutory()).isTrue();
        assertThat(LegalBasis.GOODWILL.isStatutory()).isFalse();
        assertThat(LegalBasis.COUNTRIES)
                .contains("DE", "GB", "NO")
                .doesNotContain("US", "CH")
                .hasSize(31);
    }
}
