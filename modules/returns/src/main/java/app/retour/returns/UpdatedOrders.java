package app.retour.returns;

import app.retour.kernel.Actor;
import app.retour.kernel.Ids;
import app.retour.orders.OrderId;
import app.retour.orders.OrdersUpdated;
import app.retour.returns.events.ReturnEvent;
import app.retour.returns.events.ReturnId;
import app.retour.returns.record.Reimbursements;
import app.retour.returns.record.RequestedItems;
import app.retour.returns.record.ReturnAggregates;
import app.retour.returns.refunds.RefundPlanning;
import app.retour.tenants.jobs.Jobs;
import app.retour.tenants.jobs.TenantJob;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks again at refunds when a source tells their order anew, or a refund of another return of it changed. */
@Component
class UpdatedOrders implements TenantJob<UpdatedOrders.Told> {
    private final Reimbursements refunds;
    private final RequestedItems items;
    private final ReturnAggregates aggregates;
    private final RefundPlanning planning;
    private final Jobs jobs;
    private final Clock clock;

    UpdatedOrders(
            Reimbursements refunds,
            RequestedItems items,
            ReturnAggregates aggregates,
            RefundPlanning planning,
            Jobs jobs,
            Clock clock) {
        this.refunds = refunds;
        this.items = items;
        this.aggregates = aggregates;
        this.planning = planning;
        this.jobs = jobs;
        this.clock = clock;
    }

    record Told(UUID returnId) {}

    /** Nearly always of orders without a return, for which this is two questions. */
    @EventListener
    void on(OrdersUpdated event) {
        var orders = event.orders().stream().map(OrderId::value).toArray(UUID[]::new);
        Stream.concat(refunds.openOfOrders(orders).stream(), items.worthNothingOfOrders(orders).stream())
                .distinct()
                .forEach(this::ask);
    }

    /** What one return does not promise any more may be owed for another, or not be owed any more. */
    @EventListener
    void on(ReturnEvent.RefundChanged event) {
        refunds.returnsBeside(event.returnId().value()).forEach(this::ask);
    }

    @EventListener
    void on(ReturnEvent.ReturnCanceled event) {
        refunds.returnsBeside(event.returnId().value()).forEach(this::ask);
    }

    /** They may be the last of the order, so that its shipping is owed; no refund of theirs tells anybody. */
    @EventListener
    void on(RefundPlanning.CameForNothing event) {
        refunds.returnsBeside(event.returnId()).forEach(this::ask);
    }

    private void ask(UUID of) {
        jobs.schedule(this, of + "/" + Ids.next(), new Told(of), clock.instant());
    }

    @Override
    public String name() {
        return "returns.retold-order";
    }

    @Override
    public Class<Told> type() {
        return Told.class;
    }

    @Override
    @Transactional
    public void run(Told told) {
        planning.payWhatIsDue(aggregates.hold(new ReturnId(told.returnId)), Actor.of(Actor.Kind.SYSTEM));
    }
}
