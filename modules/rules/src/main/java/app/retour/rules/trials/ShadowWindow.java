package app.retour.rules.trials;

import java.time.Duration;
import java.time.Instant;

/**
 * From where a shadow run looks for decisions that it has not judged. A decision is seen when its transaction commits, which
 * may be later than others that decided after it; so the window stays open to the past until every transaction has ended
 * that was under way when the window was last moved. What is looked at twice is judged once: what was judged is kept.
 *
 * @param from decisions of before are all judged
 * @param markedAt where the window moves to, less {@link #MARGIN}, once the marked transactions have ended
 * @param markedTransaction those with a lower number were under way or had ended at {@code markedAt}
 */
record ShadowWindow(Instant from, Instant markedAt, long markedTransaction) {
    /** For clocks of replicas that differ, and for what decides first and writes later. */
    static final Duration MARGIN = Duration.ofMinutes(10);

    /**
     * Transactions at the beginning of a look.
     *
     * @param oldest all with a lower number have ended
     * @param next all with this number or a higher one begin later
     */
    record Transactions(long oldest, long next) {}

    /** After a look that found everything there was. */
    ShadowWindow moved(Transactions seen, Instant now) {
        if (seen.oldest() < markedTransaction) {
            return this;
        }
        var later = markedAt.minus(MARGIN);
        return new ShadowWindow(later.isAfter(from) ? later : from, now, seen.next());
    }
}
