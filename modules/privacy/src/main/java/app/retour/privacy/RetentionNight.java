package app.retour.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What one night took away: counts, nothing of anybody.
 *
 * @param night of the merchant's calendar
 * @param endedAt null while it is under way, or was cut off; it goes on within the hour, and the next night takes what it left
 */
public record RetentionNight(
        LocalDate night, Instant startedAt, @Nullable Instant endedAt, SortedMap<String, Integer> counts) {}
