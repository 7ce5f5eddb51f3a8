package app.retour.embedded.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The clock of the embedded start: stands in the past while the demo's story is told, and is the real one after. */
@Component
@Primary
class TravellingClock extends Clock {
    private volatile @Nullable Instant standing;

    /** The real time, wherever it stands. */
    Instant present() {
        return Clock.systemUTC().instant();
    }

    void travelTo(Instant instant) {
        standing = instant;
    }

    void comeHome() {
        standing = null;
    }

    @Override
    public Instant instant() {
        var there = standing;
        return there != null ? there : present();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        var there = standing;
        return there != null ? Clock.fixed(there, zone) : Clock.system(zone);
    }
}
