package app.retour.returns;

import app.retour.kernel.Actor;
import app.retour.kernel.Money;
import app.retour.orders.Order;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sees to it that whatever has come to its moment is given back, once: refunds fall due, replacements become tasks. */
@Component
class RefundDesk {
    private final Reimbursements refunds;
    private final TeamTasks tasks;
    private final KeptFees fees;
    private final OrderLocks locks;
    private final Judging judging;
    private final ReturnSetup setup;
    private final Chronicle chronicle;
    private final Clock clock;

    RefundDesk(
            Reimbursements refunds,
            TeamTasks tasks,
            KeptFees fees,
            OrderLocks locks,
            Judging judging,
            ReturnSetup setup,
            Chronicle chronicle,
            Clock clock) {
        this.refunds = refunds;
        this.tasks = tasks;
        this.fees = fees;
        this.locks = locks;
        this.judging = judging;
        this.setup = setup;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** Asked after every change; asking again changes nothing. */
    void payWhatIsDue(Dossier dossier, Actor actor) {
        if (!dossier.goesAhead() || dossier.authorization().isClosed()) {
            return;
        }
        dossier.approved()
                .filter(item -> item.resolution() == Resolution.EXCHANGE)
                .forEach(item -> openExchange(dossier, item, actor));
        var due = dossier.approved()
                .filter(item -> item.resolution() == Resolution.REFUND)
                .filter(item -> toPay(dossier, item) > 0)
                .toList();
        if (!due.isEmpty()) {
            locks.hold(dossier.authorization().orderId());
            giveBack(dossier, due, actor);
        }
    }

    private static int toPay(Dossier dossier, AnnouncedItem item) {
        return Payable.units(dossier, item) - dossier.refundedUnits(item, false);
    }

    private void giveBack(Dossier dossier, List<AnnouncedItem> due, Actor actor) {
        var groups = groups();
        var order = judging.order(dossier.authorization().orderId());
        var charges = new Charges(judging.conversion(order));
        var claims = due.stream()
                .map(item -> claim(dossier, item, toPay(dossier, item), groups, charges))
                .toList();
        var reckoned = reckon(dossier, order, claims, charges);
        var advance = due.stream()
                .anyMatch(item -> item.travels()
                        && Payable.units(dossier, item) > item.goods().received());
        var refund =
                refunds.saveAndFlush(new Reimbursement(dossier.authorization(), reckoned, advance, clock.instant()));
        dossier.refunds().add(refund);
        fees.keep(refund);
        chronicle.tell(
                dossier.authorization(),
                actor,
                "%s to be refunded%s".formatted(refund.amount(), advance ? ", before the goods are received" : ""),
                stamp -> new ReturnEvent.RefundDue(
                        stamp.tenant(),
                        stamp.returnId(),
                        stamp.rmaNumber(),
                        stamp.sequence(),
                        stamp.at(),
                        stamp.actor(),
                        refund.refundId(),
                        refund.amount()));
    }

    private Reckoning reckon(Dossier dossier, Order order, List<RefundClaim> claims, Charges charges) {
        var money = OrderMoney.of(order);
        var settings = setup.settings();
        var earlier = earlier(money, dossier.authorization().orderId());
        return Reckoning.of(
                        money,
                        earlier,
                        claims,
                        labelTaken(dossier) ? null : label(settings, claims, charges),
                        ShippingBack.isOwed(settings.refundOutboundShipping(), money, earlier, claims))
                .heldBecause(charges.needsPersonBecause());
    }

    private static @Nullable Money label(ReturnSettings settings, List<RefundClaim> claims, Charges charges) {
        return claims.stream().allMatch(RefundClaim::labelDeducted) ? charges.label(settings.labelFee()) : null;
    }

    EarlierRefunds earlier(OrderMoney money, UUID orderId) {
        var counting =
                refunds.ofOrder(orderId).stream().filter(Reimbursement::counts).toList();
        return EarlierRefunds.of(
                money.currency(),
                counting.stream().flatMap(refund -> refund.units().stream()).toList(),
                counting.stream().map(Reimbursement::waterfall).toList());
    }

    /** What would be given back from here on if all that is not refused comes and is accepted; null for nothing. */
    @Nullable
    Waterfall estimate(Dossier dossier) {
        var groups = groups();
        var order = judging.order(dossier.authorization().orderId());
        var charges = new Charges(judging.conversion(order));
        var claims = dossier.items().stream()
                .filter(item -> item.isLive() && item.resolution() == Resolution.REFUND)
                .filter(item -> item.quantity() > dossier.refundedUnits(item, false))
                .map(item ->
                        claim(dossier, item, item.quantity() - dossier.refundedUnits(item, false), groups, charges))
                .toList();
        return claims.isEmpty() ? null : reckon(dossier, order, claims, charges).waterfall();
    }

    /** What would be given back for items that nobody has asked for yet. */
    @Nullable
    Waterfall estimate(ReturnableOrder order, List<RefundClaim> claims, Charges charges) {
        if (claims.isEmpty()) {
            return null;
        }
        var money = OrderMoney.of(order.order());
        var settings = setup.settings();
        var earlier = earlier(money, order.order().id().value());
        return Reckoning.of(
                        money,
                        earlier,
                        claims,
                        label(settings, claims, charges),
                        ShippingBack.isOwed(settings.refundOutboundShipping(), money, earlier, claims))
                .waterfall();
    }

    private static RefundClaim claim(
            Dossier dossier, AnnouncedItem item, int units, Map<UUID, ReasonGroup> groups, Charges charges) {
        var perReturn = item.terms().feePer() == RefundClaim.Fee.Per.RETURN;
        var feeTaken = dossier.refunds().stream()
                .filter(Reimbursement::counts)
                .flatMap(refund -> refund.units().stream())
                .anyMatch(paid -> (perReturn || paid.item().equals(item.id()))
                        && paid.fee().isPositive());
        return new RefundClaim(
                item.id(),
                item.orderLineId(),
                item.title(),
                units,
                charges.fee(item.terms()),
                feeTaken,
                item.travels() && item.terms().returnShipping() == ReturnShipping.DEDUCTED,
                groups.getOrDefault(item.reasonId(), ReasonGroup.OTHER));
    }

    private static boolean labelTaken(Dossier dossier) {
        return dossier.refunds().stream()
                .filter(Reimbursement::counts)
                .flatMap(refund -> refund.waterfall().lines().stream())
                .anyMatch(line -> line.kind() == WaterfallLineKind.LABEL_FEE);
    }

    private Map<UUID, ReasonGroup> groups() {
        return setup.reasons(true).stream()
                .collect(Collectors.toMap(reason -> reason.reasonId().value(), ReturnReason::group));
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

    /** How much a refund may still rise. */
    Money room(Reimbursement refund) {
        var money = OrderMoney.of(judging.order(refund.orderId()));
        return Reckoning.ceilingAbove(money, earlier(money, refund.orderId()));
    }

    /** To which means an adjusted amount goes; the refund's own shares do not count as given. */
    TenderOrder tenders(Reimbursement refund, Money amount) {
        var money = OrderMoney.of(judging.order(refund.orderId()));
        var others = refunds.ofOrder(refund.orderId()).stream()
                .filter(other -> other.counts() && !other.id().equals(refund.id()))
                .toList();
        var earlier = EarlierRefunds.of(
                money.currency(),
                List.of(),
                others.stream().map(Reimbursement::waterfall).toList());
        return TenderOrder.split(money, earlier, amount);
    }
}
