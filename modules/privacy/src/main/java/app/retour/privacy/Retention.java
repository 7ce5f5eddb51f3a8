package app.retour.privacy;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.tenants.audit.Audit;
import app.retour.tenants.tenancy.TenantContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How long photos and raw messages are kept after a return is over, and what the nights took away. */
@Service
@Transactional
public class Retention {
    public static final int USUAL_DAYS = 90;
    public static final int FEWEST_DAYS = 7;
    public static final int MOST_DAYS = 730;
    private static final int NIGHTS_SHOWN = 30;
    private static final int NIGHTS_KEPT = 400;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Audit audit;
    private final Clock clock;

    Retention(JdbcClient jdbc, JsonMapper json, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public int daysAfterClose() {
        return jdbc.sql("select days_after_close from privacy.setting where tenant_id = ?")
                .param(tenant())
                .query(Integer.class)
                .optional()
                .orElse(USUAL_DAYS);
    }

    /** @throws Refusal INVALID */
    public int keepFor(int days) {
        if (days < FEWEST_DAYS || days > MOST_DAYS) {
            throw new Refusal(
                    ErrorCode.INVALID,
                    "A whole number of days from %d to %d".formatted(FEWEST_DAYS, MOST_DAYS),
                    "daysAfterClose");
        }
        var before = daysAfterClose();
        jdbc.sql("""
                        insert into privacy.setting (tenant_id, days_after_close) values (?, ?)
                        on conflict (tenant_id) do update set days_after_close = excluded.days_after_close
                        """).params(tenant(), days).update();
        if (days != before) {
            audit.record("privacy.retention-changed", "PrivacySettings", null, Map.of("before", before, "after", days));
        }
        return days;
    }

    /** The last ones, newest first. */
    @Transactional(readOnly = true)
    public List<RetentionNight> nights() {
        return jdbc.sql("""
                        select night, started_at, ended_at, counts from privacy.retention_night
                        where tenant_id = ? order by night desc limit ?
                        """).params(tenant(), NIGHTS_SHOWN).query(this::night).list();
    }

    /** @return false when it is over already */
    boolean begin(LocalDate night) {
        jdbc.sql("""
                        insert into privacy.retention_night (tenant_id, night, started_at, counts) values (?, ?, ?, '{}')
                        on conflict do nothing
                        """).params(tenant(), night, now()).update();
        return jdbc.sql("select ended_at is null from privacy.retention_night where tenant_id = ? and night = ?")
                .params(tenant(), night)
                .query(Boolean.class)
                .single();
    }

    /** With the transaction of what was taken away, so that the report neither forgets nor invents any of it. */
    void add(LocalDate night, Map<String, Integer> counts) {
        for (var count : counts.entrySet()) {
            jdbc.sql("""
                            update privacy.retention_night set counts = jsonb_set(counts, array[:kind],
                                to_jsonb(coalesce((counts ->> :kind)::integer, 0) + :count))
                            where tenant_id = :tenant and night = :night
                            """)
                    .param("kind", count.getKey())
                    .param("count", count.getValue())
                    .param("tenant", tenant())
                    .param("night", night)
                    .update();
        }
    }

    void end(LocalDate night) {
        jdbc.sql("update privacy.retention_night set ended_at = ? where tenant_id = ? and night = ?")
                .params(now(), tenant(), night)
                .update();
        jdbc.sql("delete from privacy.retention_night where tenant_id = ? and night < ?")
                .params(tenant(), night.minusDays(NIGHTS_KEPT))
                .update();
    }

    private RetentionNight night(ResultSet row, int ignored) throws SQLException {
        return new RetentionNight(
                row.getObject("night", LocalDate.class),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null),
                new TreeMap<>(json.readValue(row.getString("counts"), new TypeReference<Map<String, Integer>>() {})));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Object tenant() {
        return TenantContext.current().value();
    }
}
