package app.retour.privacy;

import app.retour.api.Caller;
import app.retour.kernel.Actor;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.tenants.audit.Audit;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Erases a shopper: in one transaction, so that a crash leaves all of them or nothing. Orders, returns and money stay as
 * amounts and ids; who it was does not. The same again finds nothing and changes nothing.
 */
@Service
@Transactional
public class Erasure {
    private final PersonalTables tables;
    private final ObjectProvider<DataSubjects> subjects;
    private final ObjectProvider<ErasureStep> steps;
    private final ObjectProvider<ErasureObstacle> obstacles;
    private final NamedParameterJdbcTemplate jdbc;
    private final JsonMapper json;
    private final Audit audit;
    private final Clock clock;

    Erasure(
            PersonalTables tables,
            ObjectProvider<DataSubjects> subjects,
            ObjectProvider<ErasureStep> steps,
            ObjectProvider<ErasureObstacle> obstacles,
            NamedParameterJdbcTemplate jdbc,
            JsonMapper json,
            Audit audit,
            Clock clock) {
        this.tables = tables;
        this.subjects = subjects;
        this.steps = steps;
        this.obstacles = obstacles;
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param overruling whether a person wants it although something is under way
     * @throws Refusal NOT_FOUND
     * @throws ErasureStandsBack WRONG_STATE with what stands against it
     */
    public Erased erase(DataSubject asked, boolean overruling) {
        return erase(asked, overruling, Caller.current().actor());
    }

    /**
     * As they ask for it themselves: never against what stands against it, and once.
     *
     * @throws ErasureStandsBack as above
     * @throws Refusal WRONG_STATE when they were erased before
     */
    public Erased eraseAsTheyAsk(UUID shopper) {
        var subject = held(DataSubject.ofShopper(shopper));
        if (wasErased(shopper)) {
            throw new Refusal(
                    ErrorCode.WRONG_STATE, "Your data was erased already; this link does nothing more", "token");
        }
        return erase(subject, false, Actor.of(Actor.Kind.SHOPPER));
    }

    private boolean wasErased(UUID shopper) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from privacy.erasure where tenant_id = :tenant and shopper_id = :shopper)",
                SubjectQueries.values(DataSubject.ofShopper(shopper), clock.instant()),
                Boolean.class));
    }

    private Erased erase(DataSubject asked, boolean overruling, Actor actor) {
        held(asked);
        // What somebody was still writing when it was looked for is there by now, and nothing more comes.
        var subject = held(asked);
        requireNothingAgainst(subject, overruling);
        var kept = steps.orderedStream()
                .flatMap(step -> step.keeps(subject).stream())
                .toList();
        var rows = new TreeMap<String, Integer>();
        for (var step : steps.orderedStream().toList()) {
            rows.merge(step.name(), step.erase(subject), Integer::sum);
        }
        var values = SubjectQueries.values(subject, clock.instant());
        for (var table : tables.all()) {
            table.erasing().ifPresent(sql -> rows.merge(table.name(), jdbc.update(sql, values), Integer::sum));
        }
        rows.values().removeIf(count -> count == 0);
        return recorded(subject, actor, new Erased(Ids.next(), clock.instant(), rows, kept));
    }

    /** All that is theirs, so that nobody else changes it. */
    private DataSubject held(DataSubject asked) {
        var subject = asked;
        for (var known : subjects.orderedStream().toList()) {
            subject = known.complete(subject);
        }
        for (var known : subjects.orderedStream().toList()) {
            known.hold(subject);
        }
        return subject;
    }

    private void requireNothingAgainst(DataSubject subject, boolean overruling) {
        List<ErasureObstacle.Reason> reasons = obstacles
                .orderedStream()
                .flatMap(one -> one.against(subject).stream())
                .filter(reason -> !overruling || !reason.mayBeOverruled())
                .toList();
        if (!reasons.isEmpty()) {
            throw new ErasureStandsBack(reasons);
        }
    }

    /** Also what found nothing is on record: somebody asked. */
    private Erased recorded(DataSubject subject, Actor actor, Erased erased) {
        jdbc.update(
                """
                insert into privacy.erasure (tenant_id, id, shopper_id, orders, returns, counts, kept, erased_at,
                    actor_kind, actor_id)
                values (:tenant, :id, :who, :orderCount, :returnCount, cast(:counts as jsonb), :kept, :at, :kind, :actor)
                """,
                SubjectQueries.values(subject, erased.at())
                        .addValue("id", erased.id())
                        .addValue("who", subject.shopper())
                        .addValue("orderCount", subject.orders().size())
                        .addValue("returnCount", subject.returns().size())
                        .addValue("counts", json.writeValueAsString(erased.rows()))
                        .addValue("kept", erased.kept().toArray(String[]::new))
                        .addValue("at", erased.at().atOffset(ZoneOffset.UTC))
                        .addValue("kind", actor.kind().name())
                        .addValue("actor", actor.id()));
        audit.record(
                "shopper.erased",
                subject.shopper() == null ? "Order" : "Shopper",
                String.valueOf(
                        subject.shopper() == null ? subject.orders().iterator().next() : subject.shopper()),
                Map.of(
                        "orders", subject.orders().size(),
                        "returns", subject.returns().size(),
                        "things", erased.total(),
                        "kept", erased.kept(),
                        "askedBy", actor.kind().name()));
        return erased;
    }
}
