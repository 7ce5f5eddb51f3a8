package app.retour.rules;

import app.retour.tenants.tenancy.TenantContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What guards did lately: whose rules would have approved, and who went to a person instead. */
@Service
@Transactional(readOnly = true)
public class GuardStatistics {
    private final JdbcClient jdbc;

    GuardStatistics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Subjects of which at least one item was held back.
     *
     * @param count of all of them
     * @param newest ids of some, the last held back first
     */
    public record Subjects(int count, List<UUID> newest) {
        public Subjects {
            newest = List.copyOf(newest);
        }
    }

    /** @param most how many to name */
    public Subjects since(String subjectType, Instant since, int most) {
        var tenant = TenantContext.current().value();
        var from = since.atOffset(ZoneOffset.UTC);
        var newest = jdbc.sql("""
                        select subject_id, count(*) over () as subjects from rules.decision
                        where tenant_id = ? and held_back and decided_at >= ? and subject_type = ?
                        group by subject_id order by max(decided_at) desc, subject_id limit ?
                        """)
                .params(tenant, from, subjectType, most)
                .query((row, _) -> new Named(row.getObject("subject_id", UUID.class), row.getInt("subjects")))
                .list();
        return new Subjects(
                newest.isEmpty() ? 0 : newest.getFirst().of(),
                newest.stream().map(Named::subject).toList());
    }

    private record Named(UUID subject, int of) {}
}
