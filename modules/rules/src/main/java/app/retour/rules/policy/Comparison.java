package app.retour.rules.policy;

import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.FactValue.Amount;
import app.retour.rules.vocabulary.FactValue.Day;
import app.retour.rules.vocabulary.FactValue.Flag;
import app.retour.rules.vocabulary.FactValue.Quantity;
import app.retour.rules.vocabulary.FactValue.Text;
import app.retour.rules.vocabulary.FactValue.Texts;
import app.retour.rules.vocabulary.FactValue.Unknown;
import app.retour.rules.vocabulary.Operator;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/** What an operator says of a value. Exact, without floating point; texts without regard to case and outer blanks. */
public final class Comparison {
    private Comparison() {}

    public static Truth of(Condition.Test test, FactValue seen) {
        if (test.operator() == Operator.IS_UNKNOWN) {
            return Truth.of(!seen.isKnown());
        }
        if (!seen.isKnown()) {
            return Truth.UNKNOWN;
        }
        var operands = test.operands();
        return switch (test.operator()) {
            case EQUALS -> ordered(seen, operands.getFirst(), order -> order == 0);
            case ONE_OF ->
                Truth.of(operands.stream().anyMatch(one -> ordered(seen, one, order -> order == 0) == Truth.TRUE));
            case LESS_THAN, BEFORE -> ordered(seen, operands.getFirst(), order -> order < 0);
            case AT_MOST, WITHIN_DAYS -> ordered(seen, operands.getFirst(), order -> order <= 0);
            case GREATER_THAN, AFTER -> ordered(seen, operands.getFirst(), order -> order > 0);
            case AT_LEAST -> ordered(seen, operands.getFirst(), order -> order >= 0);
            case BETWEEN ->
                ordered(seen, operands.getFirst(), order -> order >= 0)
                        .and(ordered(seen, operands.getLast(), order -> order <= 0));
            case CONTAINS_ANY -> Truth.of(operands.stream().anyMatch(one -> holds(seen, one)));
            case CONTAINS_ALL -> Truth.of(operands.stream().allMatch(one -> holds(seen, one)));
            case CONTAINS_NONE -> Truth.of(operands.stream().noneMatch(one -> holds(seen, one)));
            case STARTS_WITH -> Truth.of(folded(seen).startsWith(folded(operands.getFirst())));
            case CONTAINS_TEXT -> Truth.of(folded(seen).contains(folded(operands.getFirst())));
            case IS_UNKNOWN -> throw new IllegalStateException();
        };
    }

    private static Truth ordered(FactValue seen, FactValue operand, IntPredicate accepts) {
        var order = order(seen, operand);
        return order.isEmpty() ? Truth.UNKNOWN : Truth.of(accepts.test(order.getAsInt()));
    }

    /** Empty for amounts of two currencies: nobody can say which is more. */
    private static OptionalInt order(FactValue seen, FactValue operand) {
        return switch (seen) {
            case Text _ -> OptionalInt.of(folded(seen).compareTo(folded(operand)));
            case Quantity(var number) -> OptionalInt.of(number.compareTo(((Quantity) operand).number()));
            case Amount(var money) -> {
                var other = ((Amount) operand).money();
                yield money.currency().equals(other.currency())
                        ? OptionalInt.of(money.compareTo(other))
                        : OptionalInt.empty();
            }
            case Day(var date) -> OptionalInt.of(date.compareTo(((Day) operand).date()));
            case Flag(var isSet) -> OptionalInt.of(Boolean.compare(isSet, ((Flag) operand).isSet()));
            case Texts _, Unknown _ -> throw new IllegalArgumentException("Has no order: " + seen);
        };
    }

    private static boolean holds(FactValue list, FactValue wanted) {
        return ((Texts) list).texts().stream().anyMatch(text -> Text.fold(text).equals(folded(wanted)));
    }

    private static String folded(FactValue value) {
        return ((Text) value).folded();
    }
}
