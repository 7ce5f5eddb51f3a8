package app.retour.returns.refunds;

import app.retour.kernel.Actor;
import app.retour.orders.Order;
import app.retour.returns.events.ReturnEvent;
import app.retour.returns.goods.Payable;
import app.retour.returns.judging.Judging;
import app.retour.returns.judging.ReturnableOrder;
import app.retour.returns.record.AnnouncedItem;
import app.retour.returns.record.Chronicle;
import app.retour.returns.record.Dossier;
import app.retour.returns.record.Hold;
import app.retour.returns.record.OrderLocks;
import app.retour.returns.record.PayingAnswer;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.record.Reimbursements;
import app.retour.returns.record.TeamTask;
import app.retour.returns.record.TeamTasks;
import app.retour.returns.settings.OutboundShippingPolicy;
import app.retour.returns.settings.Resolution;
import app.retour.returns.settings.ReturnReason;
import app.retour.returns.settings.ReturnSetup;
import app.retour.returns.view.StaffTaskKind;
import app.retour.returns.waterfall.Charges;
import app.retour.returns.waterfall.OrderMoney;
import app.retour.returns.waterfall.Reckoning;
import app.retour.returns.waterfall.RefundClaim;
import app.retour.returns.waterfall.RefundTerms;
import app.retour.returns.waterfall.Waterfall;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Sees to it that whatever has come to its moment is given back, once: refunds fall due, replacements become tasks. */
@Component
public class RefundDesk {
    private final Reimbursements refunds;
    private final TeamTasks tasks;
    private final KeptFees fees;
    private final OrderLocks locks;
    private final Judging judging;
    private final ReturnSetup setup;
    private final Chronicle chronicle;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RefundDesk(
            Reimbursements refunds,
            TeamTasks tasks,
            KeptFees fees,
            OrderLocks locks,
            Judging judging,
            ReturnSetup setup,
            Chronicle chronicle,
            ApplicationEventPublisher events,
            Clock clock) {
        this.refunds = refunds;
        this.tasks = tasks;
        this.fees = fees;
        this.locks = locks;
        this.judging = judging;
        this.setup = setup;
        this.chronicle = chronicle;
        this.events = events;
        this.clock = clock;
    }

    /** Units of a return came, and nothing is given back for them: they may complete what another return is owed for. */
    public record CameForNothing(UUID returnId) {}

    /** Asked after every change; asking again changes nothing. */
    public void payWhatIsDue(Dossier dossier, Actor actor) {
        lookAgain(dossier, actor);
        if (!dossier.goesAhead() || dossier.authorization().isClosed()) {
            return;
        }
        dossier.approved()
                .filter(item -> item.resolution() == Resolution.EXCHANGE)
                .forEach(item -> openExchange(dossier, item, actor));
        if (DueRefunds.mayFallDue(dossier)) {
            var worthNothing = dossier.unitsWorthNothing();
            DueRefunds.next(account(dossier.authorization().orderId()), dossier, clock.instant())
                    .ifPresent(refund -> {
                        fallsDue(dossier, refund, said(refund), actor);
                        if (DueRefunds.givesBackFees(dossier)) {
                            lookAgain(dossier, actor);
                        }
                    });
            if (dossier.unitsWorthNothing() > worthNothing) {
                events.publishEvent(new CameForNothing(dossier.authorization().id()));
            }
        }
    }

    /** Refunds that are not paid keep what still fits; asked whenever something changed that they were reckoned from. */
    public List<DueRefunds.Change> lookAgain(Dossier dossier, Actor actor) {
        dossier.items().forEach(item -> dropExchanges(dossier, item, actor));
        if (!DueRefunds.hasOpen(dossier)) {
            return List.of();
        }
        var changes = DueRefunds.revise(account(dossier.authorization().orderId()), dossier);
        changes.forEach(change -> {
            fees.keep(refunds.saveAndFlush(change.refund()));
            changed(dossier, change, actor);
        });
        return changes;
    }

    /** What stands against paying this refund as it is; the order's lock is held from here on. */
    PayingAnswer check(Dossier dossier, Reimbursement refund) {
        return PayingGuard.check(account(refund.orderId()), dossier, refund);
    }

