package app.retour.rules.evaluation;

import app.retour.rules.policy.Condition;
import app.retour.rules.vocabulary.FactValue;

/**
 * How often a condition holds, guessed from its form alone: a shop has many products, most flags are not set. A wrong
 * guess costs time, never truth.
 */
final class Selectivity {
    private static final double EQUAL_TEXT = 0.05;
    private static final double EQUAL_NUMBER = 0.1;
    private static final double IN_STRETCH = 0.3;
    private static final double HALF = 0.5;
    private static final double FLAG_SET = 0.2;
    private static final double IN_LIST = 0.1;
    private static final double UNKNOWN = 0.1;

    private Selectivity() {}

    static double of(Condition condition) {
        return switch (condition) {
            case Condition.All(var parts) ->
                parts.stream().mapToDouble(Selectivity::of).reduce(1, (one, other) -> one * other);
            case Condition.Any(var parts) -> 1 - none(parts);
            case Condition.None(var parts) -> none(parts);
            case Condition.Test test -> of(test);
        };
    }

    private static double none(Iterable<Condition> parts) {
        var share = 1.0;
        for (var part : parts) {
            share *= 1 - of(part);
        }
        return share;
    }

    private static double of(Condition.Test test) {
        return switch (test.operator()) {
            case EQUALS -> equal(test);
            case ONE_OF -> Math.min(HALF, test.operands().size() * equal(test));
            case BETWEEN -> IN_STRETCH;
            case CONTAINS_ANY -> Math.min(HALF, test.operands().size() * IN_LIST);
            case CONTAINS_ALL -> IN_LIST;
            case CONTAINS_NONE -> 1 - Math.min(HALF, test.operands().size() * IN_LIST);
            case STARTS_WITH, CONTAINS_TEXT -> IN_LIST;
            case IS_UNKNOWN -> UNKNOWN;
            case LESS_THAN, AT_MOST, GREATER_THAN, AT_LEAST, WITHIN_DAYS, BEFORE, AFTER -> HALF;
        };
    }

    private static double equal(Condition.Test test) {
        return switch (test.operands().getFirst()) {
            case FactValue.Flag(var isSet) -> isSet ? FLAG_SET : 1 - FLAG_SET;
            case FactValue.Text _
            when !test.fact().options().isEmpty() -> 1.0 / test.fact().options().size();
            case FactValue.Text _ -> EQUAL_TEXT;
            default -> EQUAL_NUMBER;
        };
    }
}
