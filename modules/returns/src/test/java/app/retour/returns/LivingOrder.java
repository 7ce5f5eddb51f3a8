package app.retour.returns;

import app.retour.kernel.Actor;
import app.retour.kernel.CurrencyConversion;
import app.retour.kernel.Money;
import app.retour.kernel.ShopAmount;
import app.retour.orders.Order;
import app.retour.returns.eligibility.ReturnRequest;
import app.retour.returns.events.RefundState;
import app.retour.returns.goods.CountedLine;
import app.retour.returns.goods.GoodsCount;
import app.retour.returns.goods.Grading;
import app.retour.returns.goods.WarehouseReceipt;
import app.retour.returns.judging.ReturnableOrder;
import app.retour.returns.record.AnnouncedItem;
import app.retour.returns.record.Dossier;
import app.retour.returns.record.ItemTerms;
import app.retour.returns.record.ItemVerdict;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.record.ReturnAuthorization;
import app.retour.returns.record.TestBank;
import app.retour.returns.record.TrackedParcel;
import app.retour.returns.refunds.DueRefunds;
import app.retour.returns.refunds.LookingAgain;
import app.retour.returns.refunds.OrderAccount;
import app.retour.returns.refunds.ReimbursementKind;
import app.retour.returns.refunds.StaffGift;
import app.retour.returns.settings.OutboundShippingPolicy;
import app.retour.returns.settings.ReasonGroup;
import app.retour.returns.settings.RefundMoment;
import app.retour.returns.settings.Resolution;
import app.retour.returns.settings.ReturnShipping;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.status.ParcelFact;
import app.retour.returns.view.Disposition;
import app.retour.returns.view.Grade;
import app.retour.returns.waterfall.OrderMoney;
import app.retour.returns.waterfall.RefundClaim;
import app.retour.returns.waterfall.RefundTerms;
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
    private final List<Dossier> returns = new ArrayList<>();
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

    public List<Dossier> returns() {
        return List.copyOf(returns);
    }

    public List<Reimbursement> refunds() {
        return returns.stream().flatMap(each -> each.refunds().stream()).toList();
    }

    public List<AnnouncedItem> items() {
        return returns.stream().flatMap(each -> each.items().stream()).toList();
    }

    public Instant tick() {
        now = now.plusSeconds(60);
        return now;
    }

    public OrderAccount account() {
        var groups = new HashMap<UUID, ReasonGroup>();
        WishedItems.REASONS.forEach((group, id) -> groups.put(id, group));
        return new OrderAccount(
                OrderMoney.of(order),
                refunds(),
                items().stream().filter(item -> item.worthNothing() > 0).toList(),
                new RefundTerms(
                        labelFee, shipping, groups, new CurrencyConversion(order.currency(), order.currency(), null)));
    }

    /** A unit or more of a line, with what the rules said of them. */
    public record Wish(int line, int quantity, ItemTerms terms, ReasonGroup reason, Resolution resolution) {
        public Wish(int line, int quantity, ItemTerms terms, ReasonGroup reason) {
            this(line, quantity, terms, reason, Resolution.REFUND);
        }

        public static Wish of(int line, int quantity, RefundMoment moment) {
            return new Wish(line, quantity, LivingOrder.terms(moment, false, RefundClaim.Fee.NONE), ReasonGroup.SIZE);
        }
    }

    static ItemTerms terms(RefundMoment moment, boolean keep, RefundClaim.Fee fee) {
        return terms(moment, keep, fee, ReturnShipping.SHOPPER);
    }

    public static ItemTerms terms(RefundMoment moment, boolean keep, RefundClaim.Fee fee, ReturnShipping wayBack) {
        return new ItemTerms(keep, fee.kind(), fee.per(), fee.value(), wayBack, moment, 0, false);
    }

    /** Asks for a return and has it approved. */
    public Dossier approved(Wish... wishes) {
        var dossier = asked(wishes);
        decide(dossier, dossier.items(), ItemDecision.APPROVED);
        return dossier;
    }

    public Dossier asked(Wish... wishes) {
        var returnable = new ReturnableOrder(order, items());
        returnable.requireLeft(new ReturnRequest(
                order.id().value(),
                List.of(wishes).stream()
                        .map(wish -> new ReturnRequest.Item(
                                line(wish), wish.quantity(), "size", null, Resolution.REFUND, null, List.of()))
                        .toList()));
        var of = new ReturnAuthorization(
                "R-" + (1001 + returns.size()),
                "slip",
                order.id().value(),
                order.number(),
                null,
                order.currency(),
                tick());
        var items = new ArrayList<AnnouncedItem>();
        for (var wish : wishes) {
            items.add(WishedItems.item(of, items.size() + 1, wish, returnable));
        }
        var dossier = new Dossier(
                of,
                items,
                new ArrayList<>(List.of(new TrackedParcel(UUID.randomUUID(), now))),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        returns.add(dossier);
        return dossier;
    }

    private UUID line(Wish wish) {
        return order.lines().get(wish.line()).id().value();
    }

    void decide(Dossier dossier, List<AnnouncedItem> items, ItemDecision to) {
        if (to != ItemDecision.APPROVED) {
            items.forEach(dossier::requireNotPaid);
        }
        items.forEach(item -> item.decide(new ItemVerdict(to, Actor.Kind.STAFF, tick(), null, null, null)));
        if (dossier.approved().findAny().isPresent()) {
            dossier.authorization().release(now);
        }
        changed(dossier);
    }

    void changed(Dossier dossier) {
        new LookingAgain(this).changed(dossier);
    }

    public void looksAgain(Dossier dossier) {
        new LookingAgain(this).looksAgain(dossier);
    }

    public void othersOf(Dossier dossier) {
        new LookingAgain(this).othersOf(dossier);
    }

    void moves(Dossier dossier, ParcelFact to) {
        dossier.parcels().getFirst().moveTo(to, tick());
        changed(dossier);
    }

    /** Counts units of each item, in the items' order, and closes the receipt; grading comes with it or later. */
    public List<CountedLine> receives(Dossier dossier, boolean expectMore, int... units) {
        var receipt = new WarehouseReceipt(dossier.authorization().id(), "code", null, tick());
        var counted = new ArrayList<CountedLine>();
        for (var i = 0; i < units.length; i++) {
            var line = new CountedLine(receipt.id(), dossier.items().get(i));
            line.count(units[i]);
            counted.add(line);
        }
        receipt.close(now);
        GoodsCount.book(counted, dossier, expectMore);
        changed(dossier);
        return counted;
    }

    public void grades(
            Dossier dossier, List<CountedLine> counted, int line, int accepted, int refused, Disposition to) {
        GoodsCount.grade(
                counted,
                dossier,
                List.of(new Grading(
                        counted.get(line).id(), accepted, refused, Grade.USED, to, refused > 0 ? "worn" : null)),
                true);
        changed(dossier);
    }

    public void comesBack(Dossier dossier, int... units) {
        var counted = receives(dossier, true, units);
        for (var i = 0; i < units.length; i++) {
            grades(dossier, counted, i, units[i], 0, Disposition.RESTOCKED);
        }
    }

    public Dossier of(Reimbursement refund) {
        return returns.stream()
                .filter(each -> each.authorization().id().equals(refund.returnId()))
                .findFirst()
                .orElseThrow();
    }

    /** A source tells the order again; refunds are looked at at once, and what came for nothing too. */
    public void toldAgain(Order as) {
        order = as;
        returns.stream()
                .filter(dossier -> DueRefunds.hasOpen(dossier)
                        || dossier.items().stream().anyMatch(item -> item.worthNothing() > 0))
                .forEach(this::changed);
    }

    /** The shopper is asked for more of items, and answers: rules may attach something else to them now. */
    void judgesAgain(Dossier dossier, AnnouncedItem item, ItemTerms terms) {
        decide(dossier, List.of(item), ItemDecision.WAITING_FOR_SHOPPER);
        item.agreeOn(terms);
        decide(dossier, List.of(item), ItemDecision.APPROVED);
    }

    /** Staff give something of their own accord. */
    public void gives(Dossier dossier, ReimbursementKind kind, Money amount) {
        dossier.refunds().add(new StaffGift(account()).give(dossier, kind, amount, "Sorry", tick()));
        looksAgain(dossier);
    }

    void closes(Dossier dossier) {
        if (dossier.refunds().stream().anyMatch(one -> one.counts() && one.state() != RefundState.ISSUED)) {
            return;
        }
        dossier.endUnsent();
        changed(dossier);
        dossier.authorization().close("done", tick());
    }

    public void withdraws(Dossier dossier) {
        if (Outlook.canCancel(dossier)) {
            dossier.items().stream()
                    .filter(AnnouncedItem::isLive)
                    .forEach(item -> item.decide(
                            new ItemVerdict(ItemDecision.CANCELED, Actor.Kind.SHOPPER, tick(), null, null, null)));
            dossier.cancelOpenRefunds("Return canceled");
            othersOf(dossier);
        }
    }
}
