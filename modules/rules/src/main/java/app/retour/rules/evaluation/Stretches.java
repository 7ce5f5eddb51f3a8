package app.retour.rules.evaluation;

import java.util.Arrays;

/**
 * The stretches into which boundaries cut the whole numbers, and which of them a number lies in: a table over equal parts of
 * the whole says it at once or nearly, without a branch that depends on the number.
 */
final class Stretches {
    private static final int PARTS_A_BOUNDARY = 4;

    /** In rising order; then such as no number reaches, so that one may look beyond the end. */
    private final long[] boundaries;

    private final int count;
    /** One below the first boundary. */
    private final long first;

    private final long last;
    private final int shift;
    /** How many boundaries lie at or below the least number of each part. */
    private final int[] before;
    /** The highest power of two that is not above the number of boundaries inside any part; 0 where none has any. */
    private final int stride;

    Stretches(long... rising) {
        count = rising.length + 1;
        first = rising.length == 0 ? 0 : rising[0] - 1;
        last = rising.length == 0 ? 0 : rising[rising.length - 1];
        var parts = Integer.highestOneBit(PARTS_A_BOUNDARY * rising.length + 1);
        shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(last - first) - Integer.numberOfTrailingZeros(parts));
        before = new int[part(last) + 1];
        var at = 0;
        var most = 0;
        for (var part = 0; part < before.length; part++) {
            var inside = at;
            while (at < rising.length && Long.compareUnsigned(rising[at] - first, (long) part << shift) <= 0) {
                at++;
            }
            most = Math.max(most, at - inside);
            before[part] = at;
        }
        most = Math.max(most, rising.length - at);
        stride = Integer.highestOneBit(most);
        boundaries = Arrays.copyOf(rising, rising.length + 2 * stride);
        Arrays.fill(boundaries, rising.length, boundaries.length, Long.MAX_VALUE);
    }

    int count() {
        return count;
    }

    long least(int stretch) {
        return stretch == 0 ? first : boundaries[stretch - 1];
    }

    int of(long number) {
        var stretch = before[part(Math.min(Math.max(number, first), last))];
        for (var step = stride; step != 0; step >>>= 1) {
            stretch += boundaries[stretch + step - 1] <= number ? step : 0;
        }
        return stretch;
    }

    private int part(long number) {
        return (int) (number - first >>> shift);
    }
}
