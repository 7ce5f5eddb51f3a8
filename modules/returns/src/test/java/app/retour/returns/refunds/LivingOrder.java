package app.retour.returns.refunds;

import app.retour.kernel.Actor;
import app.retour.kernel.CurrencyConversion;
import app.retour.kernel.Money;
import app.retour.kernel.ShopAmount;
import app.retour.orders.Order;
import app.retour.returns.ToldOfAReturn;
import app.retour.returns.eligibility.ReturnRequest;
import app.retour.returns.events.RefundState;
import app.retour.returns.goods.CountedLine;
import app.retour.returns.goods.GoodsCount;
import app.retour.returns.goods.Grading;
import app.retour.returns.goods.WarehouseReceipt;
import app.retour.returns.judging.ReturnableOrder;
import app.retour.returns.record.DecisionRecord;
import app.retour.returns.record.ItemTerms;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.record.RequestedItem;
import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.record.ReturnAuthorization;
import app.retour.returns.record.TrackedParcel;
import app.retour.returns.settings.OutboundShippingPolicy;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.view.Disposition;
import app.retour.returns.view.Grade;
import app.retour.returns.waterfall.OrderMoney;
import app.retour.returns.waterfall.RefundTerms;
import app.retour.rules.policy.EvidenceWanted;
import app.retour.rules.policy.Fee;
import app.retour.rules.policy.RefundMoment;
import app.retour.rules.policy.Resolution;
import app.retour.rules.policy.ReturnShipping;
import app.retour.rules.vocabulary.ReasonGroup;
import app.retour.tracking.ParcelState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order and the life of its returns without a database: the real entities, the real guard, the real sums. What it does
 * in one step, a Spring class does in one transaction.
 */
public final class LivingOrder {
    private final List<ReturnAggregate> returns = new ArrayList<>();
    private final TestBank bank = new TestBank();
    private Order order;
    private Instant now = Instant.parse("2026-11-01T10:00:00Z");
    private OutboundShippingPolicy shipping = OutboundShippingPolicy.NEVER;
    private @Nullable ShopAmount labelFee;

    public LivingOrder(Order order) {
        this.order = order;
    }

    public LivingOrder withShipping(OutboundShippingPolicy policy) {
        shipping = policy;
        return this;
    }

    public LivingOrder withLabel(String amount) {
        labelFee = ShopAmount.of(new BigDecimal(amount), order.currency());
        return this;
    }

    Money label() {
        return labelFee instanceof ShopAmount fee ? fee.money() : Money.zero(order.currency());
    }

    public Order order() {
        return order;
    }

    public TestBank bank() {
        return bank;
    }

    public List<ReturnAggregate> returns() {
        return List.copyOf(returns);
    }

    public List<Reimbursement> refunds() {
        return returns.stream().flatMap(each -> each.refunds().stream()).toList();
    }

    public List<RequestedItem> items() {
        return returns.stream().flatMap(each -> each.items().stream()).toList();
    }

    public Instant tick() {
        now = now.plusSeconds(60);
        return now;
    }

    public OrderAccount account() {
        var groups = new HashMap<UUID, ReasonGroup>();
        AskedItems.REASONS.forEach((group, id) -> groups.put(id, group));
        return new OrderAccount(
                OrderMoney.of(order),
                refunds(),
                items().stream().filter(item -> item.worthNothing() > 0).toList(),
                new RefundTerms(
                        labelFee, shipping, groups, new CurrencyConversion(order.currency(), order.currency(), null)));
    }

    /** A unit or more of a line, with what the rules said of them. */
    public record Requested(int line, int quantity, ItemTerms terms, ReasonGroup reason, Resolution resolution) {
        public Requested(int line, int quantity, ItemTerms terms, ReasonGroup reason) {
            this(line, quantity, terms, reason, Resolution.REFUND);
        }

        public static Requested of(int line, int quantity, RefundMoment moment) {
            return new Requested(line, quantity, LivingOrder.terms(moment, false, new Fee.Waived()), ReasonGroup.SIZE);
        }
    }

    static ItemTerms terms(RefundMoment moment, boolean keep, Fee fee) {
        return terms(moment, keep, fee, ReturnShipping.SHOPPER);
    }

    public static ItemTerms terms(RefundMoment moment, boolean keep, Fee fee, ReturnShipping wayBack) {
        return ItemTerms.of(keep, fee, wayBack, moment, EvidenceWanted.NOTHING);
    }

    /** Asks for a return and has it approved. */
    public ReturnAggregate approved(Requested... requests) {
        var aggregate = asked(requests);
        decide(aggregate, aggregate.items(), ItemDecision.APPROVED);
        return aggregate;
    }

