package app.retour.tracking;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.event.EventListener;

/** Hears what parcels announce. */
@TestConfiguration(proxyBeanMethods = false)
class HeardMoves {
    private final List<ParcelMoved> heard = new CopyOnWriteArrayList<>();

    @EventListener
    void on(ParcelMoved moved) {
        heard.add(moved);
    }

    List<ParcelState> of(UUID subject) {
        return heard.stream()
                .filter(moved -> moved.subject().equals(subject))
                .map(ParcelMoved::to)
                .toList();
    }
}
