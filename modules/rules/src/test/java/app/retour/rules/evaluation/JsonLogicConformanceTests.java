package app.retour.rules.evaluation;

import static app.retour.rules.evaluation.Conformance.constant;
import static app.retour.rules.evaluation.Conformance.fact;
import static app.retour.rules.evaluation.Conformance.test;
import static app.retour.rules.evaluation.Conformance.truth;
import static app.retour.rules.evaluation.RuleFixtures.all;
import static app.retour.rules.evaluation.RuleFixtures.none;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.rules.policy.Condition;
import app.retour.rules.policy.Truth;
import app.retour.rules.vocabulary.CustomFact;
import app.retour.rules.vocabulary.FactType;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.Operator;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JsonLogic's own cases: comparison, logic, membership and missing data, where a variable is a fact of the merchant's own and
 * a missing one is unknown. Loose equality, truthiness, arithmetic and building of texts and lists have no place here.
 */
class JsonLogicConformanceTests {
    private static final Map<String, Operator> COMPARISONS = Map.of(
            "<", Operator.LESS_THAN,
            "<=", Operator.AT_MOST,
            ">", Operator.GREATER_THAN,
            ">=", Operator.AT_LEAST);
    private static final CustomFact TEXT = fact("text", FactType.TEXT);

    private Facts facts = Facts.none();
    private int constants;

    @Test
    void comparisonsLogicAndMissingDataAgree() throws Exception {
        var conformance = new Conformance();
        var cases = JsonMapper.shared()
                .readTree(Files.readString(Conformance.suite("jsonlogic").resolve("tests-open.json")));
        for (var one : cases) {
            if (!one.isArray()) {
                continue;
            }
            facts = Facts.none();
            var rule = one.get(0);
            if (rule.isObject() && rule.has("missing")) {
                missing(rule.get("missing"), one.get(1), one.get(2), conformance);
                continue;
            }
            var condition = condition(rule, one.get(1));
            if (condition.isEmpty() || !one.get(2).isBoolean()) {
                conformance.leftOut(reason(rule));
                continue;
            }
            assertThat(truth(condition.get(), facts))
                    .as(one.toString())
                    .isEqualTo(one.get(2).booleanValue() ? Truth.TRUE : Truth.FALSE);
            conformance.asked();
        }
        conformance.holds(
                "JsonLogic",
                32,
                Map.of(
                        "a list of names that is computed", 1,
                        "asks whether a value counts as true", 12,
                        "builds numbers, texts or lists", 30,
                        "compares values of two types loosely, or two constants of no fact", 7,
                        "yields a value, not a truth", 36));
    }

    /** Which of some names are missing: the ones that are unknown. */
    private void missing(JsonNode names, JsonNode data, JsonNode expected, Conformance conformance) {
        if (names.isObject()) {
            conformance.leftOut("a list of names that is computed");
            return;
        }
        var unknown = new ArrayList<String>();
        for (var name : names.isArray() ? names : List.of(names)) {
            var fact = factOf(name.asString());
            know(fact, at(data, name.asString()));
            if (truth(test(fact, Operator.IS_UNKNOWN), facts) == Truth.TRUE) {
                unknown.add(name.asString());
            }
        }
        assertThat(unknown)
                .isEqualTo(StreamSupport.stream(expected.spliterator(), false)
                        .map(JsonNode::asString)
                        .toList());
        conformance.asked();
    }

    private Optional<Condition> condition(JsonNode rule, JsonNode data) {
        if (rule.isBoolean()) {
            return Optional.of(constant(rule.booleanValue()));
        }
        if (!rule.isObject() || rule.size() != 1) {
            return Optional.empty();
        }
        var name = rule.propertyNames().iterator().next();
        var arguments = rule.get(name);
        return switch (name) {
            case "and", "or" ->
                parts(arguments, data)
                        .map(parts -> name.equals("and") ? new Condition.All(parts) : new Condition.Any(parts));
            case "!" ->
                arguments.isArray() && arguments.size() == 1
                        ? condition(arguments.get(0), data).map(part -> none(part))
                        : Optional.empty();
            case "<", "<=", ">", ">=" -> comparison(COMPARISONS.get(name), arguments, data);
            case "===", "!==" -> strictly(arguments).map(same -> name.equals("===") ? same : none(same));
            case "==" -> equalTexts(arguments, data);
            case "in" -> membership(arguments);
            default -> Optional.empty();
        };
    }