    public ReturnAggregate asked(Requested... requests) {
        var returnable = new ReturnableOrder(order, items());
        returnable.requireLeft(new ReturnRequest(
                order.id().value(),
                List.of(requests).stream()
                        .map(requested -> new ReturnRequest.Item(
                                line(requested),
                                requested.quantity(),
                                "size",
                                null,
                                Resolution.REFUND,
                                null,
                                List.of()))
                        .toList()));
        var of = new ReturnAuthorization(
                "R-" + (1001 + returns.size()),
                "slip",
                order.id().value(),
                order.number(),
                null,
                order.currency(),
                tick());
        var items = new ArrayList<RequestedItem>();
        for (var requested : requests) {
            items.add(AskedItems.item(of, items.size() + 1, requested, returnable));
        }
        var aggregate = ReturnAggregate.of(of, items, List.of(new TrackedParcel(UUID.randomUUID(), now)));
        returns.add(aggregate);
        return aggregate;
    }

    private UUID line(Requested requested) {
        return order.lines().get(requested.line()).id().value();
    }

    void decide(ReturnAggregate aggregate, List<RequestedItem> items, ItemDecision to) {
        if (to != ItemDecision.APPROVED) {
            items.forEach(aggregate::requireNotPaid);
        }
        items.forEach(item -> item.decide(new DecisionRecord(to, Actor.Kind.STAFF, tick(), null, null, null)));
        if (aggregate.approved().findAny().isPresent()) {
            aggregate.authorization().release(now);
        }
        changed(aggregate);
    }

    void changed(ReturnAggregate aggregate) {
        new LookingAgain(this).changed(aggregate);
    }

    public void looksAgain(ReturnAggregate aggregate) {
        new LookingAgain(this).looksAgain(aggregate);
    }

    public void othersOf(ReturnAggregate aggregate) {
        new LookingAgain(this).othersOf(aggregate);
    }

    void moves(ReturnAggregate aggregate, ParcelState to) {
        aggregate.parcels().getFirst().moveTo(to, tick());
        changed(aggregate);
    }

    /** Counts units of each item, in the items' order, and closes the receipt; grading comes with it or later. */
    public List<CountedLine> receives(ReturnAggregate aggregate, boolean expectMore, int... units) {
        var receipt = new WarehouseReceipt(aggregate.authorization().id(), "code", null, tick());
        var counted = new ArrayList<CountedLine>();
        for (var i = 0; i < units.length; i++) {
            var line = new CountedLine(receipt.id(), aggregate.items().get(i));
            line.count(units[i]);
            counted.add(line);
        }
        receipt.close(now);
        GoodsCount.book(counted, aggregate, expectMore);
        changed(aggregate);
        return counted;
    }

    public void grades(
            ReturnAggregate aggregate, List<CountedLine> counted, int line, int accepted, int refused, Disposition to) {
        GoodsCount.grade(
                counted,
                aggregate,
                List.of(new Grading(
                        counted.get(line).id(), accepted, refused, Grade.USED, to, refused > 0 ? "worn" : null)),
                true);
        changed(aggregate);
    }

    public void comesBack(ReturnAggregate aggregate, int... units) {
        var counted = receives(aggregate, true, units);
        for (var i = 0; i < units.length; i++) {
            grades(aggregate, counted, i, units[i], 0, Disposition.RESTOCKED);
        }
    }

    public ReturnAggregate of(Reimbursement refund) {
        return returns.stream()
                .filter(each -> each.authorization().id().equals(refund.returnId()))
                .findFirst()
                .orElseThrow();
    }

    /** A source tells the order again; refunds are looked at at once, and what came for nothing too. */
    public void toldAgain(Order as) {
        order = as;
        returns.stream()
                .filter(aggregate -> DueRefunds.hasOpen(aggregate)
                        || aggregate.items().stream().anyMatch(item -> item.worthNothing() > 0))
                .forEach(this::changed);
    }

    /** The shopper is asked for more of items, and answers: rules may attach something else to them now. */
    void judgesAgain(ReturnAggregate aggregate, RequestedItem item, ItemTerms terms) {
        decide(aggregate, List.of(item), ItemDecision.WAITING_FOR_SHOPPER);
        item.agreeOn(terms);
        decide(aggregate, List.of(item), ItemDecision.APPROVED);
    }

    /** Staff give something of their own accord. */
    public void gives(ReturnAggregate aggregate, ReimbursementKind kind, Money amount) {
        aggregate.add(new StaffGift(account()).give(aggregate, kind, amount, "Sorry", tick()));
        looksAgain(aggregate);
    }

    void closes(ReturnAggregate aggregate) {
        if (aggregate.refunds().stream().anyMatch(one -> one.counts() && one.state() != RefundState.ISSUED)) {
            return;
        }
        aggregate.endUnsent();
        changed(aggregate);
        aggregate.authorization().close("done", tick());
    }

    public void withdraws(ReturnAggregate aggregate) {
        if (ToldOfAReturn.canCancel(aggregate)) {
            aggregate.items().stream()
                    .filter(RequestedItem::isLive)
                    .forEach(item -> item.decide(
                            new DecisionRecord(ItemDecision.CANCELED, Actor.Kind.SHOPPER, tick(), null, null, null)));
            aggregate.cancelOpenRefunds("Return canceled");
            othersOf(aggregate);
        }
    }
}
