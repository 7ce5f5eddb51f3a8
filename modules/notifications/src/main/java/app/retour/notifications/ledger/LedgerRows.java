package app.retour.notifications.ledger;

import app.retour.notifications.moments.Moment;
import app.retour.notifications.moments.NotificationAudience;
import app.retour.tenants.tenancy.TenantContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the ledger. */
@Component
public class LedgerRows {
    private final JdbcClient jdbc;

    LedgerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Notification> find(UUID id) {
        return jdbc.sql("select * from notifications.notification where tenant_id = ? and id = ?")
                .params(tenant(), id)
                .query(LedgerRows::row)
                .optional();
    }

    public List<Notification> of(UUID returnId) {
        return jdbc.sql("""
                        select * from notifications.notification
                        where tenant_id = ? and return_id = ? and subject_kind <> 'TEST' order by sequence, id
                        """).params(tenant(), returnId).query(LedgerRows::row).list();
    }

    /** Newest first, by keyset. */
    public Window<Notification> page(NotificationFilter filter, ScrollPosition position, int limit) {
        var after = position instanceof KeysetScrollPosition keyset ? keyset.getKeys() : Map.<String, Object>of();
        // Only what is asked for stands in the statement, so that the planner may choose the index that fits.
        var where = new StringBuilder("tenant_id = :tenant");
        var query = new HashMap<String, Object>(Map.of("tenant", tenant(), "most", limit + 1));
        narrow(where, query, "state", name(filter.state()));
        narrow(where, query, "moment", name(filter.moment()));
        narrow(where, query, "audience", name(filter.audience()));
        narrow(where, query, "return_id", filter.returnId());
        if (!after.isEmpty()) {
            where.append(" and (created_at, id) < (:afterAt, cast(:afterId as uuid))");
            query.put("afterAt", OffsetDateTime.parse(String.valueOf(after.get("at"))));
            query.put("afterId", String.valueOf(after.get("id")));
        }
        var rows = jdbc.sql("select * from notifications.notification where " + where
                        + " order by created_at desc, id desc limit :most")
                .params(query)
                .query(LedgerRows::row)
                .list();
        var shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        return Window.from(
                shown,
                at -> ScrollPosition.forward(Map.of(
                        "at", shown.get(at).createdAt().toString(),
                        "id", shown.get(at).id().value().toString())),
                rows.size() > limit);
    }

    private static void narrow(StringBuilder where, Map<String, Object> query, String column, @Nullable Object wanted) {
        if (wanted != null) {
            where.append(" and ").append(column).append(" = :").append(column);
            query.put(column, wanted);
        }
    }

    public NotificationCounts counts() {
        return jdbc.sql("""
                        select count(*) filter (where state <> 'FAILED'), count(*) filter (where state = 'FAILED'),
                          coalesce(extract(epoch from now() - min(next_attempt_at)
                            filter (where state = 'QUEUED' and next_attempt_at <= now())), 0)
                        from notifications.notification
                        where tenant_id = ? and state in ('QUEUED', 'CLAIMED', 'HANDING_OVER', 'FAILED')
                        """)
                .param(tenant())
                .query((row, _) -> new NotificationCounts(row.getInt(1), row.getInt(2), (int) row.getDouble(3)))
                .single();
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static Notification row(ResultSet row, int number) throws SQLException {
        return new Notification(
                new NotificationId(row.getObject("id", UUID.class)),
                Moment.valueOf(row.getString("moment")),
                NotificationAudience.valueOf(row.getString("audience")),
                NotificationChannel.valueOf(row.getString("channel")),
                NotificationState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getObject("return_id", UUID.class),
                row.getString("rma_number"),
                row.getString("recipient_email"),
                row.getObject("template_version", Integer.class),
                row.getString("subject_line"),
                row.getString("text_part"),
                row.getString("html_part"),
                row.getInt("attempts"),
                row.getTimestamp("happened_at").toInstant(),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("next_attempt_at")),
                instant(row.getTimestamp("sent_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private static UUID tenant() {
        return TenantContext.current().value();
    }
}
