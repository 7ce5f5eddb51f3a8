package app.retour.embedded.demo;

import app.retour.api.Caller;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The demo's rules: every recipe the product offers, in the product's own safe order. */
final class Recipes {
    private static final String EFFECTS = """
            decision { outcome shopperReason translations { locale text } }
            resolutions fee { kind amount rate per } returnShipping keepItem
            evidence { photos comment } bonus { amount rate } destination refundMoment tags team assignee priority
            """;

    private Recipes() {}

    static List<Object> rules(Schema schema, Caller staff) {
        var rules = new ArrayList<Object>();
        var recipes = schema.ask(
                staff, "{ ruleRecipes { rule { id name enabled isFinal when then { " + EFFECTS + " } } } }", Map.of());
        recipes.forEach(recipe -> rules.add(given(recipe.path("rule"))));
        return rules;
    }

    /** What a query answers, as an input: without what is null. */
    private static Object given(JsonNode value) {
        if (value.isObject()) {
            var kept = new LinkedHashMap<String, Object>();
            value.properties().stream()
                    .filter(field -> !field.getValue().isNull())
                    .forEach(field -> kept.put(field.getKey(), given(field.getValue())));
            return kept;
        }
        if (value.isArray()) {
            return value.valueStream().map(Recipes::given).toList();
        }
        return value.isBoolean() ? value.asBoolean() : value.isInt() ? value.asInt() : value.asString();
    }
}
