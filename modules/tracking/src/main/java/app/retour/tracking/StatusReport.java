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
record StatusReport(ParcelStatus status, Instant at, String key, boolean isOfNumber)
        implements Comparable<StatusReport> {
    StatusReport(ParcelStatus status, Instant at, String key) {
        this(status, at, key, true);
    }

    private static final Comparator<StatusReport> BY_WEIGHT = Comparator.comparing(StatusReport::at)
            .thenComparing(StatusReport::status)
            .thenComparing(StatusReport::key);

    /** By time, then by the rank of the status, then by key: the last one counts. */
    @Override
    public int compareTo(StatusReport other) {
        return BY_WEIGHT.compare(this, other);
    }
}
