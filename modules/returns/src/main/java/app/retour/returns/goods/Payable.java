package app.retour.returns.goods;

import app.retour.returns.record.RequestedItem;
import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.status.ItemDecision;
import app.retour.tracking.ParcelState;

/** How many units of an item have come to the moment at which they are given something for. */
public final class Payable {
    private Payable() {}

    public static int units(ReturnAggregate aggregate, RequestedItem item) {
        return switch (item.terms().refundMoment()) {
            case APPROVAL -> most(item, true);
            case FIRST_SCAN -> most(item, scanned(aggregate));
            case DELIVERY -> most(item, delivered(aggregate));
            case RECEIPT, INSPECTION -> most(item, false);
        };
    }

    /**
     * Units that may be paid for: those accepted or received, as the rules say.
     *
     * @param advance also those that are still to come
     */
    public static int most(RequestedItem item, boolean advance) {
        if (item.decision() != ItemDecision.APPROVED) {
            return 0;
        }
        if (item.terms().keepItem()) {
            return item.quantity();
        }
        var goods = item.goods();
        var units = switch (item.terms().refundMoment()) {
            case APPROVAL, FIRST_SCAN, DELIVERY ->
                advance ? Math.max(unrefused(item), goods.arrived()) : goods.arrived();
            case RECEIPT -> goods.arrived();
            case INSPECTION -> goods.accepted();
        };
        return Math.clamp(units, 0, item.quantity());
    }

    /** Units that came and were not refused, or may still come. */
    public static int unrefused(RequestedItem item) {
        return item.quantity() - item.goods().refused() - item.goods().missing();
    }

    private static boolean scanned(ReturnAggregate aggregate) {
        return delivered(aggregate)
                || aggregate.parcels().stream().anyMatch(parcel -> parcel.state() == ParcelState.IN_TRANSIT);
    }

    private static boolean delivered(ReturnAggregate aggregate) {
        return aggregate.parcels().stream().anyMatch(parcel -> parcel.state() == ParcelState.DELIVERED);
    }
}
