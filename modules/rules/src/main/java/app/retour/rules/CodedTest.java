package app.retour.rules;

import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One comparison in the form that {@link CodedFacts} answers at once. What that form cannot say is compared plainly.
 *
 * @param slot negative for the merchant's own facts, which are compared plainly
 * @param low smallest and {@code high} largest number that passes a RANGE
 * @param wanted what the other kinds look for: numbers or folded texts
 * @param flips whether it holds when the kind does not: "contains none" is told by "contains any"
 */
record CodedTest(Condition.Test test, Kind kind, int slot, long low, long high, Object wanted, boolean flips) {
    private static final int NO_SLOT = -1;

    private enum Kind {
        RANGE,
        NUMBERS,
        TEXT,
        TEXTS,
        PREFIX,
        PART,
        ANY,
        ALL,
        UNKNOWN,
        PLAIN
    }

    static CodedTest of(Condition.Test test, Currency currency) {
        if (!(test.fact() instanceof FactName name)) {
            return new CodedTest(test, Kind.PLAIN, NO_SLOT, 0, 0, test, false);
        }
        var range = range(test, currency);
        var kind = range == null ? kind(test, currency) : Kind.RANGE;
        return new CodedTest(
                test,
                kind,
                name.ordinal(),
                range == null ? 0 : range[0],
                range == null ? 0 : range[1],
                wanted(kind, test, currency),
                test.operator() == Operator.CONTAINS_NONE);
    }

    /** @return 1 yes, 0 no, -1 unknown */
    int passes(CodedFacts facts) {
        if (slot == NO_SLOT) {
            return plainly(facts);
        }
        var state = facts.states[slot];
        if (kind == Kind.UNKNOWN) {
            return state == CodedFacts.UNKNOWN ? 1 : 0;
        }
        if (state != CodedFacts.KNOWN) {
            return state == CodedFacts.UNKNOWN ? -1 : plainly(facts);
        }
        return switch (kind) {
            case RANGE -> {
                var number = facts.numbers[slot];
                yield number >= low && number <= high ? 1 : 0;
            }
            case NUMBERS -> told(Arrays.binarySearch((long[]) wanted, facts.numbers[slot]) >= 0);
            case TEXT -> told(wanted.equals(facts.texts[slot]));
            case TEXTS -> told(((Set<?>) wanted).contains(facts.texts[slot]));
            case PREFIX -> told(facts.texts[slot].startsWith((String) wanted));
            case PART -> told(facts.texts[slot].contains((String) wanted));
            case ANY -> told(common(facts.lists[slot], (String[]) wanted) > 0 != flips);
            case ALL -> told(common(facts.lists[slot], (String[]) wanted) == ((String[]) wanted).length);
            case UNKNOWN, PLAIN -> plainly(facts);
        };
    }

    private static int told(boolean passed) {
        return passed ? 1 : 0;
    }

    /** How many of the wanted texts are in the list; neither holds a text twice. */
    private static int common(String[] list, String[] wanted) {
        var common = 0;
        for (var text : list) {
            for (var one : wanted) {
                if (text.equals(one)) {
                    common++;
                }
            }
        }
        return common;
    }

    private int plainly(CodedFacts facts) {
        return switch (Comparison.of(test, facts.facts.get(test.fact()))) {
            case TRUE -> 1;
            case FALSE -> 0;
            case UNKNOWN -> -1;
        };
    }

    /** Whether only the value's region, its text or its elements decide it, never the shape of a text or another currency. */
    boolean isIndexable() {
        return switch (kind) {
            case PREFIX, PART, PLAIN -> false;
            default -> true;
        };
    }

    /** The boundaries at which it may change its answer: where a passing stretch begins, and just after it ends. */
    void boundaries(Collection<Long> into) {
        switch (kind) {
            case RANGE -> boundaries(low, high, into);
            case NUMBERS -> {
                for (var number : (long[]) wanted) {
                    boundaries(number, number, into);
                }
            }
            default -> {}
        }
    }

    private static void boundaries(long low, long high, Collection<Long> into) {
        if (low != Long.MIN_VALUE) {
            into.add(low);
        }
        if (high != Long.MAX_VALUE) {
            into.add(high + 1);
        }
    }

    /** The texts that a test names, as coded facts have them, each once. */
    static List<String> folded(Condition.Test test) {
        return test.operands().stream()
                .map(operand -> Comparison.fold(((FactValue.Text) operand).text()))
                .distinct()
                .toList();
    }

    /** First and last number that passes; null where the test is no such range. */
    private static long @Nullable [] range(Condition.Test test, Currency currency) {
        var numbers = numbers(test, currency);
        if (numbers == null || numbers.length == 0) {
            return null;
        }
        var first = numbers[0];
        return switch (test.operator()) {
            case EQUALS -> new long[] {first, first};
            case LESS_THAN, BEFORE -> new long[] {Long.MIN_VALUE, first - 1};
            case AT_MOST, WITHIN_DAYS -> new long[] {Long.MIN_VALUE, first};
            case GREATER_THAN, AFTER -> new long[] {first + 1, Long.MAX_VALUE};
            case AT_LEAST -> new long[] {first, Long.MAX_VALUE};
            case BETWEEN -> new long[] {first, numbers[1]};
            default -> null;
        };
    }

    /** The operands as coded facts have them; null where one of them is no number there. */
    private static long @Nullable [] numbers(Condition.Test test, Currency currency) {
        if (test.fact().type() == FactType.TEXT || test.fact().type().isList()) {
            return null;
        }
        var numbers = new long[test.operands().size()];
        for (var i = 0; i < numbers.length; i++) {
            var number = CodedFacts.number(test.fact(), test.operands().get(i), currency);
            if (number == null) {
                return null;
            }
            numbers[i] = number;
        }
        return numbers;
    }

    private static Kind kind(Condition.Test test, Currency currency) {
        var isText = test.fact().type() == FactType.TEXT;
        return switch (test.operator()) {
            case IS_UNKNOWN -> Kind.UNKNOWN;
            case EQUALS -> isText ? Kind.TEXT : Kind.PLAIN;
            case ONE_OF -> isText ? Kind.TEXTS : numbers(test, currency) == null ? Kind.PLAIN : Kind.NUMBERS;
            case STARTS_WITH -> Kind.PREFIX;
            case CONTAINS_TEXT -> Kind.PART;
            case CONTAINS_ANY, CONTAINS_NONE -> Kind.ANY;
            case CONTAINS_ALL -> Kind.ALL;
            default -> Kind.PLAIN;
        };
    }

    private static Object wanted(Kind kind, Condition.Test test, Currency currency) {
        return switch (kind) {
            case NUMBERS ->
                Arrays.stream(Objects.requireNonNull(numbers(test, currency)))
                        .sorted()
                        .toArray();
            case TEXT, PREFIX, PART -> folded(test).getFirst();
            case TEXTS -> Set.copyOf(folded(test));
            case ANY, ALL -> folded(test).toArray(String[]::new);
            case RANGE, UNKNOWN, PLAIN -> test;
        };
    }
}
