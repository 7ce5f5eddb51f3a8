package app.retour.rules.trials;

import app.retour.rules.policy.Policy;
import app.retour.rules.publishing.DraftFollower;
import app.retour.rules.vocabulary.Vocabulary;
import app.retour.tenants.tenancy.TenantContext;
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

/** Shadow runs as stored. */
@Repository
class StoredShadowRuns implements DraftFollower {
    private final NamedParameterJdbcTemplate jdbc;
    private final TriedDrafts tried;

    StoredShadowRuns(NamedParameterJdbcTemplate jdbc, TriedDrafts tried) {
        this.jdbc = jdbc;
        this.tried = tried;
    }

    /** What a look needs to go on. */
    record Standing(
            ShadowRun.State state,
            Policy draft,
            Instant endsAt,
            @Nullable Instant endedAt,
            ShadowWindow window,
            BackTestTally tally) {}

    void add(ShadowRunId id, Policy draft, int revision, int days, Instant now, Instant endsAt, @Nullable String by) {
        jdbc.update(
                """
                insert into rules.shadow_run (tenant_id, id, state, days, currency, rules, draft_revision, started_at,
                    started_by, ends_at, look_from, marked_at, marked_transaction)
                values (:tenant, :id, 'RUNNING', :days, :currency, :rules::jsonb, :revision, :now, :by, :ends, :now, :now,
                    pg_snapshot_xmax(pg_current_snapshot())::text::bigint)""",
                tried.addDraft(of(id), draft)
                        .addValue("revision", revision)
                        .addValue("days", days)
                        .addValue("now", now.atOffset(ZoneOffset.UTC))
                        .addValue("ends", endsAt.atOffset(ZoneOffset.UTC))
                        .addValue("by", by));
    }

    /** Waits for a look that is under way. */
    Optional<Standing> standing(ShadowRunId id, Vocabulary vocabulary) {
        return jdbc
                .query(
                        "select * from rules.shadow_run where tenant_id = :tenant and id = :id for update",
                        of(id),
                        (row, _) -> {
                            var draft = tried.draft(row, vocabulary);
                            return new Standing(
                                    ShadowRun.State.valueOf(row.getString("state")),
                                    draft,
                                    TriedDrafts.time(row, "ends_at"),
                                    TriedDrafts.maybeTime(row, "ended_at"),
                                    new ShadowWindow(
                                            TriedDrafts.time(row, "look_from"),
                                            TriedDrafts.time(row, "marked_at"),
                                            row.getLong("marked_transaction")),
                                    tried.tally(row, draft));
                        })
                .stream()
                .findFirst();
    }

    Policy draft(ShadowRunId id, Vocabulary vocabulary) {
        return DataAccessUtils.requiredSingleResult(jdbc.query(
                "select currency, rules from rules.shadow_run where tenant_id = :tenant and id = :id",
                of(id),
                (row, _) -> tried.draft(row, vocabulary)));
    }

    void progress(ShadowRunId id, ShadowWindow window, BackTestTally tally) {
        jdbc.update(
                """
                update rules.shadow_run set look_from = :from, marked_at = :marked, marked_transaction = :transaction,
                    judged = :judged, changed = :changed, outcomes = :outcomes::jsonb, unknown = :unknown::jsonb
                where tenant_id = :tenant and id = :id""",
                tried.addTally(of(id), tally)
                        .addValue("from", window.from().atOffset(ZoneOffset.UTC))
                        .addValue("marked", window.markedAt().atOffset(ZoneOffset.UTC))
                        .addValue("transaction", window.markedTransaction()));
    }

    /** @return whether it ran */
    boolean end(ShadowRunId id, ShadowRun.State state, Instant at) {
        return jdbc.update("""
                        update rules.shadow_run set state = :state, ended_at = :at
                        where tenant_id = :tenant and id = :id and state = 'RUNNING'""", ended(of(id), state, at)) == 1;
    }

    @Override
    public void draftIsPublished(Instant at) {
        endAny(ShadowRun.State.PUBLISHED, at);
    }

    @Override
    public void draftIsDiscarded(Instant at) {
        endAny(ShadowRun.State.DISCARDED, at);
    }

    /** The one that runs, if one does. */
    private void endAny(ShadowRun.State state, Instant at) {
        jdbc.update("""
                update rules.shadow_run set state = :state, ended_at = :at
                where tenant_id = :tenant and state = 'RUNNING'""", ended(mine(), state, at));
    }

    private static MapSqlParameterSource ended(MapSqlParameterSource row, ShadowRun.State state, Instant at) {
        return row.addValue("state", state.name()).addValue("at", at.atOffset(ZoneOffset.UTC));
    }

    boolean isAnyRunning() {
        return !jdbc.queryForList(
                        "select 1 from rules.shadow_run where tenant_id = :tenant and state = 'RUNNING'", mine())
                .isEmpty();
    }

    Optional<ShadowRun> find(ShadowRunId id, Vocabulary vocabulary) {
        return read("r.id = :id", of(id), vocabulary).stream().findFirst();
    }

    List<ShadowRun> newest(int limit, Vocabulary vocabulary) {
        return read(
                "true order by r.started_at desc, r.id desc limit :limit", mine().addValue("limit", limit), vocabulary);
    }

    private List<ShadowRun> read(String which, MapSqlParameterSource given, Vocabulary vocabulary) {
        return jdbc.query(
                """
                select r.*, exists (
                    select 1 from rules.policy_draft d
                    where d.tenant_id = r.tenant_id and d.version + 1 = r.draft_revision and d.saved_at <= r.started_at
                ) as unchanged
                from rules.shadow_run r where r.tenant_id = :tenant and\s""" + which,
                given,
                (row, _) -> new ShadowRun(
                        new ShadowRunId(row.getObject("id", UUID.class)),
                        ShadowRun.State.valueOf(row.getString("state")),
                        row.getInt("days"),
                        row.getBoolean("unchanged"),
                        row.getLong("judged"),
                        row.getLong("changed"),
                        tried.outcomes(row),
                        tried.unknown(row, vocabulary),
                        TriedDrafts.time(row, "started_at"),
                        TriedDrafts.time(row, "ends_at"),
                        TriedDrafts.maybeTime(row, "ended_at")));
    }

    private static MapSqlParameterSource of(ShadowRunId id) {
        return mine().addValue("id", id.value());
    }

    private static MapSqlParameterSource mine() {
        return new MapSqlParameterSource("tenant", TenantContext.current().value());
    }
}
