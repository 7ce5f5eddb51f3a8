package app.retour.rules.documents;

import app.retour.rules.policy.Fee;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.Priority;
import app.retour.rules.policy.RefundMoment;
import app.retour.rules.policy.Resolution;
import app.retour.rules.policy.ReturnShipping;
import app.retour.rules.vocabulary.Fact;
import app.retour.rules.vocabulary.FactOption;
import app.retour.rules.vocabulary.Operator;
import app.retour.rules.vocabulary.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The form of a policy file as a JSON Schema (2020-12), made from the vocabulary of the tenant, so that editors complete
 * facts and operators and a review tool can check a file without asking Retour.
 */
public final class PolicyFileSchema {
    private PolicyFileSchema() {}

    public static Map<String, Object> of(Vocabulary vocabulary) {
        var schema = object(
                List.of("format", "currency", "rules"),
                Map.of(
                        "$schema",
                                Map.of("type", "string", "description", "Where this schema is kept; for editors only"),
                        "format", Map.of("const", PolicyFile.FORMAT),
                        "currency", Map.of("type", "string", "pattern", "^[A-Z]{3}$", "description", "ISO 4217"),
                        "rules", listOf(Map.of("$ref", "#/$defs/rule"), 0, PolicyReader.MOST_RULES)));
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "A policy of Retour");
        schema.put(
                "$defs",
                Map.of("rule", rule(), "condition", condition(), "test", tests(vocabulary), "effects", effects()));
        return schema;
    }

    private static Map<String, Object> rule() {
        return object(
                List.of("name", "when", "then"),
                Map.of(
                        "id", text(64),
                        "name", text(120),
                        "enabled", Map.of("type", "boolean", "default", true),
                        "isFinal", Map.of("type", "boolean", "default", false),
                        "when", Map.of("$ref", "#/$defs/condition"),
                        "then", Map.of("$ref", "#/$defs/effects")));
    }

    private static Map<String, Object> condition() {
        var parts = listOf(Map.of("$ref", "#/$defs/condition"), 0, ConditionReader.MOST_TESTS_A_RULE);
        return Map.of(
                "oneOf",
                List.of(
                        object(List.of("all"), Map.of("all", parts)),
                        object(List.of("any"), Map.of("any", parts)),
                        object(List.of("none"), Map.of("none", parts)),
                        object(List.of("test"), Map.of("test", Map.of("$ref", "#/$defs/test")))));
    }

    private static Map<String, Object> tests(Vocabulary vocabulary) {
        return Map.of(
                "oneOf",
                vocabulary.offered().stream()
                        .flatMap(fact -> fact.operators().stream().map(operator -> test(fact, operator)))
                        .toList());
    }

    private static Map<String, Object> test(Fact fact, Operator operator) {
        return object(
                List.of("fact", "operator", "values"),
                Map.of(
                        "fact", Map.of("const", fact.key(), "description", fact.description()),
                        "operator", Map.of("const", operator.name()),
                        "values", listOf(value(fact), operator.fewest(), operator.most())));
    }

    private static Map<String, Object> value(Fact fact) {
        return switch (fact.type()) {
            case TEXT, TEXTS -> text(ConditionReader.LONGEST_VALUE);
            case CHOICE, CHOICES ->
                Map.of("enum", fact.options().stream().map(FactOption::value).toList());
            case COUNT, DAYS, GRAMS -> Map.of("type", "string", "pattern", "^-?[0-9]{1,10}$");
            case PERCENT, MONEY -> Map.of("type", "string", "pattern", "^[0-9]{1,12}(\\.[0-9]{1,6})?$");
            case DATE -> Map.of("type", "string", "format", "date");
            case FLAG -> Map.of("enum", List.of("true", "false"));
        };
    }

    private static Map<String, Object> effects() {
        var decimal = Map.of("type", "string", "pattern", "^[0-9]{1,12}(\\.[0-9]{1,6})?$");
        var properties = new LinkedHashMap<String, Object>();
        properties.put(
                "decision",
                object(
                        List.of("outcome"),
                        Map.of(
                                "outcome",
                                oneOf(Outcome.values()),
                                "shopperReason",
                                text(TellingReader.LONGEST),
                                "translations",
                                listOf(translation(), 0, TellingReader.MOST_LANGUAGES))));
        properties.put("resolutions", listOf(oneOf(Resolution.values()), 1, Resolution.values().length));
        properties.put(
                "fee",
                object(
                        List.of("kind"),
                        Map.of(
                                "kind",
                                Map.of("enum", List.of("FLAT", "PERCENT", "WAIVED")),
                                "amount",
                                decimal,
                                "rate",
                                decimal,
                                "per",
                                oneOf(Fee.Per.values()))));
        properties.put("returnShipping", oneOf(ReturnShipping.values()));
        properties.put("keepItem", Map.of("type", "boolean"));
        properties.put(
                "evidence",
                object(
                        List.of(),
                        Map.of(
                                "photos", Map.of("type", "integer", "minimum", 0, "maximum", 10),
                                "comment", Map.of("type", "boolean"))));
        properties.put("bonus", object(List.of(), Map.of("amount", decimal, "rate", decimal)));
        properties.put("destination", text(80));
        properties.put("refundMoment", oneOf(RefundMoment.values()));
        properties.put("tags", listOf(text(80), 1, 20));
        properties.put("team", text(80));
        properties.put("assignee", text(80));
        properties.put("priority", oneOf(Priority.values()));
        var effects = object(List.of(), properties);
        effects.put("minProperties", 1);
        return effects;
    }

    private static Map<String, Object> translation() {
        return object(
                List.of("locale", "text"),
                Map.of(
                        "locale",
                        Map.of("type", "string", "description", "BCP 47, for example de or pt-BR; each once"),
                        "text",
                        text(TellingReader.LONGEST)));
    }

    private static Map<String, Object> object(List<String> required, Map<String, Object> properties) {
        var object = new LinkedHashMap<String, Object>();
        object.put("type", "object");
        object.put("required", required);
        object.put("properties", properties);
        object.put("additionalProperties", false);
        return object;
    }

    private static Map<String, Object> listOf(Object items, int least, int most) {
        return Map.of("type", "array", "items", items, "minItems", least, "maxItems", most);
    }

    private static Map<String, Object> text(int longest) {
        return Map.of("type", "string", "minLength", 1, "maxLength", longest);
    }

    private static Map<String, Object> oneOf(Enum<?>... constants) {
        return Map.of("enum", Stream.of(constants).map(Enum::name).toList());
    }
}
