package app.retour.rules.graphql;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Policies that nobody means, each with the place that is to blame. */
final class AbsurdPolicies {
    static final Map<String, Object> GOOD = rule(Map.of("all", List.of()), Map.of("keepItem", true));

    private AbsurdPolicies() {}

    /**
     * @param byType the API's types already refuse it
     * @param place the same in a file and over the API
     */
    record Absurd(String what, List<?> rules, String place, String code, boolean byType) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Absurd> all() {
        var test = test("item.quantity", "EQUALS", "1");
        return Stream.of(
                refused("201 rules", Collections.nCopies(201, GOOD), "rules", "TOO_LARGE"),
                refused(
                        "10,000 conditions in a rule",
                        when(Map.of("any", Collections.nCopies(10_000, test))),
                        "rules.0.when.any",
                        "TOO_LARGE"),
                refused(
                        "10,000 conditions in all",
                        IntStream.range(0, 100)
                                .mapToObj(_ -> when(Map.of("any", Collections.nCopies(100, test)))
                                        .getFirst())
                                .toList(),
                        "rules.20",
                        "TOO_LARGE"),
                refused("groups 200 deep", when(deep(200, test)), "rules.0.when" + ".all.0".repeat(9), "TOO_LARGE"),
                refused("groups 20 wide and 3 deep", when(wide(3, test)), "rules.0.when", "TOO_LARGE"),
                refused(
                        "a name of a million characters",
                        List.of(with("name", "x".repeat(1_000_000))),
                        "rules.0.name",
                        "TOO_LARGE"),
                refused(
                        "an id of a thousand characters",
                        List.of(with("id", "x".repeat(1_000))),
                        "rules.0.id",
                        "TOO_LARGE"),
                refused(
                        "a value of a thousand characters",
                        when(test("item.sku", "EQUALS", "x".repeat(1_000))),
                        "rules.0.when.test.values.0",
                        "TOO_LARGE"),
                refused(
                        "a thousand values",
                        when(test(
                                "item.sku",
                                "ONE_OF",
                                Collections.nCopies(1_000, "x").toArray(String[]::new))),
                        "rules.0.when.test.values",
                        "TOO_LARGE"),
                refused("a control character", List.of(with("name", "line\u0000break")), "rules.0.name", "INVALID"),
                refused(
                        "no number",
                        when(test("order.value", "LESS_THAN", "NaN")),
                        "rules.0.when.test.values.0",
                        "INVALID"),
                refused(
                        "infinity",
                        when(test("order.value", "LESS_THAN", "Infinity")),
                        "rules.0.when.test.values.0",
                        "INVALID"),
                refused(
                        "a short text and a huge number",
                        when(test("order.value", "LESS_THAN", "1e999999999")),
                        "rules.0.when.test.values.0",
                        "INVALID"),
                refused(
                        "a number that is a text",
                        when(test("order.value", "LESS_THAN", "much")),
                        "rules.0.when.test.values.0",
                        "INVALID"),
                refused(
                        "an unknown fact",
                        when(test("order.worth", "LESS_THAN", "1")),
                        "rules.0.when.test.fact",
                        "INVALID"),
                refused(
                        "a rule that reads a rule",
                        when(test("rule.other", "EQUALS", "true")),
                        "rules.0.when.test.fact",
                        "INVALID"),
                refused("the same id twice", List.of(with("id", "same"), with("id", "same")), "rules.1.id", "TAKEN"),
                refused("an empty group", when(Map.of("any", List.of())), "rules.0.when.any", "REQUIRED"),
                refused("no effect", List.of(rule(Map.of("all", List.of()), Map.of())), "rules.0.then", "REQUIRED"),
                mistyped("two things at once", when(Map.of("any", List.of(), "all", List.of())), "rules.0.when"),
                mistyped("an unknown field", List.of(with("priority", 3)), "rules.0.priority"),
                mistyped(
                        "an unknown effect",
                        List.of(rule(Map.of("all", List.of()), Map.of("explode", true))),
                        "rules.0.then.explode"),
                mistyped(
                        "an unknown operator",
                        when(test("order.value", "EXPLODES", "1")),
                        "rules.0.when.test.operator"),
                mistyped("a wrong type", List.of(with("enabled", "yes")), "rules.0.enabled"),
                mistyped("a number for a name", List.of(with("name", List.of(1))), "rules.0.name"),
                mistyped("a list for a rule", List.of(List.of(GOOD)), "rules.0"),
                mistyped(
                        "an outcome that there is not",
                        List.of(rule(Map.of("all", List.of()), Map.of("decision", Map.of("outcome", "MAYBE")))),
                        "rules.0.then.decision.outcome"));
    }

    private static Absurd refused(String what, List<?> rules, String place, String code) {
        return new Absurd(what, rules, place, code, false);
    }

    private static Absurd mistyped(String what, List<?> rules, String place) {
        return new Absurd(what, rules, place, "INVALID", true);
    }

    private static Map<String, Object> deep(int groups, Map<String, Object> innermost) {
        var group = innermost;
        for (var i = 0; i < groups; i++) {
            group = Map.of("all", List.of(group));
        }
        return group;
    }

    private static Map<String, Object> wide(int deep, Map<String, Object> innermost) {
        var group = innermost;
        for (var i = 0; i < deep; i++) {
            group = Map.of("any", Collections.nCopies(20, group));
        }
        return group;
    }

    private static List<Map<String, Object>> when(Map<String, Object> when) {
        return List.of(rule(when, Map.of("keepItem", true)));
    }

    private static Map<String, Object> with(String field, Object value) {
        var rule = new HashMap<>(GOOD);
        rule.put(field, value);
        return rule;
    }

    private static Map<String, Object> rule(Map<String, Object> when, Map<String, Object> then) {
        return Map.of("name", "A rule", "when", when, "then", then);
    }

    private static Map<String, Object> test(String fact, String operator, String... values) {
        return Map.of("test", Map.of("fact", fact, "operator", operator, "values", List.of(values)));
    }
}
