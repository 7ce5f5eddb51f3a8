package app.retour.files;

import java.util.HashMap;
import java.util.Map;

/** How many places each sender has taken, so that none takes them all. */
final class SenderPlaces {
    private final Map<Object, Integer> taken = new HashMap<>();

    synchronized boolean take(Object sender, int most) {
        var had = taken.getOrDefault(sender, 0);
        if (had >= most) {
            return false;
        }
        taken.put(sender, had + 1);
        return true;
    }

    synchronized void leave(Object sender) {
        taken.computeIfPresent(sender, (_, had) -> had == 1 ? null : had - 1);
    }

    synchronized int count() {
        return taken.values().stream().mapToInt(Integer::intValue).sum();
    }
}
