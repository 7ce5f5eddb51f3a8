package app.retour.rules.evaluation;

import app.retour.rules.policy.Condition;
import app.retour.rules.policy.Truth;
import app.retour.rules.vocabulary.CodedFacts;
import app.retour.rules.vocabulary.FactType;
import app.retour.rules.vocabulary.Operator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;

/**
 * Conditions as a list of tests that jump: each test names where to go on when it passes and when it does not, so that a
 * group costs nothing by itself. Says the same as {@link Condition#truth}, which is the plain reading of the law.
 *
 * <p>Three values need two runs at most. "Not false" takes every test of an unknown fact as holding, "true" takes it as
 * failing; negation is moved down to the tests beforehand, so both readings are exact. The second run is needed only
 * where the first met something unknown.
 */
final class CompiledConditions {
    static final int HOLDS = -1;
    static final int FAILS = -2;
    /** Beyond these, one look into a set is cheaper than one test a text. */
    private static final int FEW_TEXTS = 4;

    /** Where to go on when the test passes, when it does not, and, where nobody can tell, as if it held or as if it failed. */
    private record Step(CodedTest test, int passed, int missed, int lenient, int strict) {}

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

    /** Gives back what was kept for conditions that did not come. */
    void trim() {
        steps = Arrays.copyOf(steps, written);
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
            if (passed < 0) {
                metUnknown = true;
                at = step.lenient;
            } else {
                at = passed != 0 ? step.passed : step.missed;
            }
        }
        return at == HOLDS && metUnknown ? 0 : at;
    }

    private boolean strict(int start, CodedFacts facts) {
        var at = start;
        while (at >= 0) {
            var step = steps[at];
            var passed = step.test.passes(facts);
            at = passed < 0 ? step.strict : passed != 0 ? step.passed : step.missed;
        }
        return at == HOLDS;
    }

    private int write(Condition condition, boolean negated, int hold, int fail) {
        return switch (condition) {
            case Condition.All(var parts) -> group(parts, !negated, negated, hold, fail);
            case Condition.Any(var parts) -> group(parts, negated, negated, hold, fail);
            case Condition.None(var parts) -> group(parts, !negated, !negated, hold, fail);
            case Condition.Test test when isOneOfFewTexts(test) -> group(eachAlone(test), negated, negated, hold, fail);
            case Condition.Test test ->
                write(new Step(coded(test), negated ? fail : hold, negated ? hold : fail, hold, fail));
        };
    }

    private static boolean isOneOfFewTexts(Condition.Test test) {
        return test.fact().type() == FactType.TEXT
                && test.operator() == Operator.ONE_OF
                && test.operands().size() <= FEW_TEXTS;
    }

    private static List<Condition> eachAlone(Condition.Test test) {
        return test.operands().stream()
                .map(operand -> (Condition) new Condition.Test(test.fact(), Operator.EQUALS, List.of(operand)))
                .toList();
    }

    /** From the last part to the first, each going on to the one after it; what most likely settles the group comes first. */
    private int group(List<Condition> parts, boolean needsAll, boolean negated, int hold, int fail) {
        var likeliestLast = Comparator.comparingDouble((Condition part) -> {
            var share = negated ? 1 - Selectivity.of(part) : Selectivity.of(part);
            return needsAll ? -share : share;
        });
        var next = needsAll ? hold : fail;
        for (var part : parts.stream().sorted(likeliestLast).toList()) {
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
}
