package app.retour.returns;

import app.retour.kernel.Actor;
import app.retour.returns.events.DiscrepancyKind;
import app.retour.returns.goods.DiscrepancyBook;
import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.record.ReturnAuthorization;
import app.retour.returns.record.ReturnAuthorizations;
import app.retour.returns.record.TrackedParcel;
import app.retour.tracking.ReverseShipment;
import app.retour.tracking.ReverseShipments;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Looks whether a tracking number can be of the parcel that it was given for. Where it cannot, nothing is paid for what is
 * said of it, and a person settles it. The goods are received as ever when they come.
 */
@Component
class ParcelNumbers {
    private final ReverseShipments shipments;
    private final ReturnAuthorizations authorizations;
    private final DiscrepancyBook discrepancies;

    ParcelNumbers(ReverseShipments shipments, ReturnAuthorizations authorizations, DiscrepancyBook discrepancies) {
        this.shipments = shipments;
        this.authorizations = authorizations;
        this.discrepancies = discrepancies;
    }

    /** Several returns of one shopper may well be in one parcel, those of two shoppers are not. */
    void look(ReturnAggregate aggregate, TrackedParcel parcel, ReverseShipment followed, Actor actor) {
        var of = aggregate.authorization();
        var number = String.valueOf(followed.trackingNumber());
        var others = shipments.search(number).stream()
                .map(ReverseShipment::subject)
                .filter(subject -> !subject.equals(of.id()))
                .collect(Collectors.toSet());
        var strangers = others.isEmpty()
                ? ""
                : authorizations.ofIds(others).stream()
                        .filter(other -> !isOfSameShopper(of, other))
                        .map(ReturnAuthorization::rmaNumber)
                        .sorted()
                        .collect(Collectors.joining(", "));
        parcel.doubt(!strangers.isEmpty());
        if (!strangers.isEmpty()) {
            discrepancies.openOnce(
                    aggregate,
                    DiscrepancyKind.ANOTHERS_PARCEL,
                    "The tracking number %s was given before by another shopper, for %s: what is said of it counts there only. Ask for the right number"
                            .formatted(number, strangers),
                    actor);
        }
    }

    void wasOnItsWayBefore(ReturnAggregate aggregate, ReverseShipment told, Actor actor) {
        discrepancies.openOnce(
                aggregate,
                DiscrepancyKind.ANOTHERS_PARCEL,
                "The tracking number %s was on its way before the return was asked for, so it is another parcel's, and nothing said of it counts. Ask for the right number"
                        .formatted(told.trackingNumber()),
                actor);
    }

    private static boolean isOfSameShopper(ReturnAuthorization one, ReturnAuthorization other) {
        return one.orderId().equals(other.orderId())
                || one.shopperId() != null && Objects.equals(one.shopperId(), other.shopperId());
    }
}
