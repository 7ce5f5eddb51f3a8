package app.retour.returns;

import app.retour.kernel.Actor;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.returns.events.ReturnEvent;
import app.retour.returns.record.AnnouncedItem;
import app.retour.returns.record.Chronicle;
import app.retour.returns.record.Dossier;
import app.retour.returns.record.ParcelItem;
import app.retour.returns.record.ParcelItems;
import app.retour.returns.record.TrackedParcel;
import app.retour.returns.record.TrackedParcels;
import app.retour.returns.refunds.RefundDesk;
import app.retour.returns.status.ParcelFact;
import app.retour.tracking.ReverseShipment;
import app.retour.tracking.ReverseShipmentId;
import app.retour.tracking.ReverseShipments;
import app.retour.tracking.ShipmentRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is on its way back: which items are in which parcel, and what a parcel's movement means for its returns. */
@Component
class WaysBack {
    private final TrackedParcels parcels;
    private final ParcelItems contents;
    private final ReverseShipments shipments;
    private final ParcelNumbers numbers;
    private final RefundDesk desk;
    private final Chronicle chronicle;
    private final Clock clock;

    WaysBack(
            TrackedParcels parcels,
            ParcelItems contents,
            ReverseShipments shipments,
            ParcelNumbers numbers,
            RefundDesk desk,
            Chronicle chronicle,
            Clock clock) {
        this.parcels = parcels;
        this.contents = contents;
        this.shipments = shipments;
        this.numbers = numbers;
        this.desk = desk;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** Every item that travels is in a parcel: one that has not left, or a new one. */
    void expect(Dossier dossier) {
        var placed = contents.ofReturns(List.of(dossier.authorization().id())).stream()
                .map(ParcelItem::itemId)
                .toList();
        var loose = dossier.items().stream()
                .filter(AnnouncedItem::travels)
                .filter(item -> !placed.contains(item.id()))
                .toList();
        if (loose.isEmpty()) {
            return;
        }
        var parcel = notLeft(dossier).orElseGet(() -> open(dossier));
        loose.forEach(item -> contents.save(new ParcelItem(parcel.id(), item)));
        contents.flush();
    }

    private static Optional<TrackedParcel> notLeft(Dossier dossier) {
        return dossier.parcels().stream()
                .filter(parcel ->
                        parcel.state() == ParcelFact.AWAITING_LABEL || parcel.state() == ParcelFact.LABEL_READY)
                .findFirst();
    }

    private TrackedParcel open(Dossier dossier) {
        var about = dossier.authorization();
        var shipment =
                shipments.expect(new ShipmentRequest(about.id(), about.orderId(), null, null, about.requestedAt()));
        if (about.isErased()) {
            shipments.isOfNobody(shipment);
        }
        var parcel = parcels.saveAndFlush(new TrackedParcel(shipment.value(), clock.instant()));
        dossier.parcels().add(parcel);
        return parcel;
    }

    /** The shopper or an agent tells the number; a second number means a second parcel with what is still awaited. */
    void announce(Dossier dossier, @Nullable String carrier, String trackingNumber, WhichParcel which, Actor actor) {
        if (dossier.expected() == 0) {
            throw new Refusal(
                    ErrorCode.WRONG_STATE,
                    "Nothing of return %s is to be sent"
                            .formatted(dossier.authorization().rmaNumber()),
                    "returnId");
        }
        var parcel = switch (which) {
            case WhichParcel.Unsaid _ ->
                under(dossier, trackingNumber).or(() -> notLeft(dossier)).orElseGet(() -> another(dossier));
            case WhichParcel.Further _ ->
                under(dossier, trackingNumber)
                        .or(() -> notLeft(dossier).filter(waiting -> !waiting.isNumbered()))
                        .orElseGet(() -> another(dossier));
            case WhichParcel.Instead(var wrong) -> corrected(dossier, wrong, trackingNumber);
        };
        var followed = shipments.follow(new ReverseShipmentId(parcel.id()), carrier, trackingNumber);
        numbers.look(dossier, parcel, followed, actor);
        move(List.of(dossier), parcel, followed, actor);
        parcels.saveAndFlush(parcel);
    }

    private static Optional<TrackedParcel> under(Dossier dossier, String trackingNumber) {
        return dossier.parcels().stream()
                .filter(known -> known.isUnder(trackingNumber))
                .findFirst();
    }

    private static TrackedParcel corrected(Dossier dossier, ReverseShipmentId instead, String trackingNumber) {
        if (dossier.parcels().stream()
                .anyMatch(known -> !known.id().equals(instead.value()) && known.isUnder(trackingNumber))) {
            throw new Refusal(
                    ErrorCode.TAKEN,
                    "Another parcel of return %s has this tracking number already"
                            .formatted(dossier.authorization().rmaNumber()),
                    "trackingNumber");
        }
        return dossier.parcels().stream()
                .filter(known -> known.id().equals(instead.value()))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        ErrorCode.NOT_FOUND,
                        "Return %s has no such parcel"
                                .formatted(dossier.authorization().rmaNumber()),
                        "insteadOf"));
    }

    private TrackedParcel another(Dossier dossier) {
        var parcel = open(dossier);
        dossier.items().stream()
                .filter(item -> item.expected() > 0)
                .forEach(item -> contents.save(new ParcelItem(parcel.id(), item)));
        contents.flush();
        return parcel;
    }

    /** Takes the state that tracking tells; hearing it twice, late or out of order changes nothing. */
    void move(List<Dossier> about, TrackedParcel parcel, ReverseShipment told, Actor actor) {
        parcel.travelUnder(told.carrier(), told.trackingNumber());
        if (told.anothers()) {
            about.forEach(dossier -> numbers.wasOnItsWayBefore(dossier, told, actor));
        }
        // Of a doubted number nothing is believed, nor is what was said of the one before it.
        var state = parcel.isDoubted()
                ? ParcelFact.LABEL_READY
                : ParcelFact.valueOf(told.state().name());
        if (!parcel.moveTo(state, parcel.isDoubted() ? null : told.movedAt())) {
            return;
        }
        for (var dossier : about) {
            say(dossier, parcel, state, actor);
            desk.payWhatIsDue(dossier, actor);
        }
    }

    private void say(Dossier dossier, TrackedParcel parcel, ParcelFact state, Actor actor) {
        var of = dossier.authorization();
        switch (state) {
            case IN_TRANSIT ->
                chronicle.tell(
                        of,
                        actor,
                        "The carrier has the parcel",
                        s -> new ReturnEvent.ParcelOnItsWay(
                                s.tenant(), s.returnId(), s.rmaNumber(), s.sequence(), s.at(), s.actor(), parcel.id()));
            case DELIVERED ->
                chronicle.tell(
                        of,
                        actor,
                        "The carrier delivered the parcel to us",
                        s -> new ReturnEvent.ParcelDeliveredToUs(
                                s.tenant(), s.returnId(), s.rmaNumber(), s.sequence(), s.at(), s.actor(), parcel.id()));
            case EXCEPTION, LOST ->
                chronicle.tell(
                        of,
                        actor,
                        state == ParcelFact.LOST ? "The parcel is lost" : "The parcel went astray",
                        s -> new ReturnEvent.ParcelTroubled(
                                s.tenant(), s.returnId(), s.rmaNumber(), s.sequence(), s.at(), s.actor(), parcel.id()));
            case NOT_REQUIRED, AWAITING_LABEL, LABEL_READY ->
                chronicle.tell(
                        of,
                        actor,
                        "The parcel's tracking number is known",
                        s -> new ReturnEvent.ParcelAnnounced(
                                s.tenant(), s.returnId(), s.rmaNumber(), s.sequence(), s.at(), s.actor(), parcel.id()));
        }
    }
}
