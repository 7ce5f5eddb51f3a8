package app.retour.tracking;

import java.time.Instant;
import java.util.Comparator;

/**
 * What decides about one event.
 *
 * @param at when it happened, already clamped to its first receipt
 * @param isOfNumber said of the number by a carrier; not so what a person saw of the parcel itself
 * @param key the same for the same event, whenever and however often it came
 */
record Said(ParcelStatus status, Instant at, String key, boolean isOfNumber) implements Comparable<Said> {
    Said(ParcelStatus status, Instant at, String key) {
        this(status, at, key, true);
    }

    private static final Comparator<Said> BY_WEIGHT =
            Comparator.comparing(Said::at).thenComparing(Said::status).thenComparing(Said::key);

    /** By time, then by the rank of the status, then by key: the last one counts. */
    @Override
    public int compareTo(Said other) {
        return BY_WEIGHT.compare(this, other);
    }
}
