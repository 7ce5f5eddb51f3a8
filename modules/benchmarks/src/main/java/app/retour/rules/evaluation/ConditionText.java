package app.retour.rules.evaluation;

import app.retour.rules.policy.Condition;
import app.retour.rules.vocabulary.FactValue;
import java.util.List;
import java.util.stream.Collectors;

/** A condition in the languages that look like C: SpEL, MVEL, CEL. */
enum ConditionText {
    SPEL("'", "L") {
        @Override
        String contains(String name, String text) {
            return "%s.contains(%s)".formatted(name, text);
        }
    },
    MVEL("\"", "L") {
        @Override
        String contains(String name, String text) {
            return "%s.contains(%s)".formatted(name, text);
        }
    },
    CEL("\"", "") {
        @Override
        String contains(String name, String text) {
            return "%s in %s".formatted(text, name);
        }
    };

    private final String quote;
    private final String suffix;

    ConditionText(String quote, String suffix) {
        this.quote = quote;
        this.suffix = suffix;
    }

    abstract String contains(String name, String text);

    String of(Condition condition) {
        return switch (condition) {
            case Condition.All(var parts) -> joined(parts, " && ");
            case Condition.Any(var parts) -> joined(parts, " || ");
            case Condition.None(var parts) -> "!" + joined(parts, " || ");
            case Condition.Test test -> test(test);
        };
    }

    private String joined(List<Condition> parts, String operator) {
        return parts.stream().map(this::of).collect(Collectors.joining(operator, "(", ")"));
    }

    private String test(Condition.Test test) {
        var name = PlainFacts.name(test.fact());
        var first = literal(test.operands().getFirst());
        return switch (test.operator()) {
            case EQUALS ->
                switch (test.operands().getFirst()) {
                    case FactValue.Flag(var isSet) -> isSet ? name : "!" + name;
                    default -> name + " == " + first;
                };
            case ONE_OF ->
                test.operands().stream()
                        .map(each -> name + " == " + literal(each))
                        .collect(Collectors.joining(" || ", "(", ")"));
            case CONTAINS_ANY -> contains(name, first);
            case CONTAINS_NONE -> "!(" + contains(name, first) + ")";
            case LESS_THAN, BEFORE -> name + " < " + first;
            case AT_LEAST -> name + " >= " + first;
            case AFTER -> name + " > " + first;
            case BETWEEN ->
                "(%1$s >= %2$s && %1$s <= %3$s)"
                        .formatted(name, first, literal(test.operands().getLast()));
            default -> throw new IllegalArgumentException("not generated: " + test);
        };
    }

    private String literal(FactValue value) {
        return PlainFacts.value(value) instanceof Long number
                ? number + suffix
                : quote + PlainFacts.value(value) + quote;
    }
}
