package app.retour.rules.documents;

import static app.retour.rules.evaluation.RuleFixtures.EUR;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Refusal;
import app.retour.rules.vocabulary.CustomFact;
import app.retour.rules.vocabulary.FactType;
import app.retour.rules.vocabulary.Operator;
import app.retour.rules.vocabulary.Vocabulary;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema of a policy file promises just what the reader keeps. */
class PolicyFileSchemaTests {
    private static final CustomFact TIER = new CustomFact(
            "custom.tier", FactType.TEXT, "tier", "Tier", CustomFact.Source.SHOPPER, "tier", false, false);
    private static final Vocabulary VOCABULARY = new Vocabulary(List.of(TIER));
    private static final JsonNode SCHEMA = JsonMapper.shared().valueToTree(PolicyFileSchema.of(VOCABULARY));

    @Test
    void itIsASchemaOf2020ThatKnowsNoOtherFields() {
        assertThat(SCHEMA.get("$schema").asString()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(SCHEMA.get("additionalProperties").asBoolean()).isFalse();
        assertThat(SCHEMA.at("/properties/format/const").asString()).isEqualTo("retour-policy/1");
        assertThat(SCHEMA.at("/properties/rules/maxItems").asInt()).isEqualTo(200);
        assertThat(words(SCHEMA.get("required"))).containsExactly("format", "currency", "rules");
    }

    /** Each alternative, filled as it says, is read; so completing by it leads to no refusal. */
    @Test
    void everyComparisonThatItOffersIsRead() {
        var reader = new ConditionReader(EUR, VOCABULARY);
        var tests = SCHEMA.at("/$defs/test/oneOf");
        var offered = VOCABULARY.offered().stream()
                .mapToInt(fact -> fact.operators().size())
                .sum();
        assertThat(tests).hasSize(offered);
        for (var test : tests) {
            var properties = test.get("properties");
            var operator = properties.at("/operator/const").asString();
            var values = properties.get("values");
            var many = Math.max(
                    values.get("minItems").asInt(),
                    Math.min(values.get("maxItems").asInt(), 1));
            var given = Map.of(
                    "fact", properties.at("/fact/const").asString(),
                    "operator", operator,
                    "values", Collections.nCopies(many, example(values.get("items"))));
            var read = reader.read(DocumentPart.root(Map.of("test", given), "when"));
            assertThat(read.facts())
                    .singleElement()
                    .satisfies(fact -> assertThat(fact.key()).isEqualTo(given.get("fact")));
            assertThat(values.get("maxItems").asInt())
                    .isEqualTo(Operator.valueOf(operator).most());
        }
    }

    private static String example(JsonNode items) {
        if (items.has("enum")) {
            return items.get("enum").get(0).asString();
        }
        if (items.has("format")) {
            return "2026-11-30";
        }
        var text = "7";
        assertThat(text).matches(items.has("pattern") ? items.get("pattern").asString() : ".+");
        return text;
    }

    @Test
    void theMerchantsOwnFactsAreOfferedToo() {
        assertThat(SCHEMA.at("/$defs/test/oneOf").valueStream())
                .anyMatch(test -> test.at("/properties/fact/const").asString().equals("custom.tier")
                        && test.at("/properties/fact/description").asString().equals("Tier"));
    }

    /** An effect that the schema names is known to the reader; one that it does not name is none. */
    @Test
    void itNamesEveryEffectAndNoOther() {
        var effects = SCHEMA.at("/$defs/effects/properties").propertyNames();
        assertThat(effects)
                .containsExactlyInAnyOrder(
                        "decision",
                        "resolutions",
                        "fee",
                        "returnShipping",
                        "keepItem",
                        "evidence",
                        "bonus",
                        "destination",
                        "refundMoment",
                        "tags",
                        "team",
                        "assignee",
                        "priority");
        for (var effect : effects) {
            var refusal = refusal(Map.of(effect, Map.of("nothing", "like this")));
            assertThat(refusal).doesNotStartWith("There is no field of this name here; known are decision");
        }
        assertThat(refusal(Map.of("discount", 1)))
                .startsWith("There is no field of this name here; known are decision");
        assertThat(SCHEMA.at("/$defs/effects/minProperties").asInt()).isOne();
    }

    private static String refusal(Map<String, Object> then) {
        try {
            new PolicyReader(EUR, VOCABULARY)
                    .read(DocumentPart.root(
                            List.of(Map.of("name", "x", "when", Map.of("all", List.of()), "then", then)), "rules"));
        } catch (Refusal refusal) {
            return String.valueOf(refusal.getMessage());
        }
        throw new AssertionError("Accepted: " + then);
    }

    @Test
    void lengthsAreThoseOfTheReader() {
        length("/$defs/rule/properties/name", 120);
        length("/$defs/rule/properties/id", 64);
        length("/$defs/effects/properties/team", 80);
        length("/$defs/effects/properties/decision/properties/shopperReason", 500);
        assertThat(SCHEMA.at("/$defs/effects/properties/tags/maxItems").asInt()).isEqualTo(20);
        assertThat(SCHEMA.at("/$defs/effects/properties/evidence/properties/photos/maximum")
                        .asInt())
                .isEqualTo(10);
        for (var group : SCHEMA.at("/$defs/condition/oneOf")) {
            assertThat(group.get("required")).hasSize(1);
        }
    }

    private static void length(String at, int longest) {
        assertThat(SCHEMA.at(at).get("maxLength").asInt()).as(at).isEqualTo(longest);
        assertThat(SCHEMA.at(at).get("minLength").asInt()).isOne();
    }

    private static List<String> words(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
