package app.retour.tracking;

import app.retour.kernel.Ids;
import app.retour.tenants.tenancy.TenantContext;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts webhooks that were refused: for the merchant by day, for the operator as a metric. Keeps nothing of them. */
@Component
class Refusals {
    private static final int DAYS_SHOWN = 30;
    private final JdbcClient jdbc;
    private final Clock clock;

    Refusals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many, and when the last. */
    record Lately(int times, @Nullable Instant lastAt) {}

    /** Counts one of the tenant of the moment. */
    void count(String source, String reason) {
        measure(source, reason);
        jdbc.sql("""
                        insert into tracking.refused_webhook as r (tenant_id, id, source, day, reason, times, last_at)
                        values (?, ?, ?, ?, ?, 1, ?)
                        on conflict (tenant_id, source, day, reason)
                            do update set times = r.times + 1, last_at = excluded.last_at
                        """)
                .params(
                        TenantContext.current().value(),
                        Ids.next(),
                        source,
                        today(),
                        reason,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Counts one that belongs to nobody. */
    void measure(String source, String reason) {
        Metrics.counter("retour.webhooks.refused", "source", source, "reason", reason)
                .increment();
    }

    Lately lately(String source) {
        return jdbc.sql("""
                        select coalesce(sum(times), 0) as times, max(last_at) as last_at from tracking.refused_webhook
                        where tenant_id = ? and source = ? and day > ?
                        """)
                .params(TenantContext.current().value(), source, today().minusDays(DAYS_SHOWN))
                .query((row, _) -> {
                    var last = row.getObject("last_at", OffsetDateTime.class);
                    return new Lately(row.getInt("times"), last == null ? null : last.toInstant());
                })
                .single();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
