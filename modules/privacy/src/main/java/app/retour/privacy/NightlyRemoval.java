package app.retour.privacy;

import java.time.Instant;
import java.util.Map;

/** What a module does not keep for ever: a bean. What is due is known from what is stored, so a killed night goes on. */
public interface NightlyRemoval {
    /** Tells one from another in logs, for example {@code photos of closed returns}. */
    String name();

    /**
     * Takes away some of what fell due, of the tenant of the moment, inside the caller's transaction.
     *
     * @param before what ended earlier is due
     * @param most how much to look at
     */
    Batch remove(Instant before, int most);

    /**
     * @param counts of what was taken away, by kind
     * @param more whether there may be more of it
     */
    record Batch(Map<String, Integer> counts, boolean more) {
        public Batch {
            counts = Map.copyOf(counts);
        }
    }
}
