package app.retour.returns.record;

import app.retour.kernel.Actor;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.returns.eligibility.ItemDescription;
import app.retour.returns.eligibility.WantedItem;
import app.retour.returns.events.ReturnItemId;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.waterfall.AnnouncedPrice;
import app.retour.rules.policy.Resolution;
import app.retour.rules.policy.ReturnShipping;
import app.retour.tenants.tenancy.TenantOwned;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Units of one order line that are to come back for one reason. Decided on its own, counted on its own. */
@Entity
@Table(schema = "returns", name = "return_item")
public class RequestedItem extends TenantOwned {
    private UUID returnId;
    private UUID orderId;
    private int place;

    @Embedded
    private ItemRequest request;

    private int quantity;
    private BigDecimal valueAmount;

    @Embedded
    private ItemEvidence evidence;

    @Embedded
    private DecisionRecord decisionRecord =
            new DecisionRecord(ItemDecision.IN_REVIEW, Actor.Kind.POLICY, Instant.EPOCH, null, null, null);

    private boolean onceApproved;

    @Embedded
    private ItemTerms terms = ItemTerms.plain(ReturnShipping.SHOPPER);

    @Embedded
    private ItemGoods goods = ItemGoods.NONE;

    private int unsent;
    private int worthNothing;
    private @Nullable UUID splitFrom;

    protected RequestedItem() {}

    /** A new item, not yet judged. */
    public RequestedItem(ReturnAuthorization of, int place, WantedItem wanted) {
        returnId = of.id();
        orderId = of.orderId();
        this.place = place;
        request = ItemRequest.of(wanted);
        quantity = wanted.quantity();
        valueAmount = wanted.value().amount();
        evidence = new ItemEvidence(wanted.comment(), wanted.photoFiles());
    }

    private RequestedItem(RequestedItem whole, int quantity, Money value, int place) {
        returnId = whole.returnId;
        orderId = whole.orderId;
        this.place = place;
        request = whole.request;
        this.quantity = quantity;
        valueAmount = value.amount();
        evidence = whole.evidence;
        decisionRecord = whole.decisionRecord;
        onceApproved = whole.onceApproved;
        terms = whole.terms;
        splitFrom = whole.id();
    }

    /** Takes units off into an item of their own, before any of them arrived. */
    public RequestedItem split(int units, Currency currency, int newPlace) {
        if (units <= 0 || units >= quantity || goods.received() > 0) {
            throw new Refusal(
                    ErrorCode.INVALID,
                    "%d of %d units of “%s” cannot be decided apart".formatted(units, quantity, title()),
                    "items");
        }
        var shares = value(currency).allocate(List.of(BigDecimal.valueOf(quantity - units), BigDecimal.valueOf(units)));
        var apart = new RequestedItem(this, units, shares.get(1), newPlace);
        quantity -= units;
        valueAmount = shares.get(0).amount();
        return apart;
    }

    /** Moves the decision; refuses what can no longer be undone. */
    public void decide(DecisionRecord to) {
        var given = decision() == ItemDecision.APPROVED && goods.received() > 0;
        var gone = !isLive() && decision() != ItemDecision.REJECTED && goods.received() == 0;
        if (given || gone) {
            throw new Refusal(
                    ErrorCode.WRONG_STATE,
                    "“%s” is %s, so it cannot become %s"
                            .formatted(title(), given ? "approved and received" : decision(), to.decision()),
                    "items");
        }
        decisionRecord = to;
        onceApproved = onceApproved || to.decision() == ItemDecision.APPROVED;
    }

    public void agreeOn(ItemTerms newTerms) {
        terms = newTerms;
    }

    public void addEvidence(List<UUID> photos, @Nullable String comment) {
        evidence = evidence.and(photos, comment);
    }

    public void moveGoods(ItemGoods counted) {
        goods = counted;
    }

    /** Its goods are awaited: approved, and not to be kept. */
    public boolean travels() {
        return decision() == ItemDecision.APPROVED && !terms.keepItem();
    }

    /** Its units count against what was bought. */
    public boolean isLive() {
        return decision().isLive();
    }

    /**
     * The return ends: what never came is the shopper's to return again.
     *
     * @param given units that were refunded or replaced without having come
     */
    void endUnsent(int given) {
        unsent = isLive() ? Math.max(0, quantity - Math.max(goods.received(), given)) : 0;
    }

    /** Units that never came to a return that ended. */
    public int unsent() {
        return unsent;
    }

    /** Units that cannot be returned again: those promised, and those that came and stay here. */
    public int unitsTaken() {
        return isLive() ? Math.max(0, quantity - unsent - goods.sentBack()) : goods.received() - goods.sentBack();
    }

    /** For so many of its units nothing is to be given back: they cost nothing, or all of it was given back. */
    public void comesToNothing(int units) {
        worthNothing = units;
    }

    /** Units for which nothing is to be given back. */
    public int worthNothing() {
        return worthNothing;
    }

    /** What the order line cost when this was announced; null for what was announced before that was kept. */
    @Nullable
    public AnnouncedPrice price() {
        return request.price();
    }

    /** Units still to arrive. */
    public int expected() {
        return travels() ? Math.max(0, quantity - goods.received() - goods.missing()) : 0;
    }

    public ReturnItemId itemId() {
        return new ReturnItemId(id());
    }

    public UUID returnId() {
        return returnId;
    }

    public UUID orderId() {
        return orderId;
    }

    public UUID orderLineId() {
        return request.orderLineId();
    }

    public int place() {
        return place;
    }

    public int quantity() {
        return quantity;
    }

    public String title() {
        return request.described().title();
    }

    public ItemDescription described() {
        return request.described();
    }

    public UUID reasonId() {
        return request.reasonId();
    }

    public ItemEvidence evidence() {
        return evidence;
    }

    public Resolution resolution() {
        return request.resolution();
    }

    @Nullable
    public ItemExchange exchange() {
        return request.exchange();
    }

    public ItemDecision decision() {
        return decisionRecord.decision();
    }

    public DecisionRecord decisionRecord() {
        return decisionRecord;
    }

    public boolean onceApproved() {
        return onceApproved;
    }

    public ItemTerms terms() {
        return terms;
    }

    public ItemGoods goods() {
        return goods;
    }

    public Money value(Currency currency) {
        return Money.rounded(valueAmount, currency);
    }
}
