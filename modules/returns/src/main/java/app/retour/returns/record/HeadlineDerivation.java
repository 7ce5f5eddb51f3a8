package app.retour.returns.record;

import app.retour.returns.events.RefundState;
import app.retour.returns.status.HeadlineFacts;
import app.retour.rules.policy.Resolution;
import app.retour.tracking.ParcelState;
import java.util.EnumSet;

/** What the headline of a return is told from: its four facts, each brought down to what a headline tells apart. */
record HeadlineDerivation(ReturnAggregate aggregate) {
    HeadlineFacts facts() {
        return new HeadlineFacts(
                aggregate.decision(),
                aggregate.authorization().isClosed(),
                problem(),
                outcome(),
                goods(),
                parcelSeen());
    }

    private boolean problem() {
        var astray = aggregate.parcels().stream()
                .anyMatch(parcel -> parcel.state() == ParcelState.LOST || parcel.state() == ParcelState.EXCEPTION);
        return astray && aggregate.expected() > 0
                || aggregate.refunds().stream().anyMatch(refund -> refund.state() == RefundState.FAILED);
    }

    private HeadlineFacts.Outcome outcome() {
        var given = EnumSet.noneOf(Resolution.class);
        var open = aggregate.isOpen();
        var any = false;
        for (var item : aggregate.approved().toList()) {
            var units = item.resolution() == Resolution.REFUND
                    ? aggregate.refundedUnits(item, true)
                    : item.goods().exchanged();
            if (units > 0) {
                given.add(item.resolution());
            }
            any = true;
            open |= units + aggregate.givenUp(item) + item.worthNothing() < unitsToSettle(item);
        }
        open |= given.contains(Resolution.REFUND) && moreIsPromised();
        if (!any || (open && given.isEmpty())) {
            return HeadlineFacts.Outcome.NOTHING;
        }
        if (open) {
            return given.contains(Resolution.REFUND) ? HeadlineFacts.Outcome.PARTLY : HeadlineFacts.Outcome.NOTHING;
        }
        if (given.size() == 1) {
            return switch (given.iterator().next()) {
                case REFUND -> HeadlineFacts.Outcome.REFUND;
                case STORE_CREDIT -> HeadlineFacts.Outcome.CREDIT;
                case EXCHANGE -> HeadlineFacts.Outcome.EXCHANGE;
            };
        }
        return HeadlineFacts.Outcome.MIXED;
    }

    /** Money that no item waits for and that is still to be paid, goodwill for example. */
    private boolean moreIsPromised() {
        return aggregate.refunds().stream()
                .filter(refund -> refund.units().isEmpty())
                .anyMatch(refund -> refund.counts() && refund.state() != RefundState.ISSUED);
    }

    /** How many units must be given something for, for the item to be done. */
    private static int unitsToSettle(RequestedItem item) {
        var goods = item.goods();
        var counted = item.travels() && item.expected() == 0 && goods.inspected() == goods.received();
        return counted ? goods.accepted() : item.quantity();
    }

    private HeadlineFacts.GoodsFact goods() {
        var received = aggregate.received();
        var inspected = aggregate.items().stream()
                .mapToInt(item -> item.goods().inspected())
                .sum();
        if (received == 0) {
            return HeadlineFacts.GoodsFact.NOTHING;
        }
        if (inspected > 0 && inspected < received) {
            return HeadlineFacts.GoodsFact.INSPECTING;
        }
        return aggregate.expected() > 0 ? HeadlineFacts.GoodsFact.PARTLY : HeadlineFacts.GoodsFact.ALL;
    }

    private HeadlineFacts.ParcelSeen parcelSeen() {
        var states = aggregate.parcels().stream().map(TrackedParcel::state).toList();
        if (states.contains(ParcelState.DELIVERED)) {
            return HeadlineFacts.ParcelSeen.DELIVERED;
        }
        return states.contains(ParcelState.IN_TRANSIT)
                ? HeadlineFacts.ParcelSeen.ON_ITS_WAY
                : HeadlineFacts.ParcelSeen.NONE;
    }
}
