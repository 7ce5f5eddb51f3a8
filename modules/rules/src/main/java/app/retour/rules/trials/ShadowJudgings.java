package app.retour.rules.trials;

import app.retour.kernel.Ids;
import app.retour.rules.decisions.PastDecisions;
import app.retour.rules.policy.Outcome;
import app.retour.rules.trials.ShadowWindow.Transactions;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** What shadow runs judged: ids and outcomes, nothing of a person. */
@Repository
class ShadowJudgings {
    private final NamedParameterJdbcTemplate jdbc;
    private final PastDecisions past;

    ShadowJudgings(NamedParameterJdbcTemplate jdbc, PastDecisions past) {
        this.jdbc = jdbc;
        this.past = past;
    }

    /** Decisions that a run has not judged, in order, at most so many. */
    void unjudged(ShadowRunId run, Instant from, Instant until, int most, Consumer<PastDecisions.Past> reader) {
        past.read("""
                 and not exists (
                    select 1 from rules.shadow_judging j
                    where j.tenant_id = d.tenant_id and j.shadow_run_id = ? and j.decision_id = d.id)""", List.of(run.value()), PastDecisions.Position.startOf(from), until, most, reader);
    }

    Transactions transactions() {
        return Objects.requireNonNull(jdbc.queryForObject(
                """
                select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as oldest,
                       pg_snapshot_xmax(pg_current_snapshot())::text::bigint as next""",
                new MapSqlParameterSource(),
                (row, _) -> new Transactions(row.getLong("oldest"), row.getLong("next"))));
    }

    void add(ShadowRunId id, List<RetriedDecision> judged) {
        jdbc.batchUpdate(
                """
                insert into rules.shadow_judging
                    (tenant_id, shadow_run_id, decision_id, decided_at, listed, live_outcome, draft_outcome, value)
                values (:tenant, :id, :decision, :decided, :listed, :live, :draft, :value)""",
                judged.stream()
                        .map(one -> of(id).addValue("decision", one.decision())
                                .addValue("decided", one.decidedAt().atOffset(ZoneOffset.UTC))
                                .addValue("listed", one.listed())
                                .addValue("live", one.live().name())
                                .addValue("draft", one.draft().name())
                                .addValue("value", one.value()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** Those that no look will come across again and that nobody wants to see. */
    void forget(ShadowRunId id, Instant decidedBefore) {
        jdbc.update("""
                delete from rules.shadow_judging
                where tenant_id = :tenant and shadow_run_id = :id and not listed and decided_at < :before""", of(id).addValue("before", decidedBefore.atOffset(ZoneOffset.UTC)));
    }

    /** The newest first, before the one given. */
    List<RetriedDecision> changes(ShadowRunId id, UUID before, int limit) {
        return jdbc.query(
                """
                select * from rules.shadow_judging j
                where j.tenant_id = :tenant and j.shadow_run_id = :id and j.listed
                  and (:before = :all or (j.decided_at, j.decision_id) < (
                    select b.decided_at, b.decision_id from rules.shadow_judging b
                    where b.tenant_id = :tenant and b.shadow_run_id = :id and b.decision_id = :before))
                order by j.decided_at desc, j.decision_id desc limit :limit""",
                of(id).addValue("before", before).addValue("all", Ids.GREATEST).addValue("limit", limit),
                (row, _) -> new RetriedDecision(
                        row.getObject("decision_id", UUID.class),
                        TriedDrafts.time(row, "decided_at"),
                        true,
                        Outcome.valueOf(row.getString("live_outcome")),
                        Outcome.valueOf(row.getString("draft_outcome")),
                        row.getBigDecimal("value")));
    }

    private static MapSqlParameterSource of(ShadowRunId id) {
        return new MapSqlParameterSource("tenant", TenantContext.current().value()).addValue("id", id.value());
    }
}