    /** What is done now with a refund that its gateway is to be asked for; the order's lock is held from here on. */
    Asking asking(Dossier dossier, Reimbursement refund) {
        return DueRefunds.asking(account(refund.orderId()), dossier, refund);
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
    Reimbursement fallsDue(Dossier dossier, Reimbursement due, String said, Actor actor) {
        var refund = refunds.saveAndFlush(due);
        fees.keep(refund);
        chronicle.tell(
                dossier.authorization(),
                actor,
                said,
                stamp -> new ReturnEvent.RefundDue(
                        stamp.tenant(),
                        stamp.returnId(),
                        stamp.rmaNumber(),
                        stamp.sequence(),
                        stamp.at(),
                        stamp.actor(),
                        refund.refundId(),
                        refund.amount()));
        return refund;
    }

    private void changed(Dossier dossier, DueRefunds.Change change, Actor actor) {
        chronicle.tell(
                dossier.authorization(),
                actor,
                change.said(),
                stamp -> new ReturnEvent.RefundChanged(
                        stamp.tenant(),
                        stamp.returnId(),
                        stamp.rmaNumber(),
                        stamp.sequence(),
                        stamp.at(),
                        stamp.actor(),
                        change.refund().refundId(),
                        change.refund().state()));
    }

    /** What would be given back from here on if all that is not refused comes and is accepted; null for nothing. */
    @Nullable
    public Waterfall estimate(Dossier dossier) {
        var units = DueRefunds.expected(dossier);
        if (units.isEmpty()) {
            return null;
        }
        var account = seen(dossier.authorization().orderId()).asAnnounced(dossier.items());
        return promised(account, account.reckon(dossier, units, account.given()));
    }

    /**
     * What would be given back for items that nobody has asked for yet.
     *
     * @param labelFree because of what travels with them
     */
    @Nullable
    public Waterfall estimate(ReturnableOrder order, List<RefundClaim> claims, Charges charges, boolean labelFree) {
        if (claims.isEmpty()) {
            return null;
        }
        var account = seen(order.order());
        return promised(account, account.foretell(claims, charges, labelFree));
    }

    /** Nobody promises money that does not come. */
    private static @Nullable Waterfall promised(OrderAccount account, Reckoning reckoned) {
        return account.isHeld() ? null : reckoned.waterfall();
    }

    /** What nobody sends any more is no task; for what is still to be sent a new one is opened. */
    private void dropExchanges(Dossier dossier, AnnouncedItem item, Actor actor) {
        var asked = dossier.tasks().stream()
                .filter(task -> item.id().equals(task.itemId()))
                .toList();
        var units = asked.stream().mapToInt(TeamTask::quantity).sum() - Payable.units(dossier, item);
        for (var task : asked.reversed()) {
            if (units > 0 && task.isOpen()) {
                units -= task.quantity();
                task.drop(clock.instant());
                tasks.saveAndFlush(task);
                chronicle.tell(
                        dossier.authorization(),
                        actor,
                        task.snapshot().text(),
                        stamp -> new ReturnEvent.ExchangeTaskDropped(
                                stamp.tenant(),
                                stamp.returnId(),
                                stamp.rmaNumber(),
                                stamp.sequence(),
                                stamp.at(),
                                stamp.actor(),
                                task.id()));
            }
        }
    }

    private void openExchange(Dossier dossier, AnnouncedItem item, Actor actor) {
        var asked = dossier.tasks().stream()
                .filter(task -> item.id().equals(task.itemId()))
                .mapToInt(TeamTask::quantity)
                .sum();
        var units = Payable.units(dossier, item) - asked;
        if (units <= 0) {
            return;
        }
        var wanted = item.exchange();
        var said = "Send %d × %s instead of “%s”"
                .formatted(units, wanted == null ? "a replacement" : wanted.exchangeTitle(), item.title());
        var task = tasks.saveAndFlush(
                new TeamTask(StaffTaskKind.SEND_REPLACEMENT, item.returnId(), item.id(), units, said, clock.instant()));
        dossier.tasks().add(task);
        chronicle.tell(
                dossier.authorization(),
                actor,
                said,
                stamp -> new ReturnEvent.ExchangeTaskOpened(
                        stamp.tenant(),
                        stamp.returnId(),
                        stamp.rmaNumber(),
                        stamp.sequence(),
                        stamp.at(),
                        stamp.actor(),
                        task.id()));
    }
}
