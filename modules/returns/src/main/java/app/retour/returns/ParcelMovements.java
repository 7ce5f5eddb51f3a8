package app.retour.returns;

import app.retour.kernel.Actor;
import app.retour.returns.events.ReturnId;
import app.retour.returns.record.ParcelItems;
import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.record.ReturnAggregates;
import app.retour.returns.record.TrackedParcels;
import app.retour.tracking.ParcelMoved;
import app.retour.tracking.ReverseShipments;
import java.util.ArrayList;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Takes what carriers say of a parcel to the returns whose goods are in it. Looks up where the parcel is now, so that
 * hearing twice, late or out of order changes nothing.
 */
@Component
class ParcelMovements {
    private final TrackedParcels parcels;
    private final ParcelItems contents;
    private final ReverseShipments shipments;
    private final ReturnAggregates aggregates;
    private final ReverseShipping moving;

    ParcelMovements(
            TrackedParcels parcels,
            ParcelItems contents,
            ReverseShipments shipments,
            ReturnAggregates aggregates,
            ReverseShipping moving) {
        this.parcels = parcels;
        this.contents = contents;
        this.shipments = shipments;
        this.aggregates = aggregates;
        this.moving = moving;
    }

    @ApplicationModuleListener
    void on(ParcelMoved event) {
        var about = new ArrayList<ReturnAggregate>();
        contents.returnsIn(event.shipment().value()).stream()
                .sorted()
                .forEach(id -> about.add(aggregates.hold(new ReturnId(id))));
        if (about.isEmpty()) {
            return;
        }
        var parcel = parcels.findById(event.shipment().value()).orElseThrow();
        var now = shipments.find(event.shipment()).orElseThrow();
        moving.move(about, parcel, now, Actor.carrier());
    }
}
