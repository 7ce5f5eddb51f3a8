package app.retour.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ledger over all merchants, in three numbers; looked up at most every few seconds. */
@Component
class LedgerLoad {
    private static final Duration FRESH = Duration.ofSeconds(5);
    private final JdbcClient jdbc;
    private final Clock clock;
    private Load last = new Load(0, 0, 0);
    private Instant lastAt = Instant.MIN;

    LedgerLoad(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    synchronized Load now() {
        var now = clock.instant();
        if (lastAt == Instant.MIN || lastAt.plus(FRESH).isBefore(now)) {
            last = jdbc.sql("select waiting, failed, oldest_due_seconds from notifications.load_door()")
                    .query((row, _) -> new Load(row.getLong(1), row.getLong(2), row.getDouble(3)))
                    .single();
            lastAt = now;
        }
        return last;
    }

    /** Counts, and seconds. */
    record Load(long waiting, long failed, double oldestDueSeconds) {}
}
