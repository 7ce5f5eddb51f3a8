package app.retour.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a parcel is and since when, by all that was said of it. The order in which events came makes no difference.
 *
 * @param since by the time of the event that began the state; null before any did
 */
record Journey(ParcelState state, @Nullable Instant since) {
    private static final Set<ParcelStatus> LEAVE_DELIVERED =
            Set.of(ParcelStatus.RETURN_TO_SENDER, ParcelStatus.FAILURE);

    /** @param start where a parcel is of which nothing was said */
    static Journey of(ParcelState start, List<Said> events) {
        var journey = new Journey(start, null);
        for (var event : events.stream().sorted().toList()) {
            journey = journey.after(event);
        }
        return journey;
    }

    private Journey after(Said event) {
        var next = event.status().state();
        if (next == null || next == state && since != null) {
            return this;
        }
        var holds = state == ParcelState.DELIVERED && !LEAVE_DELIVERED.contains(event.status());
        return holds ? this : new Journey(next, event.at());
    }
}
