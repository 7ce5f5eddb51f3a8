package app.retour.rules.evaluation;

import static app.retour.rules.evaluation.Conformance.constant;
import static app.retour.rules.evaluation.Conformance.fact;
import static app.retour.rules.evaluation.Conformance.test;
import static app.retour.rules.evaluation.Conformance.truth;
import static app.retour.rules.evaluation.RuleFixtures.all;
import static app.retour.rules.evaluation.RuleFixtures.any;
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
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * CEL's conformance cases on logic, membership and texts. What is an error there (a division by zero) is an unknown fact
 * here: both leave a conjunction false that is false anyway. Case and outer blanks of texts do not count with us; no case
 * turns on that.
 */
class CelConformanceTests {
    private static final Pattern LOGIC = Pattern.compile("(.+?) (&&|\\|\\|) (.+)");
    private static final Pattern IN = Pattern.compile("(.+) in \\[(.*)]");
    private static final Pattern OF_TEXT = Pattern.compile("'(.*)'\\.(startsWith|contains)\\('(.*)'\\)");
    private static final Map<String, String> LEFT = Map.of(
            "integer_math.textproto", "arithmetic",
            "basic.textproto", "values and variables, no conditions",
            "macros.textproto", "macros over lists of anything: ours say any, all, none of a fact's own list",
            "lists.textproto", "building and indexing lists",
            "string.textproto", "building, measuring and matching texts by expressions");

    private static final CustomFact TEXT = fact("text", FactType.TEXT);
    private static final CustomFact NUMBER = fact("number", FactType.COUNT);
    private static final Condition UNKNOWN = RuleFixtures.unknown();

    private record Asked(Condition condition, Facts facts) {}

    @Test
    void logicMembershipAndTextsAgree() throws Exception {
        var conformance = new Conformance();
        for (var line : Files.readAllLines(Conformance.suite("cel").resolve("cel-tests.jsonl"))) {
            var one = JsonMapper.shared().readTree(line);
            var expression = one.get("expr").asString();
            var asked = asked(one.get("section").asString(), expression);
            if (asked.isEmpty()) {
                var file = one.get("file").asString();
                conformance.leftOut(LEFT.getOrDefault(file, reason(expression)));
                continue;
            }
            var expected = one.has("eval_error")
                    ? Truth.UNKNOWN
                    : one.at("/value/bool_value").asString().equals("true") ? Truth.TRUE : Truth.FALSE;
            assertThat(truth(asked.get().condition(), asked.get().facts()))
                    .as(expression)
                    .isEqualTo(expected);
            conformance.asked();
        }
        conformance.holds(
                "CEL",
                34,
                Map.of(
                        "a choice between values", 5,
                        "a value of another type: cannot be written down", 7,
                        "arithmetic", 64,
                        "building and indexing lists", 34,
                        "building, measuring and matching texts by expressions", 40,
                        "macros over lists of anything: ours say any, all, none of a fact's own list", 44,
                        "values and variables, no conditions", 43));
    }

    private static String reason(String expression) {
        return expression.contains("?") ? "a choice between values" : "a value of another type: cannot be written down";
    }

    private static Optional<Asked> asked(String section, String expression) {
        return switch (section) {
            case "AND", "OR" -> logic(expression).map(condition -> new Asked(condition, Facts.none()));
            case "NOT" -> term(expression.substring(1)).map(part -> new Asked(none(part), Facts.none()));
            case "in" -> membership(expression);
            case "starts_with", "contains" -> ofText(expression);
            default -> Optional.empty();
        };
    }

    private static Optional<Condition> logic(String expression) {
        var parts = LOGIC.matcher(expression);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return term(parts.group(1))
                .flatMap(left -> term(parts.group(3))
                        .map(right -> parts.group(2).equals("&&") ? all(left, right) : any(left, right)));
    }

    private static Optional<Condition> term(String term) {
        return switch (term) {
            case "true", "false" -> Optional.of(constant(term.equals("true")));
            case "(2 / 0 > 3 ? false : true)", "1/0 != 0" -> Optional.of(UNKNOWN);
            default -> Optional.empty();
        };
    }

    /** Of texts and of whole numbers; one of nothing cannot be written. */
    private static Optional<Asked> membership(String expression) {
        var parts = IN.matcher(expression);
        if (!parts.matches() || parts.group(2).isEmpty() || parts.group(1).startsWith("dyn")) {
            return Optional.empty();
        }
        var members = parts.group(2).split(", ");
        if (parts.group(1).startsWith("'")) {
            var operands = java.util.Arrays.stream(members)
                    .map(CelConformanceTests::text)
                    .toArray(FactValue[]::new);
            return Optional.of(new Asked(
                    test(TEXT, Operator.ONE_OF, operands), Facts.none().with(TEXT, text(parts.group(1)))));
        }
        var equal = java.util.Arrays.stream(members)
                .map(member -> test(NUMBER, Operator.EQUALS, number(member)))
                .toArray(Condition[]::new);
        return Optional.of(new Asked(any(equal), Facts.none().with(NUMBER, number(parts.group(1)))));
    }

    /** An empty text is no operand: the reader refuses it. */
    private static Optional<Asked> ofText(String expression) {
        var parts = OF_TEXT.matcher(expression);
        if (!parts.matches() || parts.group(3).isEmpty()) {
            return Optional.empty();
        }
        var operator = parts.group(2).equals("contains") ? Operator.CONTAINS_TEXT : Operator.STARTS_WITH;
        return Optional.of(new Asked(
                test(TEXT, operator, new FactValue.Text(parts.group(3))),
                Facts.none().with(TEXT, new FactValue.Text(parts.group(1)))));
    }

    private static FactValue text(String quoted) {
        return new FactValue.Text(quoted.replace("'", ""));
    }

    private static FactValue number(String literal) {
        return Conformance.number(literal.replace("u", ""));
    }
}
