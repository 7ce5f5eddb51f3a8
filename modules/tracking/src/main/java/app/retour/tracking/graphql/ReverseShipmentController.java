package app.retour.tracking.graphql;

import app.retour.api.Answers;
import app.retour.api.GlobalId;
import app.retour.api.UserError;
import app.retour.tracking.ParcelScan;
import app.retour.tracking.ParcelStatus;
import app.retour.tracking.ReverseShipment;
import app.retour.tracking.ReverseShipmentId;
import app.retour.tracking.ReverseShipments;
import app.retour.tracking.TrackingEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Parcels on their way back, in the API. */
@Controller
class ReverseShipmentController {
    static final String TYPE = "ReverseShipment";
    private final ReverseShipments shipments;
    private final Clock clock;

    ReverseShipmentController(ReverseShipments shipments, Clock clock) {
        this.shipments = shipments;
        this.clock = clock;
    }

    @QueryMapping
    List<ReverseShipment> reverseShipments(@Argument String trackingNumber) {
        return shipments.search(trackingNumber);
    }

    @SchemaMapping(typeName = TYPE)
    String id(ReverseShipment shipment) {
        return GlobalId.of(TYPE, shipment.id().value());
    }

    @SchemaMapping(typeName = TYPE)
    List<TrackingEvent> events(ReverseShipment shipment) {
        return shipments.events(shipment.id());
    }

    @MutationMapping
    Payload followParcel(@Argument FollowParcelInput input) {
        return answer(() -> shipments.follow(shipment(input.shipmentId()), input.carrier(), input.trackingNumber()));
    }

    @MutationMapping
    Payload recordParcelScan(@Argument RecordParcelScanInput input) {
        return answer(() -> shipments.recordScan(new ParcelScan(
                shipment(input.shipmentId()),
                input.status(),
                input.at() == null ? clock.instant() : input.at(),
                input.note())));
    }

    private static Payload answer(java.util.function.Supplier<ReverseShipment> action) {
        return Answers.of(action, moved -> new Payload(moved, List.of()), errors -> new Payload(null, errors));
    }

    private static ReverseShipmentId shipment(String id) {
        return new ReverseShipmentId(GlobalId.parse(id, TYPE));
    }

    record FollowParcelInput(String shipmentId, @Nullable String carrier, String trackingNumber) {}

    record RecordParcelScanInput(
            String shipmentId,
            ParcelStatus status,
            @Nullable Instant at,
            @Nullable String note) {}

    record Payload(@Nullable ReverseShipment reverseShipment, List<UserError> userErrors) {}
}
