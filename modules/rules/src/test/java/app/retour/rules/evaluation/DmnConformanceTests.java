package app.retour.rules.evaluation;

import static app.retour.rules.evaluation.Conformance.fact;
import static app.retour.rules.evaluation.Conformance.test;
import static app.retour.rules.evaluation.Conformance.truth;
import static app.retour.rules.evaluation.DmnFile.elements;
import static app.retour.rules.evaluation.DmnFile.first;
import static app.retour.rules.evaluation.DmnFile.input;
import static app.retour.rules.evaluation.DmnFile.model;
import static app.retour.rules.evaluation.DmnFile.tests;
import static app.retour.rules.evaluation.DmnFile.text;
import static app.retour.rules.evaluation.DmnFile.values;
import static app.retour.rules.evaluation.RuleFixtures.all;
import static app.retour.rules.evaluation.RuleFixtures.any;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.rules.policy.Truth;
import app.retour.rules.vocabulary.CustomFact;
import app.retour.rules.vocabulary.FactType;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.Operator;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/**
 * The DMN conformance kit's tables, read as policies: each row a rule, each input a fact of the merchant's own. Of all hit
 * policies ours has first match (FIRST; UNIQUE and PRIORITY are the same after sorting) and one effect that adds up (RULE
 * ORDER). Not expressible: COLLECT with MAX, SUM or COUNT (0020, 0115: a rule does no sums), quantifiers over lists of records
 * (0016), and {@code in} over ranges of other types and lists of lists (0072: of it {@code one of} and {@code between} remain,
 * which 0004 and 0071 ask).
 */
class DmnConformanceTests {
    private static final Pattern BETWEEN = Pattern.compile("(.+) between (.+) and (.+)");
    private static final Pattern DATE = Pattern.compile("date\\(\"(.+)\"\\)");

    private static final CustomFact FLAG_A = fact("a", FactType.FLAG);
    private static final CustomFact FLAG_B = fact("b", FactType.FLAG);

    @ParameterizedTest
    @CsvSource({"0108-first-hitpolicy", "0004-simpletable-U", "0006-simpletable-P1"})
    void theFirstRowThatFitsDecides(String name) throws Exception {
        var table = new DmnTable(name);
        for (var testCase : table.cases()) {
            var winner = CompiledPolicy.of(table.policy())
                    .decision(table.facts(testCase))
                    .winner();
            var expected = values(first(testCase, "expected"));
            // Where no row fits, DMN's default stands for ours.
            assertThat(winner < 0 ? table.defaults() : table.outputs().get(winner))
                    .as("%s %s", name, testCase.getAttribute("id"))
                    .isEqualTo(expected);
        }
    }

    @Test
    void theEffectThatAddsUpCollectsEveryRowThatFits() throws Exception {
        var table = new DmnTable("0109-ruleOrder-hitpolicy");
        for (var testCase : table.cases()) {
            var said = CompiledPolicy.of(table.policy())
                    .evaluate(table.facts(testCase))
                    .tags();
            var expected = elements(first(testCase, "expected"), "item").stream()
                    .map(item -> String.join(" ", values(item)))
                    .toList();
            assertThat(said).as(testCase.getAttribute("id")).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void andAndOrKnowThreeTruths() throws Exception {
        var cases = elements(tests("0106-feel-ternary-logic"), "testCase");
        assertThat(cases).isNotEmpty();
        for (var testCase : cases) {
            var facts = flag(flag(Facts.none(), FLAG_A, input(testCase, "A")), FLAG_B, input(testCase, "B"));
            var a = test(FLAG_A, Operator.EQUALS, new FactValue.Flag(true));
            var b = test(FLAG_B, Operator.EQUALS, new FactValue.Flag(true));
            for (var result : elements(testCase, "resultNode")) {
                var condition = result.getAttribute("name").equals("DecisionAnd") ? all(a, b) : any(a, b);
                assertThat(truth(condition, facts))
                        .as("%s %s", testCase.getAttribute("id"), result.getAttribute("name"))
                        .isEqualTo(truthOf(first(first(result, "expected"), "value")));
            }
        }
    }

    @Test
    void bothEndsBelongToARange() throws Exception {
        var conformance = new Conformance();
        var answers = elements(tests("0071-feel-between"), "testCase");
        var decisions = elements(model("0071-feel-between"), "decision");
        for (var testCase : answers) {
            var id = testCase.getAttribute("id");
            var expression = decisions.stream()
                    .filter(decision -> decision.getAttribute("name").equals(id))
                    .map(decision -> text(decision))
                    .findFirst()
                    .orElse("");
            var kind = id.replaceAll("_\\d.*", "");
            var parts = BETWEEN.matcher(expression);
            if (!(kind.equals("number") || kind.equals("date")) || !parts.matches()) {
                conformance.leftOut("between of " + kind);
                continue;
            }
            var fact = fact("value", kind.equals("date") ? FactType.DATE : FactType.COUNT);
            var condition = test(fact, Operator.BETWEEN, value(parts.group(2)), value(parts.group(3)));
            assertThat(truth(condition, Facts.none().with(fact, value(parts.group(1)))))
                    .as(expression)
                    .isEqualTo(truthOf(first(first(testCase, "expected"), "value")));
            conformance.asked();
        }
        conformance.holds(
                "DMN 0071",
                10,
                Map.of(
                        "between of datetime", 5,
                        "between of dt_duration", 5,
                        "between of null", 3,
                        "between of string", 5,
                        "between of time", 5,
                        "between of ym_duration", 5));
    }

    private static FactValue value(String literal) {
        var date = DATE.matcher(literal);
        return date.matches() ? Conformance.day(date.group(1)) : Conformance.number(literal);
    }

    private static Facts flag(Facts facts, CustomFact fact, Element value) {
        return switch (truthOf(value)) {
            case UNKNOWN -> facts;
            case TRUE -> facts.with(fact, new FactValue.Flag(true));
            case FALSE -> facts.with(fact, new FactValue.Flag(false));
        };
    }

    private static Truth truthOf(Element value) {
        return switch (value.getTextContent().strip()) {
            case "true" -> Truth.TRUE;
            case "false" -> Truth.FALSE;
            default -> Truth.UNKNOWN;
        };
    }
}
