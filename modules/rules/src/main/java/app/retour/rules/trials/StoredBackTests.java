package app.retour.rules.trials;

import app.retour.kernel.Ids;
import app.retour.rules.decisions.PastDecisions;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.Policy;
import app.retour.rules.policy.PolicyVersionId;
import app.retour.rules.vocabulary.Vocabulary;
import app.retour.tenants.tenancy.TenantContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** Back-tests as stored. */
@Repository
class StoredBackTests {
    private final NamedParameterJdbcTemplate jdbc;
    private final TriedDrafts tried;

    StoredBackTests(NamedParameterJdbcTemplate jdbc, TriedDrafts tried) {
        this.jdbc = jdbc;
        this.tried = tried;
    }

    /** What a run needs to go on. */
    record Standing(
            BackTest.State state,
            Policy draft,
            PolicyVersionId live,
            Instant until,
            PastDecisions.Position position,
            BackTestTally tally) {}

    void add(
            BackTestId id,
            Policy draft,
            PolicyVersionId live,
            int days,
            Instant since,
            Instant until,
            long total,
            @Nullable String by) {
        jdbc.update(
                """
                insert into rules.back_test (tenant_id, id, state, days, currency, rules, live_version_id, since, until,
                    position_time, position_id, total, asked_at, asked_by)
                values (:tenant, :id, 'WAITING', :days, :currency, :rules::jsonb, :live, :since, :until,
                    :since, :start, :total, :until, :by)""",
                tried.addDraft(of(id), draft)
                        .addValue("days", days)
                        .addValue("live", live.value())
                        .addValue("since", since.atOffset(ZoneOffset.UTC))
                        .addValue("until", until.atOffset(ZoneOffset.UTC))
                        .addValue("start", Ids.LEAST)
                        .addValue("total", total)
                        .addValue("by", by));
    }

    Optional<Standing> standing(BackTestId id, Vocabulary vocabulary) {
        return jdbc
                .query(
                        "select * from rules.back_test where tenant_id = :tenant and id = :id for update",
                        of(id),
                        (row, _) -> {
                            var draft = tried.draft(row, vocabulary);
                            return new Standing(
                                    BackTest.State.valueOf(row.getString("state")),
                                    draft,
                                    new PolicyVersionId(row.getObject("live_version_id", UUID.class)),
                                    TriedDrafts.time(row, "until"),
                                    new PastDecisions.Position(
                                            TriedDrafts.time(row, "position_time"),
                                            row.getObject("position_id", UUID.class)),
                                    tried.tally(row, draft));
                        })
                .stream()
                .findFirst();
    }

    Policy draft(BackTestId id, Vocabulary vocabulary) {
        return DataAccessUtils.requiredSingleResult(jdbc.query(
                "select currency, rules from rules.back_test where tenant_id = :tenant and id = :id",
                of(id),
                (row, _) -> tried.draft(row, vocabulary)));
    }

    void progress(
            BackTestId id,
            BackTest.State state,
            PastDecisions.Position position,
            BackTestTally tally,
            @Nullable Instant ended) {
        jdbc.update(
                """
                update rules.back_test set state = :state, tries = 0, position_time = :time, position_id = :position,
                    judged = :judged, changed = :changed, outcomes = :outcomes::jsonb, unknown = :unknown::jsonb,
                    ended_at = :ended
                where tenant_id = :tenant and id = :id""",
                tried.addTally(of(id), tally)
                        .addValue("state", state.name())
                        .addValue("time", position.time().atOffset(ZoneOffset.UTC))
                        .addValue("position", position.id())
                        .addValue("ended", ended == null ? null : ended.atOffset(ZoneOffset.UTC)));
    }

    boolean cancel(BackTestId id, Instant now) {
        return jdbc.update("""
                        update rules.back_test set state = 'CANCELED', ended_at = :now
                        where tenant_id = :tenant and id = :id and state in ('WAITING', 'RUNNING')""", of(id).addValue("now", now.atOffset(ZoneOffset.UTC))) == 1;
    }

