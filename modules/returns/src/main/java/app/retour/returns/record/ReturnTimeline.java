package app.retour.returns.record;

import app.retour.kernel.Actor;
import app.retour.kernel.Ids;
import app.retour.returns.events.ReturnEvent;
import app.retour.returns.events.ReturnId;
import app.retour.returns.events.Stamp;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.view.JudgedDecision;
import app.retour.returns.view.ReturnStep;
import app.retour.tenants.tenancy.TenantContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes each change of a return into its timeline and announces it; both or neither. */
@Component
public class ReturnTimeline {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReturnTimeline(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param said the change as a sentence for the team, without personal data
     * @param event made from the stamp that this step gets
     */
    public void record(ReturnAuthorization of, Actor actor, String said, Function<Stamp, ReturnEvent> event) {
        var stamp = new Stamp(
                TenantContext.current(), of.returnId(), of.rmaNumber(), of.nextStep(), clock.instant(), actor);
        var told = event.apply(stamp);
        jdbc.sql("""
                        insert into returns.return_step
                            (tenant_id, id, return_id, sequence, event, said, actor_kind, actor_id, happened_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        stamp.tenant().value(),
                        Ids.next(),
                        of.id(),
                        stamp.sequence(),
                        told.getClass().getSimpleName(),
                        said,
                        actor.kind().name())
                .param(actor.id())
                .param(Timestamp.from(stamp.at()))
                .update();
        events.publishEvent(told);
    }

    /** The timeline, oldest first. */
    public List<ReturnStep> of(ReturnId id) {
        return jdbc.sql("""
                        select sequence, event, said, actor_kind, actor_id, happened_at from returns.return_step
                        where tenant_id = ? and return_id = ? order by sequence
                        """)
                .params(TenantContext.current().value(), id.value())
                .query((row, _) -> new ReturnStep(
                        row.getLong("sequence"),
                        row.getString("event"),
                        row.getString("said"),
                        new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor_id")),
                        row.getTimestamp("happened_at").toInstant()))
                .list();
    }

    /** Keeps how an item was judged; earlier judgements stay. */
    public void judged(RequestedItem item, Actor actor) {
        var decisionRecord = item.decisionRecord();
        jdbc.sql("""
                        insert into returns.item_judgement
                            (tenant_id, id, return_id, item_id, decision, policy_decision, because, actor_kind, actor_id, judged_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        TenantContext.current().value(),
                        Ids.next(),
                        item.returnId(),
                        item.id(),
                        decisionRecord.decision().name())
                .param(decisionRecord.policyDecision())
                .params(
                        decisionRecord.because() == null ? "" : decisionRecord.because(),
                        actor.kind().name())
                .param(actor.id())
                .param(Timestamp.from(decisionRecord.decidedAt()))
                .update();
    }

    /** How an item was judged, newest first. */
    public List<JudgedDecision> judgements(UUID item) {
        return jdbc.sql("""
                        select policy_decision, decision, because, actor_kind, judged_at from returns.item_judgement
                        where tenant_id = ? and item_id = ? order by judged_at desc, id desc
                        """)
                .params(TenantContext.current().value(), item)
                .query((row, _) -> new JudgedDecision(
                        row.getObject("policy_decision", UUID.class),
                        ItemDecision.valueOf(row.getString("decision")),
                        row.getString("because"),
                        Actor.Kind.valueOf(row.getString("actor_kind")),
                        row.getTimestamp("judged_at").toInstant()))
                .list();
    }
}
