package app.retour.rules;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Conditions as a list of tests that jump: each test names where to go on when it holds and when it fails, so that a
 * group costs nothing by itself. Says the same as {@link Condition#truth}, which is the plain reading of the law.
 *
 * <p>Three values need two runs at most. "Not false" takes every test of an unknown fact as holding, "true" takes it as
 * failing; negation is moved down to the tests beforehand, so both readings are exact. The second run is needed only
 * where the first met something unknown.
 */
final class CompiledConditions {
    static final int HOLDS = -1;
    static final int FAILS = -2;
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

    /**
     * @param negated whether it holds when the test does not pass
     * @param low smallest and {@code high} largest number that passes a RANGE
     * @param wanted what the other kinds look for: numbers or folded texts
     */
    private record Step(
            Condition.Test test,
            Kind kind,
            int slot,
            boolean negated,
            long low,
            long high,
            Object wanted,
            int hold,
            int fail) {}

    private final Currency currency;
    private Step[] steps = new Step[16];
    private int written;

    CompiledConditions(Currency currency) {
        this.currency = currency;
    }

    /** @return where to start; maybe {@link #HOLDS} or {@link #FAILS} at once */
    int add(Condition condition) {
        return write(condition, false, HOLDS, FAILS);
    }

    Truth truth(int start, CodedFacts facts) {
        return switch (lenient(start, facts)) {
            case FAILS -> Truth.FALSE;
            case HOLDS -> Truth.TRUE;
            default -> strict(start, facts) ? Truth.TRUE : Truth.UNKNOWN;
        };
    }

    /** Whether it is not false. */
    boolean isPossible(int start, CodedFacts facts) {
        return lenient(start, facts) != FAILS;
    }

    private int lenient(int start, CodedFacts facts) {
        var at = start;
        var metUnknown = false;
        while (at >= 0) {
            var step = steps[at];
            var passed = passes(step, facts);
            metUnknown |= passed < 0;
            at = passed < 0 || (passed != 0) != step.negated ? step.hold : step.fail;
        }
        return at == HOLDS && metUnknown ? 0 : at;
    }

    private boolean strict(int start, CodedFacts facts) {
        var at = start;
        while (at >= 0) {
            var step = steps[at];
            var passed = passes(step, facts);
            at = passed >= 0 && (passed != 0) != step.negated ? step.hold : step.fail;
        }
        return at == HOLDS;
    }

    /** @return 1 yes, 0 no, -1 unknown */
    private static int passes(Step step, CodedFacts facts) {
        var slot = step.slot;
        if (slot == NO_SLOT) {
            return plainly(step, facts);
        }
        var state = facts.states[slot];
        if (step.kind == Kind.UNKNOWN) {
            return state == CodedFacts.UNKNOWN ? 1 : 0;
        }
        if (state != CodedFacts.KNOWN) {
            return state == CodedFacts.UNKNOWN ? -1 : plainly(step, facts);
        }
        return switch (step.kind) {
            case RANGE -> {
                var number = facts.numbers[slot];
                yield number >= step.low && number <= step.high ? 1 : 0;
            }
            case NUMBERS -> Arrays.binarySearch((long[]) step.wanted, facts.numbers[slot]) >= 0 ? 1 : 0;
            case TEXT -> step.wanted.equals(facts.texts[slot]) ? 1 : 0;
            case TEXTS -> ((Set<?>) step.wanted).contains(facts.texts[slot]) ? 1 : 0;
            case PREFIX -> facts.texts[slot].startsWith((String) step.wanted) ? 1 : 0;
            case PART -> facts.texts[slot].contains((String) step.wanted) ? 1 : 0;
            case ANY -> common(facts.lists[slot], (String[]) step.wanted) > 0 ? 1 : 0;
            case ALL -> common(facts.lists[slot], (String[]) step.wanted) == ((String[]) step.wanted).length ? 1 : 0;
            case UNKNOWN, PLAIN -> plainly(step, facts);
        };
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

    private static int plainly(Step step, CodedFacts facts) {
        return switch (Comparison.of(step.test, facts.facts.get(step.test.fact()))) {
            case TRUE -> 1;
            case FALSE -> 0;
            case UNKNOWN -> -1;
        };
    }

    private int write(Condition condition, boolean negated, int hold, int fail) {
        return switch (condition) {
            case Condition.All(var parts) -> group(parts, !negated, negated, hold, fail);
            case Condition.Any(var parts) -> group(parts, negated, negated, hold, fail);
            case Condition.None(var parts) -> group(parts, !negated, !negated, hold, fail);
            case Condition.Test test -> write(step(test, negated, hold, fail));
        };
    }

    /** From the last part to the first, each going on to the one after it. */
    private int group(List<Condition> parts, boolean needsAll, boolean negated, int hold, int fail) {
        var ordered = parts.stream()
                .sorted(Comparator.comparingInt((Condition part) -> -cost(part)))
                .toList();
        var next = needsAll ? hold : fail;
        for (var part : ordered) {
            next = needsAll ? write(part, negated, next, fail) : write(part, negated, hold, next);
        }
        return next;
    }

    private int write(Step step) {
        if (written == steps.length) {
            steps = Arrays.copyOf(steps, 2 * written);
        }
        steps[written] = step;
        return written++;
    }

    private Step step(Condition.Test test, boolean negated, int hold, int fail) {
        var flips = test.operator() == Operator.CONTAINS_NONE;
        var range = range(test);
        var kind = range == null ? kind(test) : Kind.RANGE;
        return new Step(
                test,
                kind,
                slot(test.fact()),
                negated != flips,
                range == null ? 0 : range[0],
                range == null ? 0 : range[1],
                wanted(kind, test),
                hold,
                fail);
    }

    /** The merchant's own facts have no slot; their conditions are read plainly. */
    private static int slot(Fact fact) {
        return fact instanceof FactName name ? name.ordinal() : NO_SLOT;
    }

    /** First and last number that passes; null where the test is no such range. */
    private long @Nullable [] range(Condition.Test test) {
        var numbers = numbers(test);
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
    private long @Nullable [] numbers(Condition.Test test) {
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

    private Kind kind(Condition.Test test) {
        var isText = test.fact().type() == FactType.TEXT;
        return switch (test.operator()) {
            case IS_UNKNOWN -> Kind.UNKNOWN;
            case EQUALS -> isText ? Kind.TEXT : Kind.PLAIN;
            case ONE_OF -> isText ? Kind.TEXTS : numbers(test) == null ? Kind.PLAIN : Kind.NUMBERS;
            case STARTS_WITH -> Kind.PREFIX;
            case CONTAINS_TEXT -> Kind.PART;
            case CONTAINS_ANY, CONTAINS_NONE -> Kind.ANY;
            case CONTAINS_ALL -> Kind.ALL;
            default -> Kind.PLAIN;
        };
    }

    private Object wanted(Kind kind, Condition.Test test) {
        return switch (kind) {
            case NUMBERS ->
                Arrays.stream(Objects.requireNonNull(numbers(test))).sorted().toArray();
            case TEXT, PREFIX, PART -> folded(test).getFirst();
            case TEXTS -> Set.copyOf(folded(test));
            case ANY, ALL -> folded(test).toArray(String[]::new);
            case RANGE, UNKNOWN, PLAIN -> test;
        };
    }

    /** The texts that a test names, as coded facts have them, each once. */
    static List<String> folded(Condition.Test test) {
        return test.operands().stream()
                .map(operand -> Comparison.fold(((FactValue.Text) operand).text()))
                .distinct()
                .toList();
    }

    private static int cost(Condition condition) {
        return switch (condition) {
            case Condition.All(var parts) -> cost(parts);
            case Condition.Any(var parts) -> cost(parts);
            case Condition.None(var parts) -> cost(parts);
            case Condition.Test test ->
                switch (test.fact().type()) {
                    case TEXT -> 3;
                    case TEXTS, CHOICES -> 5;
                    default -> 1;
                };
        };
    }

    private static int cost(List<Condition> parts) {
        return 1 + parts.stream().mapToInt(CompiledConditions::cost).sum();
    }

    /** The boundaries at which a test may change its answer: where a passing stretch begins, and just after it ends. */
    void boundaries(Condition.Test test, Collection<Long> into) {
        var range = range(test);
        var numbers = range == null ? numbers(test) : null;
        if (range != null) {
            boundaries(range[0], range[1], into);
        } else if (numbers != null) {
            for (var number : numbers) {
                boundaries(number, number, into);
            }
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

    /** Whether only the value's region, its text or its elements decide it, never the shape of a text or another currency. */
    boolean isIndexable(Condition.Test test) {
        if (slot(test.fact()) == NO_SLOT) {
            return false;
        }
        return switch (range(test) == null ? kind(test) : Kind.RANGE) {
            case PREFIX, PART, PLAIN -> false;
            default -> true;
        };
    }
}
