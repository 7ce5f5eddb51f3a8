package app.retour.mail.queue;

import java.time.Duration;

/**
 * How often a mail is tried, and how long it waits between two tries.
 *
 * @param most after so many tries it is given up
 * @param firstPause before the second try; doubles up to {@code longestPause}
 */
public record Retries(int most, Duration firstPause, Duration longestPause) {
    /** Pause after so many failed tries. */
    public Duration pauseAfter(int attempts) {
        var pause = firstPause.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), 20));
        return pause.compareTo(longestPause) > 0 ? longestPause : pause;
    }
}
