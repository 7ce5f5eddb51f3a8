package app.retour.rules.evaluation;

import static app.retour.rules.evaluation.Conformance.fact;
import static app.retour.rules.evaluation.Conformance.test;
import static app.retour.rules.evaluation.DmnFile.elements;
import static app.retour.rules.evaluation.DmnFile.first;
import static app.retour.rules.evaluation.DmnFile.input;
import static app.retour.rules.evaluation.DmnFile.model;
import static app.retour.rules.evaluation.DmnFile.tests;
import static app.retour.rules.evaluation.DmnFile.text;
import static app.retour.rules.evaluation.RuleFixtures.number;
import static app.retour.rules.evaluation.RuleFixtures.tag;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.rules.policy.Condition;
import app.retour.rules.policy.Policy;
import app.retour.rules.vocabulary.CustomFact;
import app.retour.rules.vocabulary.FactType;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.Operator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.w3c.dom.Element;

/** A decision table as a policy; rows by the priority of their first output where the table says so. */
final class DmnTable {
    private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>)\\s*(\\d+)");

    private final Element tests;
    private final List<CustomFact> facts = new ArrayList<>();
    private final List<Element> rows;
    private final List<String> defaults = new ArrayList<>();

    DmnTable(String name) throws Exception {
        tests = tests(name);
        var table = first(model(name), "decisionTable");
        for (var input : elements(table, "inputExpression")) {
            var type = switch (input.getAttribute("typeRef")) {
                case "number" -> FactType.COUNT;
                case "boolean" -> FactType.FLAG;
                default -> FactType.TEXT;
            };
            var words = text(input);
            facts.add(fact(words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1), type));
        }
        elements(table, "defaultOutputEntry").forEach(entry -> defaults.add(unquoted(entry)));
        rows = new ArrayList<>(elements(table, "rule"));
        if (table.getAttribute("hitPolicy").equals("PRIORITY")) {
            var order = first(first(table, "output"), "outputValues").getTextContent();
            rows.sort(
                    Comparator.comparingInt(row -> order.indexOf(outputsOf(row).getFirst())));
        }
    }

    Policy policy() {
        return new Policy(
                RuleFixtures.EUR,
                IntStream.range(0, rows.size())
                        .mapToObj(place -> {
                            var row = rows.get(place);
                            var outputs = outputsOf(row);
                            var decided = outputs.getFirst().equals("Approved")
                                    ? RuleFixtures.approve()
                                    : RuleFixtures.reject();
                            return RuleFixtures.rule(
                                    "row " + place, when(row), decided, tag(String.join(" ", outputs)));
                        })
                        .toList());
    }

    List<String> defaults() {
        return defaults;
    }

    List<List<String>> outputs() {
        return rows.stream().map(DmnTable::outputsOf).toList();
    }

    List<Element> cases() {
        var cases = elements(tests, "testCase");
        assertThat(cases).isNotEmpty();
        return cases;
    }

    Facts facts(Element testCase) {
        var known = Facts.none();
        for (var fact : facts) {
            var value = input(testCase, fact.attribute()).getTextContent().strip();
            known = known.with(
                    fact,
                    switch (fact.type()) {
                        case COUNT -> Conformance.number(value);
                        case FLAG -> new FactValue.Flag(Boolean.parseBoolean(value));
                        default -> new FactValue.Text(value);
                    });
        }
        return known;
    }

    private static List<String> outputsOf(Element row) {
        return elements(row, "outputEntry").stream().map(DmnTable::unquoted).toList();
    }

    private Condition when(Element row) {
        var parts = new ArrayList<Condition>();
        var entries = elements(row, "inputEntry");
        for (var column = 0; column < entries.size(); column++) {
            var entry = text(entries.get(column));
            if (!entry.equals("-")) {
                parts.add(cell(facts.get(column), entry));
            }
        }
        return new Condition.All(parts);
    }

    private static Condition cell(CustomFact fact, String entry) {
        return switch (fact.type()) {
            case FLAG -> test(fact, Operator.EQUALS, new FactValue.Flag(Boolean.parseBoolean(entry)));
            case TEXT ->
                new Condition.Test(
                        fact,
                        Operator.ONE_OF,
                        Pattern.compile("\"([^\"]+)\"")
                                .matcher(entry)
                                .results()
                                .<FactValue>map(match -> new FactValue.Text(match.group(1)))
                                .toList());
            default -> {
                var comparison = COMPARISON.matcher(entry);
                assertThat(comparison.matches()).as(entry).isTrue();
                var operator = switch (comparison.group(1)) {
                    case "<" -> Operator.LESS_THAN;
                    case "<=" -> Operator.AT_MOST;
                    case ">" -> Operator.GREATER_THAN;
                    default -> Operator.AT_LEAST;
                };
                yield test(fact, operator, number(Integer.parseInt(comparison.group(2))));
            }
        };
    }

    private static String unquoted(Element entry) {
        return text(entry).replace("\"", "");
    }
}