    private Optional<List<Condition>> parts(JsonNode arguments, JsonNode data) {
        var parts = new ArrayList<Condition>();
        for (var argument : arguments) {
            var part = condition(argument, data);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        return Optional.of(parts);
    }

    /** Of whole numbers, the first of them a constant or a variable; three of them are a chain. */
    private Optional<Condition> comparison(@Nullable Operator operator, JsonNode arguments, JsonNode data) {
        if (operator == null) {
            return Optional.empty();
        }
        if (arguments.size() == 3 && numbers(arguments)) {
            var between = known(arguments.get(1));
            var upwards = operator == Operator.LESS_THAN ? Operator.GREATER_THAN : Operator.AT_LEAST;
            return Optional.of(all(
                    test(between, upwards, number(arguments.get(0))),
                    test(between, operator, number(arguments.get(2)))));
        }
        if (arguments.size() != 2 || !arguments.get(1).isInt()) {
            return Optional.empty();
        }
        var first = arguments.get(0);
        if (first.isInt()) {
            return Optional.of(test(known(first), operator, number(arguments.get(1))));
        }
        if (first.isObject() && first.has("var")) {
            var name = first.get("var").asString();
            var fact = fact(name, FactType.COUNT);
            facts = facts.with(fact, number(at(data, name)));
            return Optional.of(test(fact, operator, number(arguments.get(1))));
        }
        return Optional.empty();
    }

    private Optional<Condition> strictly(JsonNode arguments) {
        if (!numbers(arguments)) {
            return Optional.empty();
        }
        return Optional.of(test(known(arguments.get(0)), Operator.EQUALS, number(arguments.get(1))));
    }

    private Optional<Condition> equalTexts(JsonNode arguments, JsonNode data) {
        var first = arguments.get(0);
        if (!first.isObject() || !first.has("var") || !arguments.get(1).isString()) {
            return Optional.empty();
        }
        var name = first.get("var").asString();
        var fact = factOf(name);
        know(fact, at(data, name));
        return Optional.of(test(fact, Operator.EQUALS, text(arguments.get(1))));
    }

    private Optional<Condition> membership(JsonNode arguments) {
        facts = facts.with(TEXT, text(arguments.get(arguments.get(1).isArray() ? 0 : 1)));
        return Optional.of(
                arguments.get(1).isArray()
                        ? test(
                                TEXT,
                                Operator.ONE_OF,
                                StreamSupport.stream(arguments.get(1).spliterator(), false)
                                        .map(JsonLogicConformanceTests::text)
                                        .toArray(FactValue[]::new))
                        : test(TEXT, Operator.CONTAINS_TEXT, text(arguments.get(0))));
    }

    /** A fact of its own for the left side of a comparison of constants. */
    private CustomFact known(JsonNode number) {
        var fact = fact("number" + ++constants, FactType.COUNT);
        facts = facts.with(fact, number(number));
        return fact;
    }

    private void know(CustomFact fact, JsonNode value) {
        facts = value.isString() ? facts.with(fact, text(value)) : facts;
    }

    private static CustomFact factOf(String name) {
        return fact(name.replace(".", ""), FactType.TEXT);
    }

    private static JsonNode at(JsonNode data, String path) {
        return data.at("/" + path.replace('.', '/'));
    }

    private static boolean numbers(JsonNode arguments) {
        return StreamSupport.stream(arguments.spliterator(), false).allMatch(JsonNode::isInt);
    }

    private static FactValue number(JsonNode node) {
        return Conformance.number(node.asString());
    }

    private static FactValue text(JsonNode node) {
        return new FactValue.Text(node.asString());
    }

    private static String reason(JsonNode rule) {
        var name = rule.isObject() && !rule.isEmpty()
                ? rule.propertyNames().iterator().next()
                : "a constant";
        return switch (name) {
            case "a constant", "var", "if", "?:", "missing_some" -> "yields a value, not a truth";
            case "==", "!=", ">", ">=", "<", "<=", "!==", "===" ->
                "compares values of two types loosely, or two constants of no fact";
            case "!", "!!", "and", "or" -> "asks whether a value counts as true";
            default -> "builds numbers, texts or lists";
        };
    }
}
