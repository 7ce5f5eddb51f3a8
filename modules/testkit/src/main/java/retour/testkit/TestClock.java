package retour.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of a test context: the real time until a test moves it. */
public final class TestClock extends Clock {
    private volatile Clock now = Clock.systemUTC();

    /** Stands still at an instant. */
    public void setTo(Instant instant) {
        now = Clock.fixed(instant, ZoneOffset.UTC);
    }

    /** Runs as another does, which may look who asks. */
    public void follow(Clock other) {
        now = other;
    }

    public void advance(Duration duration) {
        setTo(instant().plus(duration));
    }

    /** Back to the real time. */
    public void run() {
        now = Clock.systemUTC();
    }

    @Override
    public Instant instant() {
        return now.instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return now.withZone(zone);
    }
}
