package app.retour.returns.refunds;

import app.retour.kernel.Actor;
import app.retour.orders.Order;
import app.retour.returns.events.ReturnEvent;
import app.retour.returns.judging.FactGathering;
import app.retour.returns.judging.ReturnableOrder;
import app.retour.returns.record.Hold;
import app.retour.returns.record.OrderLocks;
import app.retour.returns.record.PayingAnswer;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.record.Reimbursements;
import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.record.ReturnTimeline;
import app.retour.returns.settings.OutboundShippingPolicy;
import app.retour.returns.settings.ReturnReason;
import app.retour.returns.settings.ReturnSetup;
import app.retour.returns.waterfall.Charges;
import app.retour.returns.waterfall.OrderMoney;
import app.retour.returns.waterfall.RefundCalculation;
import app.retour.returns.waterfall.RefundTerms;
import app.retour.returns.waterfall.RefundableItem;
import app.retour.returns.waterfall.Waterfall;
import app.retour.rules.policy.Resolution;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Sees to it that whatever has come to its moment is given back, once: refunds fall due, replacements become tasks. */
@Component
public class RefundPlanning {
    private final Reimbursements refunds;
    private final ReplacementTasks replacements;
    private final KeptFees fees;
    private final OrderLocks locks;
    private final FactGathering judging;
    private final ReturnSetup setup;
    private final ReturnTimeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RefundPlanning(
            Reimbursements refunds,
            ReplacementTasks replacements,
            KeptFees fees,
            OrderLocks locks,
            FactGathering judging,
            ReturnSetup setup,
            ReturnTimeline timeline,
            ApplicationEventPublisher events,
            Clock clock) {
        this.refunds = refunds;
        this.replacements = replacements;
        this.fees = fees;
        this.locks = locks;
        this.judging = judging;
        this.setup = setup;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /** Units of a return came, and nothing is given back for them: they may complete what another return is owed for. */
    public record CameForNothing(UUID returnId) {}

    /** Asked after every change; asking again changes nothing. */
    public void payWhatIsDue(ReturnAggregate aggregate, Actor actor) {
        lookAgain(aggregate, actor);
        if (!aggregate.goesAhead() || aggregate.authorization().isClosed()) {
            return;
        }
        aggregate
                .approved()
                .filter(item -> item.resolution() == Resolution.EXCHANGE)
                .forEach(item -> replacements.open(aggregate, item, actor));
        if (DueRefunds.mayFallDue(aggregate)) {
            var worthNothing = aggregate.unitsWorthNothing();
            DueRefunds.next(account(aggregate.authorization().orderId()), aggregate, clock.instant())
                    .ifPresent(refund -> {
                        fallsDue(aggregate, refund, said(refund), actor);
                        if (DueRefunds.givesBackFees(aggregate)) {
                            lookAgain(aggregate, actor);
                        }
                    });
            if (aggregate.unitsWorthNothing() > worthNothing) {
                events.publishEvent(new CameForNothing(aggregate.authorization().id()));
            }
        }
    }

    /** Refunds that are not paid keep what still fits; asked whenever something changed that they were reckoned from. */
    public List<DueRefunds.Change> lookAgain(ReturnAggregate aggregate, Actor actor) {
        aggregate.items().forEach(item -> replacements.drop(aggregate, item, actor));
        if (!DueRefunds.hasOpen(aggregate)) {
            return List.of();
        }
        var changes = DueRefunds.revise(account(aggregate.authorization().orderId()), aggregate);
        changes.forEach(change -> {
            fees.keep(refunds.saveAndFlush(change.refund()));
            changed(aggregate, change, actor);
        });
        return changes;
    }

    /** What stands against paying this refund as it is; the order's lock is held from here on. */
    PayingAnswer check(ReturnAggregate aggregate, Reimbursement refund) {
        return PayingGuard.check(account(refund.orderId()), aggregate, refund);
    }

    /** What is done now with a refund that its gateway is to be asked for; the order's lock is held from here on. */
    Asking asking(ReturnAggregate aggregate, Reimbursement refund) {
        return DueRefunds.asking(account(refund.orderId()), aggregate, refund);
    }

    /** All there is to know of an order's money, with the order's lock. */
    OrderAccount account(UUID order) {
        locks.hold(order);
        return seen(order);
    }

    /** The same, only to look at. */
    OrderAccount seen(UUID order) {
        return seen(judging.order(order));
    }

    private OrderAccount seen(Order order) {
        var terms = terms(order);
        var full = terms.shipping() == OutboundShippingPolicy.FULL_RETURN;
        return new OrderAccount(
                OrderMoney.of(order),
                refunds.ofOrder(order.id().value()),
                full ? judging.worthless(order.id().value()) : List.of(),
                terms);
    }

    private RefundTerms terms(Order order) {
        var settings = setup.settings();
        return new RefundTerms(
                settings.labelFee(),
                settings.refundOutboundShipping(),
                setup.reasons(true).stream()
                        .collect(Collectors.toMap(reason -> reason.reasonId().value(), ReturnReason::group)),
                judging.conversion(order));
    }

    private static String said(Reimbursement due) {
        return "%s %s%s"
                .formatted(
                        due.amount(),
                        due.hold() == Hold.UNPAID ? "to be taken off the bill" : "to be refunded",
                        due.isAdvance() ? ", before the goods are received" : "");
    }

    /** Keeps a new refund and tells of it. */
    Reimbursement fallsDue(ReturnAggregate aggregate, Reimbursement due, String said, Actor actor) {
        var refund = refunds.saveAndFlush(due);
        fees.keep(refund);
        timeline.record(
                aggregate.authorization(),
                actor,
                said,
                stamp -> new ReturnEvent.RefundDue(stamp, refund.refundId(), refund.amount()));
        return refund;
    }

    private void changed(ReturnAggregate aggregate, DueRefunds.Change change, Actor actor) {
        timeline.record(
                aggregate.authorization(),
                actor,
                change.said(),
                stamp -> new ReturnEvent.RefundChanged(
                        stamp, change.refund().refundId(), change.refund().state()));
    }

    /** What would be given back from here on if all that is not refused comes and is accepted; null for nothing. */
    @Nullable
    public Waterfall estimate(ReturnAggregate aggregate) {
        var units = DueRefunds.expected(aggregate);
        if (units.isEmpty()) {
            return null;
        }
        var account = seen(aggregate.authorization().orderId()).asAnnounced(aggregate.items());
        return promised(account, account.reckon(aggregate, units, account.given()));
    }

    /**
     * What would be given back for items that nobody has asked for yet.
     *
     * @param labelFree because of what travels with them
     */
    @Nullable
    public Waterfall estimate(
            ReturnableOrder order, List<RefundableItem> refundables, Charges charges, boolean labelFree) {
        if (refundables.isEmpty()) {
            return null;
        }
        var account = seen(order.order());
        return promised(account, account.foretell(refundables, charges, labelFree));
    }

    /** Nobody promises money that does not come. */
    private static @Nullable Waterfall promised(OrderAccount account, RefundCalculation reckoned) {
        return account.isHeld() ? null : reckoned.waterfall();
    }
}
