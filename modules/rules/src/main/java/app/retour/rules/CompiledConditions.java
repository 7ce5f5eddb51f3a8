package app.retour.rules;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;

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

    /** @param negated whether it holds when the test does not pass */
    private record Step(CodedTest test, boolean negated, int hold, int fail) {}

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

    CodedTest coded(Condition.Test test) {
        return CodedTest.of(test, currency);
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
            var passed = step.test.passes(facts);
            metUnknown |= passed < 0;
            at = passed < 0 || (passed != 0) != step.negated ? step.hold : step.fail;
        }
        return at == HOLDS && metUnknown ? 0 : at;
    }

    private boolean strict(int start, CodedFacts facts) {
        var at = start;
        while (at >= 0) {
            var step = steps[at];
            var passed = step.test.passes(facts);
            at = passed >= 0 && (passed != 0) != step.negated ? step.hold : step.fail;
        }
        return at == HOLDS;
    }

    private int write(Condition condition, boolean negated, int hold, int fail) {
        return switch (condition) {
            case Condition.All(var parts) -> group(parts, !negated, negated, hold, fail);
            case Condition.Any(var parts) -> group(parts, negated, negated, hold, fail);
            case Condition.None(var parts) -> group(parts, !negated, !negated, hold, fail);
            case Condition.Test test -> write(new Step(coded(test), negated, hold, fail));
        };
    }

    /** From the last part to the first, each going on to the one after it; what is cheap to test comes first. */
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
}