    /**
     * Counts a stretch that broke off; the last one allowed ends the back-test.
     *
     * @return whether it has ended, by this or otherwise
     */
    boolean broke(BackTestId id, int mostTries, Instant now) {
        jdbc.update("""
                update rules.back_test set tries = tries + 1,
                    state = case when tries + 1 >= :most then 'FAILED' else state end,
                    ended_at = case when tries + 1 >= :most then :now else ended_at end
                where tenant_id = :tenant and id = :id and state in ('WAITING', 'RUNNING')""", of(id).addValue("most", mostTries).addValue("now", now.atOffset(ZoneOffset.UTC)));
        return jdbc.queryForList("""
                        select 1 from rules.back_test
                        where tenant_id = :tenant and id = :id and state in ('WAITING', 'RUNNING')""", of(id)).isEmpty();
    }

    /** One that is under way keeps another from starting. */
    boolean isAnyUnderWay() {
        return !jdbc.queryForList(
                        "select 1 from rules.back_test where tenant_id = :tenant and state in ('WAITING', 'RUNNING')",
                        mine())
                .isEmpty();
    }

    void addChanges(BackTestId id, List<RetriedDecision> changes) {
        jdbc.batchUpdate(
                """
                insert into rules.back_test_change
                    (tenant_id, back_test_id, decision_id, live_outcome, draft_outcome, value)
                values (:tenant, :id, :decision, :live, :draft, :value)""",
                changes.stream()
                        .map(change -> of(id).addValue("decision", change.decision())
                                .addValue("live", change.live().name())
                                .addValue("draft", change.draft().name())
                                .addValue("value", change.value()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** By id of the decision, after the one given. */
    List<RetriedDecision> changes(BackTestId id, UUID after, int limit) {
        return jdbc.query(
                """
                select c.decision_id, d.decided_at, c.live_outcome, c.draft_outcome, c.value
                from rules.back_test_change c
                join rules.decision d on d.tenant_id = c.tenant_id and d.id = c.decision_id
                where c.tenant_id = :tenant and c.back_test_id = :id and c.decision_id > :after
                order by c.decision_id limit :limit""",
                of(id).addValue("after", after).addValue("limit", limit),
                (row, _) -> new RetriedDecision(
                        row.getObject("decision_id", UUID.class),
                        TriedDrafts.time(row, "decided_at"),
                        true,
                        Outcome.valueOf(row.getString("live_outcome")),
                        Outcome.valueOf(row.getString("draft_outcome")),
                        row.getBigDecimal("value")));
    }

    Optional<BackTest> find(BackTestId id, Vocabulary vocabulary) {
        return jdbc
                .query(
                        "select * from rules.back_test where tenant_id = :tenant and id = :id",
                        of(id),
                        (row, _) -> read(row, vocabulary))
                .stream()
                .findFirst();
    }

    List<BackTest> newest(int limit, Vocabulary vocabulary) {
        return jdbc.query(
                "select * from rules.back_test where tenant_id = :tenant order by asked_at desc, id desc limit :limit",
                mine().addValue("limit", limit),
                (row, _) -> read(row, vocabulary));
    }

    private BackTest read(ResultSet row, Vocabulary vocabulary) throws SQLException {
        return new BackTest(
                new BackTestId(row.getObject("id", UUID.class)),
                BackTest.State.valueOf(row.getString("state")),
                row.getInt("days"),
                new PolicyVersionId(row.getObject("live_version_id", UUID.class)),
                row.getLong("judged"),
                row.getLong("total"),
                row.getLong("changed"),
                tried.outcomes(row),
                tried.unknown(row, vocabulary),
                TriedDrafts.time(row, "asked_at"),
                TriedDrafts.maybeTime(row, "ended_at"));
    }

    private static MapSqlParameterSource of(BackTestId id) {
        return mine().addValue("id", id.value());
    }

    private static MapSqlParameterSource mine() {
        return new MapSqlParameterSource("tenant", TenantContext.current().value());
    }
}
