package app.retour.rules.policy;

import app.retour.rules.vocabulary.Fact;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.Operator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When a rule holds. Groups nest freely; an empty {@code All} or {@code None} is true, an empty {@code Any} false. A new
 * kind does not compile until every switch knows it.
 */
public sealed interface Condition {
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    record None(List<Condition> parts) implements Condition {
        public None {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Compares one fact with constants.
     *
     * @param operands of the fact's type; a single text or option each for lists
     */
    record Test(Fact fact, Operator operator, List<FactValue> operands) implements Condition {
        public Test {
            operands = List.copyOf(operands);
            if (!operator.suits(fact.type())
                    || operands.size() < operator.fewest()
                    || operands.size() > operator.most()) {
                throw new IllegalArgumentException("%s %s %s".formatted(fact.key(), operator, operands));
            }
        }
    }

    default Truth truth(Facts facts) {
        return switch (this) {
            case All(var parts) -> {
                var truth = Truth.TRUE;
                for (var part : parts) {
                    truth = truth.and(part.truth(facts));
                    if (truth == Truth.FALSE) {
                        break;
                    }
                }
                yield truth;
            }
            case Any(var parts) -> anyOf(parts, facts);
            case None(var parts) -> anyOf(parts, facts).not();
            case Test test -> Comparison.of(test, facts.get(test.fact()));
        };
    }

    /** The facts for want of which this is unknown; none when it is true or false. */
    default Set<Fact> missing(Facts facts) {
        var missing = new LinkedHashSet<Fact>();
        if (truth(facts) == Truth.UNKNOWN) {
            switch (this) {
                case All(var parts) -> parts.forEach(part -> missing.addAll(part.missing(facts)));
                case Any(var parts) -> parts.forEach(part -> missing.addAll(part.missing(facts)));
                case None(var parts) -> parts.forEach(part -> missing.addAll(part.missing(facts)));
                case Test test -> missing.add(test.fact());
            }
        }
        return missing;
    }

    /** The facts this reads, in order of mention. */
    default Stream<Fact> facts() {
        return tests().map(Test::fact);
    }

    /** The comparisons in it, in order of mention. */
    default Stream<Test> tests() {
        return switch (this) {
            case All(var parts) -> parts.stream().flatMap(Condition::tests);
            case Any(var parts) -> parts.stream().flatMap(Condition::tests);
            case None(var parts) -> parts.stream().flatMap(Condition::tests);
            case Test test -> Stream.of(test);
        };
    }

    private static Truth anyOf(List<Condition> parts, Facts facts) {
        var truth = Truth.FALSE;
        for (var part : parts) {
            truth = truth.or(part.truth(facts));
            if (truth == Truth.TRUE) {
                break;
            }
        }
        return truth;
    }
}
