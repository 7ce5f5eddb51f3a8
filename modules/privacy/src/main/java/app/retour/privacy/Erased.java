package app.retour.privacy;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

/**
 * What an erasure found and took away: counts, nothing of the person.
 *
 * @param rows by table or step, only what was found; empty when there was nothing left
 * @param kept what stays of them all the same and why, in words for a merchant; mostly nothing
 */
public record Erased(UUID id, Instant at, SortedMap<String, Integer> rows, List<String> kept) {
    public int total() {
        return rows.values().stream().mapToInt(Integer::intValue).sum();
    }
}
