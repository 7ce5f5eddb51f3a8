package app.retour.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a parcel is and since when, by all that was said of it. The order in which events came makes no difference.
 *
 * @param since by the time of the event that began the state; null before any did
 * @param anothers its number was on its way before the parcel could be, so that it is another parcel's: what carriers say
 *     of it does not count, only what a person has seen since
 */
record ParcelHistory(ParcelState state, @Nullable Instant since, boolean anothers) {
    /** Carriers write local times without a zone, or no more than a date. */
    private static final Duration BLUR = Duration.ofDays(1);

    private static final Set<ParcelStatus> LEAVE_DELIVERED =
            Set.of(ParcelStatus.RETURN_TO_SENDER, ParcelStatus.FAILURE);

    /**
     * @param start where a parcel is of which nothing was said
     * @param possibleFrom when it could leave at the earliest; null when nobody knows
     */
    static ParcelHistory of(ParcelState start, List<StatusReport> events, @Nullable Instant possibleFrom) {
        var first = possibleFrom == null ? Instant.MIN : possibleFrom.minus(BLUR);
        var anothers = events.stream().anyMatch(event -> isOfAnother(event, first, possibleFrom));
        var road = new Road(start);
        events.stream()
                .filter(event -> !anothers || !event.isOfNumber() && !event.at().isBefore(first))
                .sorted()
                .forEach(road::take);
        return new ParcelHistory(road.state, road.since, anothers);
    }

    /** No carrier brings a parcel within the hours by which it is mistaken about the time. */
    private static boolean isOfAnother(StatusReport event, Instant first, @Nullable Instant possibleFrom) {
        return event.status().isMovement() && event.at().isBefore(first)
                || event.status() == ParcelStatus.DELIVERED
                        && event.isOfNumber()
                        && possibleFrom != null
                        && event.at().isBefore(possibleFrom);
    }

    static ParcelHistory of(ParcelState start, List<StatusReport> events) {
        return of(start, events, null);
    }

    private static final class Road {
        private ParcelState state;
        private @Nullable Instant since;
        private boolean turned;

        Road(ParcelState start) {
            state = start;
        }

        /** Once it has turned back, a scan is of the way to its sender, and so is a delivery. */
        void take(StatusReport event) {
            var next = event.status().state();
            turned |= event.status() == ParcelStatus.RETURN_TO_SENDER;
            if (next == null || next == state && since != null) {
                return;
            }
            var delivered = state == ParcelState.DELIVERED && !LEAVE_DELIVERED.contains(event.status());
            var goesBack = turned && next != ParcelState.EXCEPTION && next != ParcelState.LOST;
            if (!delivered && !goesBack) {
                state = next;
                since = event.at();
            }
        }
    }
}
