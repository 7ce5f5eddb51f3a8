package app.retour.notifications.liquid;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Liquid's comparisons; numbers and amounts compare by their number, days by their moment. */
final class Comparing {
    private Comparing() {}

    static boolean holds(Expression left, String operator, Expression right, Scope scope) {
        return switch (operator) {
            case "==" -> isEqual(left, right, scope);
            case "!=", "<>" -> !isEqual(left, right, scope);
            case "contains" -> contains(left.value(scope), right.value(scope), scope);
            default -> isOrdered(left, operator, right, scope);
        };
    }

    static boolean isEqual(Expression left, Expression right, Scope scope) {
        if (left instanceof Expression.Nothing && right instanceof Expression.Nothing) {
            return false;
        }
        if (right instanceof Expression.Nothing nothing) {
            return nothing.matches(left.value(scope));
        }
        if (left instanceof Expression.Nothing nothing) {
            return nothing.matches(right.value(scope));
        }
        var one = left.value(scope);
        scope.work(Values.size(one));
        return isEqual(one, right.value(scope));
    }

    static boolean isEqual(@Nullable Object left, @Nullable Object right) {
        if (Values.isNumber(left) && Values.isNumber(right)) {
            return Objects.requireNonNull(Values.numberIn(left))
                            .compareTo(Objects.requireNonNull(Values.numberIn(right)))
                    == 0;
        }
        if (left instanceof ShownValue.Moment one && right instanceof ShownValue.Moment other) {
            return one.at().isEqual(other.at());
        }
        if (left instanceof ShownValue shown && right instanceof String text) {
            return shown.text().equals(text);
        }
        if (right instanceof ShownValue shown && left instanceof String text) {
            return shown.text().equals(text);
        }
        if (left instanceof List<?> one && right instanceof List<?> other) {
            if (one.size() != other.size() || one instanceof WholeNumbers != other instanceof WholeNumbers) {
                return false;
            }
            for (var i = 0; i < one.size() && i < Values.LARGEST; i++) {
                if (!isEqual(one.get(i), other.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return Objects.equals(left, right);
    }

    private static boolean contains(@Nullable Object left, @Nullable Object right, Scope scope) {
        scope.work(Values.size(left));
        return switch (left) {
            case null -> false;
            case String text -> {
                scope.search(text, Values.text(right));
                yield right != null && text.contains(Values.text(right));
            }
            case List<?> list ->
                right != null
                        && list.stream().anyMatch(each -> {
                            scope.work(Values.size(each));
                            return isEqual(each, right);
                        });
            case Map<?, ?> map -> map.containsKey(right);
            case ShownValue shown -> right != null && shown.text().contains(Values.text(right));
            default -> false;
        };
    }

    private static boolean isOrdered(Expression left, String operator, Expression right, Scope scope) {
        var one = left.value(scope);
        var other = right.value(scope);
        scope.work(Values.size(one));
        if (one == null || other == null || one instanceof Map || other instanceof Map) {
            return false;
        }
        var order = order(one, other);
        if (order == null) {
            throw LiquidMistake.of(
                    "%s is %s and cannot be compared with %s",
                    left instanceof Expression.Variable variable ? variable.written() : "The left side",
                    Values.told(one),
                    right instanceof Expression.Variable variable
                            ? variable.written() + ", which is " + Values.told(other)
                            : Values.told(other));
        }
        return switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    /** Null where two values have no order. */
    static @Nullable Integer order(@Nullable Object one, @Nullable Object other) {
        if (Values.isNumber(one) && Values.isNumber(other)) {
            return Objects.requireNonNull(Values.numberIn(one))
                    .compareTo(Objects.requireNonNull(Values.numberIn(other)));
        }
        if (one instanceof ShownValue.Moment first && other instanceof ShownValue.Moment second) {
            return first.at().toInstant().compareTo(second.at().toInstant());
        }
        return one instanceof String first && other instanceof String second
                ? Integer.valueOf(first.compareTo(second))
                : null;
    }
}
