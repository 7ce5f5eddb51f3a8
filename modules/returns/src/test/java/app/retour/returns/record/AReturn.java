package app.retour.returns.record;

import app.retour.kernel.Actor;
import app.retour.kernel.Money;
import app.retour.kernel.Phrase;
import app.retour.returns.eligibility.ItemDescription;
import app.retour.returns.eligibility.WantedItem;
import app.retour.returns.settings.ReasonId;
import app.retour.returns.settings.ReturnReason;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.waterfall.AnnouncedPrice;
import app.retour.returns.waterfall.RefundCalculation;
import app.retour.returns.waterfall.RefundedUnits;
import app.retour.returns.waterfall.Waterfall;
import app.retour.returns.waterfall.WaterfallLineKind;
import app.retour.rules.policy.EvidenceWanted;
import app.retour.rules.policy.Fee;
import app.retour.rules.policy.RefundMoment;
import app.retour.rules.policy.Resolution;
import app.retour.rules.policy.ReturnShipping;
import app.retour.rules.vocabulary.ReasonGroup;
import app.retour.tracking.ParcelState;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is kept of one return, as a test tells it: nothing follows of anything by itself. Units cost €10.00 each. */
public final class AReturn {
    public static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    public static final Currency EURO = Currency.getInstance("EUR");
    public static final ReturnReason REASON = new ReturnReason(
            new ReasonId(UUID.randomUUID()), "size", ReasonGroup.SIZE, 1, false, Phrase.of("Too small"));
    private final ReturnAggregate aggregate = ReturnAggregate.of(
            new ReturnAuthorization("R-1001", "slip", UUID.randomUUID(), "#1001", null, EURO, NOW),
            List.of(),
            List.of());

    private AReturn() {}

    /** Items of so many units each, not yet judged, numbered from 1. */
    public static AReturn of(int... quantities) {
        var made = new AReturn();
        for (var quantity : quantities) {
            made.item(quantity, Resolution.REFUND);
        }
        return made;
    }

    /** The same, approved and going ahead. */
    public static AReturn approved(int... quantities) {
        var made = of(quantities);
        made.aggregate.items().forEach(item -> item.decide(decision(ItemDecision.APPROVED)));
        made.aggregate.authorization().release(NOW);
        return made;
    }

    public AReturn item(int quantity, Resolution resolution) {
        var title = "Thing " + (aggregate.items().size() + 1);
        aggregate
                .items()
                .add(new RequestedItem(
                        aggregate.authorization(),
                        aggregate.items().size() + 1,
                        new WantedItem(
                                UUID.randomUUID(),
                                new ItemDescription("SKU", title, null, null),
                                quantity,
                                euros(10).times(quantity),
                                new AnnouncedPrice(
                                        quantity, euros(10).times(quantity).amount(), euros(0).amount(), false),
                                REASON,
                                null,
                                List.of(),
                                resolution,
                                null)));
        return this;
    }

    /** The item with this number, from 1. */
    public RequestedItem item(int number) {
        return aggregate.items().get(number - 1);
    }

    public AReturn decided(int number, ItemDecision to) {
        item(number).decide(decision(to));
        return this;
    }

    public AReturn agreedOn(int number, ItemTerms terms) {
        item(number).agreeOn(terms);
        return this;
    }

    /** So many units came, and of them so many are accepted, and refused. */
    public AReturn came(int number, int received, int accepted, int refused) {
        var item = item(number);
        item.moveGoods(item.goods().receive(received, item.quantity()).inspect(accepted, refused, 0));
        return this;
    }

    public AReturn parcel(ParcelState state) {
        var parcel = new TrackedParcel(UUID.randomUUID(), NOW);
        parcel.moveTo(state, NOW);
        aggregate.parcels().add(parcel);
        return this;
    }

    /** A refund that is due for so many units of an item. */
    public Reimbursement refund(int number, int units) {
        var item = item(number);
        var amount = euros(10).times(units);
        return refund(
                amount,
                new Waterfall.Line(WaterfallLineKind.ITEM, item.title(), amount, item.id()),
                null,
                new RefundedUnits(item.orderLineId(), item.id(), units, amount, euros(0), euros(0), null));
    }

    /** One that pays for no units: what staff give. */
    public Reimbursement gift(String amount) {
        var given = Money.of(amount, "EUR");
        return refund(given, new Waterfall.Line(WaterfallLineKind.GOODWILL, "Sorry", given, null), null);
    }

    public Reimbursement refund(
            Money amount, Waterfall.Line line, @Nullable String needsPerson, RefundedUnits... units) {
        var tenders = needsPerson == null
                ? List.of(new Waterfall.TenderShare("card", "Visa", amount))
                : List.<Waterfall.TenderShare>of();
        var made = new Reimbursement(
                aggregate.authorization(),
                new RefundCalculation(
                        new Waterfall(List.of(line), amount, tenders), List.of(units), euros(0), euros(0), needsPerson),
                false,
                NOW);
        aggregate.refunds().add(made);
        return made;
    }

    public ReturnAggregate aggregate() {
        return aggregate;
    }

    public ReturnAuthorization authorization() {
        return aggregate.authorization();
    }

    public static Money euros(long amount) {
        return Money.ofMinorUnits(amount * 100, EURO);
    }

    public static DecisionRecord decision(ItemDecision to) {
        return new DecisionRecord(to, Actor.Kind.STAFF, NOW, null, null, null);
    }

    /** Without a fee. */
    public static ItemTerms terms(RefundMoment moment, boolean keep) {
        return ItemTerms.of(keep, new Fee.Waived(), ReturnShipping.SHOPPER, moment, EvidenceWanted.NOTHING);
    }
}
