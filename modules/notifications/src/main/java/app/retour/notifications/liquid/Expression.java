package app.retour.notifications.liquid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands for a value. */
sealed interface Expression {
    /** Where it begins in the source. */
    int at();

    @Nullable
    Object value(Scope scope);

    /** A text, a number, true, false or nil. */
    record Literal(@Nullable Object constant, int at) implements Expression {
        @Override
        public @Nullable Object value(Scope scope) {
            return constant;
        }
    }

    /** {@code blank} or {@code empty}: something to compare with; printed, it is nothing. */
    record Nothing(boolean countsBlanks, int at) implements Expression {
        @Override
        public Object value(Scope scope) {
            return "";
        }

        boolean matches(@Nullable Object value) {
            return countsBlanks ? Values.isBlank(value) : Values.isEmpty(value);
        }
    }

    /** Whole numbers from one to another. */
    record Span(Expression from, Expression to, int at) implements Expression {
        @Override
        public Object value(Scope scope) {
            return new WholeNumbers(bound(from, scope), bound(to, scope));
        }

        private static long bound(Expression expression, Scope scope) {
            var number = Values.wholeNumber(expression.value(scope));
            return number == null ? 0 : number;
        }
    }

    /**
     * A value by its name, and what is in it.
     *
     * @param name null for a name that is reckoned: {@code [name]}
     * @param written as the template says it
     */
    record Variable(@Nullable Expression name, List<Expression> steps, String written, int at) implements Expression {
        @Override
        public @Nullable Object value(Scope scope) {
            var found = scope.find(Values.text(name == null ? null : name.value(scope)), this);
            for (var step : steps) {
                found = step(found, step.value(scope), step instanceof Member, scope);
            }
            return found;
        }

        private @Nullable Object step(@Nullable Object from, @Nullable Object key, boolean isWord, Scope scope) {
            if (from instanceof Map<?, ?> map) {
                if (map.containsKey(key) || key != null && map.containsKey(Values.text(key))) {
                    return map.containsKey(key) ? map.get(key) : map.get(Values.text(key));
                }
            } else if (from instanceof List<?> list
                    && !(key instanceof String)
                    && Values.wholeNumber(key) instanceof Long index) {
                var place = index < 0 ? list.size() + index : index;
                return place >= 0 && place < list.size() ? list.get((int) place) : null;
            }
            if (isWord && Values.member(from, String.valueOf(key)) instanceof Values.Found(var value)) {
                return value;
            }
            return scope.missing(from, String.valueOf(key), this);
        }
    }

    /** A name behind a dot. */
    record Member(String name, int at) implements Expression {
        @Override
        public Object value(Scope scope) {
            return name;
        }
    }

    /** A value that goes through a filter. */
    record Filtered(
            Expression input, String filter, List<Expression> arguments, Map<String, Expression> options, int at)
            implements Expression {
        @Override
        public @Nullable Object value(Scope scope) {
            var value = input.value(scope);
            var given = new ArrayList<@Nullable Object>();
            arguments.forEach(argument -> given.add(argument.value(scope)));
            var named = new LinkedHashMap<String, @Nullable Object>();
            options.forEach((name, option) -> named.put(name, option.value(scope)));
            try {
                scope.work(Values.size(value));
                given.forEach(argument -> scope.work(Values.size(argument)));
                var result = scope.filters().apply(filter, value, new Filter.Arguments(filter, given, named, scope));
                scope.work(Values.size(result));
                return Values.bounded(result);
            } catch (LiquidMistake mistake) {
                throw mistake.or(at);
            }
        }
    }

    /** Two values compared; a mistake where they cannot be. */
    record Comparison(Expression left, String operator, Expression right, int at) implements Expression {
        @Override
        public Object value(Scope scope) {
            try {
                return Comparing.holds(left, operator, right, scope);
            } catch (LiquidMistake mistake) {
                throw mistake.or(at);
            }
        }
    }

    /** {@code and}, {@code or}: read from the right, as Liquid does. */
    record Junction(Expression left, boolean isAnd, Expression right, int at) implements Expression {
        @Override
        public @Nullable Object value(Scope scope) {
            var isTrue = Values.isTrue(left.value(scope));
            return isAnd == isTrue ? Values.isTrue(right.value(scope)) : isTrue;
        }
    }
}
