package app.retour.rules.analysis;

import app.retour.rules.solver.Clauses;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Operator;
import java.util.SortedSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A number by its order: one variable for each boundary at which any condition changes its answer, saying that the number
 * is not below it. Exact, since between two boundaries all numbers are alike.
 */
final class EncodedNumber {
    private final NumberRange range;
    private final long[] cuts;
    private final int[] literals;

    EncodedNumber(NumberRange range, SortedSet<Long> boundaries, Clauses clauses) {
        this.range = range;
        cuts = boundaries.stream()
                .mapToLong(cut -> cut)
                .filter(cut -> cut > range.least() && cut <= range.most())
                .toArray();
        literals = new int[cuts.length];
        for (var i = 0; i < cuts.length; i++) {
            literals[i] = clauses.variable();
            if (i > 0) {
                clauses.require(-literals[i], literals[i - 1]);
            }
        }
    }

    NumberRange range() {
        return range;
    }

    IntStream choices() {
        return IntStream.of(literals);
    }

    long[] cuts() {
        return cuts;
    }

    /** @param number one of the boundaries, or out of range */
    int atLeast(long number) {
        if (number <= range.least()) {
            return Clauses.TRUE;
        }
        if (number > range.most()) {
            return Clauses.FALSE;
        }
        var place = java.util.Arrays.binarySearch(cuts, number);
        if (place < 0) {
            throw new IllegalStateException(
                    "%s has no boundary at %d".formatted(range.fact().key(), number));
        }
        return literals[place];
    }

    int between(long low, long high, Clauses clauses) {
        return low > high ? Clauses.FALSE : clauses.all(atLeast(low), -atLeast(high + 1));
    }

    /** Writes where the number lies in the world last found: its least and its greatest value. */
    void box(Clauses clauses, long[] into, int at) {
        var below = 0;
        var above = cuts.length;
        while (below < above) {
            var middle = (below + above) >>> 1;
            if (clauses.isTrue(literals[middle])) {
                below = middle + 1;
            } else {
                above = middle;
            }
        }
        into[at] = below == 0 ? range.least() : cuts[below - 1];
        into[at + 1] = below == cuts.length ? range.most() : cuts[below] - 1;
    }

    /** First and last number that pass, the first above the last where none does; null for another currency. */
    static long @Nullable [] stretch(NumberRange range, Operator operator, FactValue operand) {
        var from = range.ceiling(operand);
        var to = range.floor(operand);
        if (from == null || to == null) {
            return null;
        }
        return switch (operator) {
            case EQUALS, ONE_OF -> new long[] {from, to};
            case LESS_THAN, BEFORE -> new long[] {range.least(), from - 1};
            case AT_MOST, WITHIN_DAYS -> new long[] {range.least(), to};
            case GREATER_THAN, AFTER -> new long[] {to + 1, range.most()};
            case AT_LEAST -> new long[] {from, range.most()};
            default -> throw new IllegalArgumentException("Compares no number: " + operator);
        };
    }
}
