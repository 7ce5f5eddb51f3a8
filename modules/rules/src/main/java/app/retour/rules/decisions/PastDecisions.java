package app.retour.rules.decisions;

import app.retour.kernel.Ids;
import app.retour.rules.policy.Outcome;
import app.retour.tenants.tenancy.TenantContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Reads stored judgings one after the other, in the order they were made, without keeping them: a tenant may have millions.
 * A person's decisions are left out.
 */
@Repository
public class PastDecisions {
    private static final int FETCHED_AT_ONCE = 500;
    private final JdbcTemplate jdbc;

    PastDecisions(JdbcTemplate jdbc) {
        this.jdbc = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setFetchSize(FETCHED_AT_ONCE);
    }

    /** Where a reader stands: after the decision of that time and id. */
    public record Position(Instant time, UUID id) {
        public static Position startOf(Instant time) {
            return new Position(time, Ids.LEAST);
        }
    }

    /** One of them, its facts still as text: a reader parses what it needs. */
    public record Past(
            UUID id,
            UUID itemRef,
            UUID policyVersion,
            Outcome outcome,
            String facts,
            List<String> raisedGuards,
            List<String> erasedFacts,
            Instant decidedAt) {
        public Position position() {
            return new Position(decidedAt, id);
        }
    }

    /** Every judging after a position, in order, at most so many. */
    public void each(Position after, Instant until, int most, Consumer<Past> reader) {
        read("", List.of(), after, until, most, reader);
    }

    /** Of each item only the latest judging before {@code until}. */
    public void latest(Position after, Instant until, int most, Consumer<Past> reader) {
        read("""
                 and not exists (
                    select 1 from rules.decision later
                    where later.tenant_id = d.tenant_id and later.item_ref = d.item_ref and not later.by_hand
                      and later.decided_at > d.decided_at and later.decided_at < ?)""", List.of(until.atOffset(ZoneOffset.UTC)), after, until, most, reader);
    }

    public long count(Instant since, Instant until) {
        var count = jdbc.queryForObject(
                """
                select count(distinct item_ref) from rules.decision
                where tenant_id = ? and not by_hand and decided_at >= ? and decided_at < ?""",
                Long.class,
                TenantContext.current().value(),
                since.atOffset(ZoneOffset.UTC),
                until.atOffset(ZoneOffset.UTC));
        return count == null ? 0 : count;
    }

    /** @param condition what else is asked of a decision {@code d}, in SQL: " and …" */
    public void read(String condition, List<?> given, Position after, Instant until, int most, Consumer<Past> reader) {
        var arguments = new ArrayList<Object>(List.of(
                TenantContext.current().value(),
                after.time().atOffset(ZoneOffset.UTC),
                after.id(),
                until.atOffset(ZoneOffset.UTC)));
        arguments.addAll(given);
        arguments.add(most);
        jdbc.query(
                """
                select d.id, d.item_ref, d.policy_version_id, d.outcome, d.facts::text as facts, d.raised_guards, d.erased_facts, d.decided_at
                from rules.decision d
                where d.tenant_id = ? and not d.by_hand and (d.decided_at, d.id) > (?, ?) and d.decided_at < ?""" + " " + condition + " order by d.decided_at, d.id limit ?",
                row -> {
                    reader.accept(new Past(
                            row.getObject("id", UUID.class),
                            row.getObject("item_ref", UUID.class),
                            row.getObject("policy_version_id", UUID.class),
                            Outcome.valueOf(row.getString("outcome")),
                            row.getString("facts"),
                            texts(row, "raised_guards"),
                            texts(row, "erased_facts"),
                            row.getObject("decided_at", OffsetDateTime.class).toInstant()));
                },
                arguments.toArray());
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
