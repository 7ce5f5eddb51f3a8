package app.retour.returns;

import app.retour.kernel.Actor;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.returns.events.ReturnEvent;
import app.retour.returns.record.ParcelItem;
import app.retour.returns.record.ParcelItems;
import app.retour.returns.record.RequestedItem;
import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.record.ReturnTimeline;
import app.retour.returns.record.TrackedParcel;
import app.retour.returns.record.TrackedParcels;
import app.retour.returns.refunds.RefundPlanning;
import app.retour.tracking.ParcelState;
import app.retour.tracking.ReverseShipment;
import app.retour.tracking.ReverseShipmentId;
import app.retour.tracking.ReverseShipments;
import app.retour.tracking.ShipmentRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is on its way back: which items are in which parcel, and what a parcel's movement means for its returns. */
@Component
class ReverseShipping {
    private final TrackedParcels parcels;
    private final ParcelItems contents;
    private final ReverseShipments shipments;
    private final ParcelNumbers numbers;
    private final RefundPlanning planning;
    private final ReturnTimeline timeline;
    private final Clock clock;

    ReverseShipping(
            TrackedParcels parcels,
            ParcelItems contents,
            ReverseShipments shipments,
            ParcelNumbers numbers,
            RefundPlanning planning,
            ReturnTimeline timeline,
            Clock clock) {
        this.parcels = parcels;
        this.contents = contents;
        this.shipments = shipments;
        this.numbers = numbers;
        this.planning = planning;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Every item that travels is in a parcel: one that has not left, or a new one. */
    void expect(ReturnAggregate aggregate) {
        var placed = placed(aggregate);
        var loose = aggregate.items().stream()
                .filter(RequestedItem::travels)
                .filter(item -> !placed.contains(item.id()))
                .toList();
        if (loose.isEmpty()) {
            return;
        }
        var parcel = notLeft(aggregate).orElseGet(() -> open(aggregate));
        loose.forEach(item -> contents.save(new ParcelItem(parcel.id(), item)));
        if (!aggregate.isBegun()) {
            contents.flush();
        }
    }

    private List<UUID> placed(ReturnAggregate aggregate) {
        return aggregate.isBegun()
                ? List.of()
                : contents.ofReturns(List.of(aggregate.authorization().id())).stream()
                        .map(ParcelItem::itemId)
                        .toList();
    }

    private static Optional<TrackedParcel> notLeft(ReturnAggregate aggregate) {
        return aggregate.parcels().stream()
                .filter(parcel ->
                        parcel.state() == ParcelState.AWAITING_LABEL || parcel.state() == ParcelState.LABEL_READY)
                .findFirst();
    }

    private TrackedParcel open(ReturnAggregate aggregate) {
        var about = aggregate.authorization();
        var shipment =
                shipments.expect(new ShipmentRequest(about.id(), about.orderId(), null, null, about.requestedAt()));
        if (about.isErased()) {
            shipments.isOfNobody(shipment);
        }
        var parcel = parcels.save(new TrackedParcel(shipment.value(), clock.instant()));
        aggregate.add(parcel);
        return parcel;
    }

    /** The shopper or an agent tells the number; a second number means a second parcel with what is still awaited. */
    void announce(
            ReturnAggregate aggregate,
            @Nullable String carrier,
            String trackingNumber,
            WhichParcel which,
            Actor actor) {
        if (aggregate.expected() == 0) {
            throw new Refusal(
                    ErrorCode.WRONG_STATE,
                    "Nothing of return %s is to be sent"
                            .formatted(aggregate.authorization().rmaNumber()),
                    "returnId");
        }
        var parcel = switch (which) {
            case WhichParcel.Unsaid _ ->
                under(aggregate, trackingNumber).or(() -> notLeft(aggregate)).orElseGet(() -> another(aggregate));
            case WhichParcel.Further _ ->
                under(aggregate, trackingNumber)
                        .or(() -> notLeft(aggregate).filter(waiting -> !waiting.isNumbered()))
                        .orElseGet(() -> another(aggregate));
            case WhichParcel.Instead(var wrong) -> corrected(aggregate, wrong, trackingNumber);
        };
        var followed = shipments.follow(new ReverseShipmentId(parcel.id()), carrier, trackingNumber);
        numbers.look(aggregate, parcel, followed, actor);
        move(List.of(aggregate), parcel, followed, actor);
        parcels.saveAndFlush(parcel);
    }

    private static Optional<TrackedParcel> under(ReturnAggregate aggregate, String trackingNumber) {
        return aggregate.parcels().stream()
                .filter(known -> known.isUnder(trackingNumber))
                .findFirst();
    }

    private static TrackedParcel corrected(
            ReturnAggregate aggregate, ReverseShipmentId instead, String trackingNumber) {
        if (aggregate.parcels().stream()
                .anyMatch(known -> !known.id().equals(instead.value()) && known.isUnder(trackingNumber))) {
            throw new Refusal(
                    ErrorCode.TAKEN,
                    "Another parcel of return %s has this tracking number already"
                            .formatted(aggregate.authorization().rmaNumber()),
                    "trackingNumber");
        }
        return aggregate.parcels().stream()
                .filter(known -> known.id().equals(instead.value()))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        ErrorCode.NOT_FOUND,
                        "Return %s has no such parcel"
                                .formatted(aggregate.authorization().rmaNumber()),
                        "insteadOf"));
    }

    private TrackedParcel another(ReturnAggregate aggregate) {
        var parcel = open(aggregate);
        aggregate.items().stream()
                .filter(item -> item.expected() > 0)
                .forEach(item -> contents.save(new ParcelItem(parcel.id(), item)));
        contents.flush();
        return parcel;
    }

    /** Takes the state that tracking tells; hearing it twice, late or out of order changes nothing. */
    void move(List<ReturnAggregate> about, TrackedParcel parcel, ReverseShipment told, Actor actor) {
        parcel.travelUnder(told.carrier(), told.trackingNumber());
        if (told.anothers()) {
            about.forEach(aggregate -> numbers.wasOnItsWayBefore(aggregate, told, actor));
        }
        // Of a doubted number nothing is believed, nor is what was said of the one before it.
        var state = parcel.isDoubted() ? ParcelState.LABEL_READY : told.state();
        if (!parcel.moveTo(state, parcel.isDoubted() ? null : told.movedAt())) {
            return;
        }
        for (var aggregate : about) {
            say(aggregate, parcel, state, actor);
            planning.payWhatIsDue(aggregate, actor);
        }
    }

    private void say(ReturnAggregate aggregate, TrackedParcel parcel, ParcelState state, Actor actor) {
        var of = aggregate.authorization();
        switch (state) {
            case IN_TRANSIT ->
                timeline.record(
                        of,
                        actor,
                        "The carrier has the parcel",
                        stamp -> new ReturnEvent.ParcelOnItsWay(stamp, parcel.id()));
            case DELIVERED ->
                timeline.record(
                        of,
                        actor,
                        "The carrier delivered the parcel to us",
                        stamp -> new ReturnEvent.ParcelDeliveredToUs(stamp, parcel.id()));
            case EXCEPTION, LOST ->
                timeline.record(
                        of,
                        actor,
                        state == ParcelState.LOST ? "The parcel is lost" : "The parcel went astray",
                        stamp -> new ReturnEvent.ParcelTroubled(stamp, parcel.id()));
            case NOT_REQUIRED, AWAITING_LABEL, LABEL_READY ->
                timeline.record(
                        of,
                        actor,
                        "The parcel's tracking number is known",
                        stamp -> new ReturnEvent.ParcelAnnounced(stamp, parcel.id()));
        }
    }
}
