package app.retour.returns.refunds;

import app.retour.returns.eligibility.WantedItem;
import app.retour.returns.goods.Payable;
import app.retour.returns.record.ItemTerms;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.record.RequestedItem;
import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.waterfall.Charges;
import app.retour.returns.waterfall.RefundTerms;
import app.retour.returns.waterfall.RefundableItem;
import app.retour.rules.policy.Resolution;
import app.retour.rules.policy.ReturnShipping;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a return claims of its order, item by item: what came so far, and what may still come. */
public final class RefundableItems {
    private RefundableItems() {}

    /**
     * @param settled refunds of the return that give back already, or that a person gave up
     * @param more units that come beside those
     */
    static List<RefundableItem> of(
            ReturnAggregate aggregate,
            List<Reimbursement> settled,
            Map<RequestedItem, Integer> more,
            RefundTerms terms,
            Charges charges) {
        return aggregate.items().stream()
                .filter(item -> item.resolution() == Resolution.REFUND)
                .map(item -> {
                    var units = settled.stream()
                                    .mapToInt(refund -> refund.unitsOf(item.id()))
                                    .sum()
                            + more.getOrDefault(item, 0);
                    return new RefundableItem(
                            item.id(),
                            item.orderLineId(),
                            item.title(),
                            units,
                            Math.max(units, mayCome(item)),
                            charges.fee(item.terms().fee(charges.shop())),
                            wayBack(item.terms()),
                            terms.group(item.reasonId()));
                })
                .filter(RefundableItem::takesPart)
                .toList();
    }

    /** Of an item that nobody has asked for yet, if it comes and is accepted. */
    public static RefundableItem of(UUID ref, WantedItem wanted, ItemTerms terms, Charges charges) {
        return new RefundableItem(
                ref,
                wanted.orderLineId(),
                wanted.described().title(),
                wanted.quantity(),
                wanted.quantity(),
                charges.fee(terms.fee(charges.shop())),
                wayBack(terms),
                wanted.reason().group());
    }

    /** Something is in the parcel that nothing is given back for, but whose way the merchant pays. */
    static boolean travelsFreeBesides(ReturnAggregate aggregate) {
        return aggregate.items().stream()
                .anyMatch(item -> item.resolution() != Resolution.REFUND
                        && item.travels()
                        && item.terms().returnShipping() == ReturnShipping.MERCHANT
                        && item.quantity() > item.goods().missing() + item.unsent());
    }

    private static int mayCome(RequestedItem item) {
        if (item.decision() != ItemDecision.APPROVED) {
            return 0;
        }
        if (item.terms().keepItem()) {
            return item.quantity();
        }
        // More may have come than was announced: then one is refused, and another is in its place.
        var unrefused = Math.max(Payable.unrefused(item), item.goods().arrived());
        return Math.clamp(unrefused - item.unsent(), 0, item.quantity());
    }

    private static @Nullable ReturnShipping wayBack(ItemTerms terms) {
        return terms.keepItem() ? null : terms.returnShipping();
    }
}
