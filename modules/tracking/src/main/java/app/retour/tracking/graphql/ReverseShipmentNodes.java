package app.retour.tracking.graphql;

import app.retour.api.Caller;
import app.retour.api.NodeSource;
import app.retour.tracking.ReverseShipment;
import app.retour.tracking.ReverseShipmentId;
import app.retour.tracking.ReverseShipments;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds a parcel by its id: staff and integrators any, a shopper those of their order. */
@Component
class ReverseShipmentNodes implements NodeSource {
    private final ReverseShipments shipments;

    ReverseShipmentNodes(ReverseShipments shipments) {
        this.shipments = shipments;
    }

    @Override
    public String type() {
        return ReverseShipmentController.TYPE;
    }

    @Override
    public Optional<ReverseShipment> find(UUID id) {
        var caller = Caller.current();
        return shipments.find(new ReverseShipmentId(id)).filter(found -> {
            var owner = found.owner();
            return owner == null ? !caller.is(Caller.Kind.SHOPPER) : caller.mayTouchOrder(owner);
        });
    }
}
