package app.retour.tracking.graphql;

import app.retour.api.Answers;
import app.retour.api.GlobalId;
import app.retour.api.NodeSource;
import app.retour.api.Origins;
import app.retour.api.UserError;
import app.retour.tracking.CarrierMessage;
import app.retour.tracking.CarrierMessageState;
import app.retour.tracking.TrackingEndpoint;
import app.retour.tracking.TrackingEndpoints;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.query.ScrollSubrange;
import org.springframework.stereotype.Controller;

/** Settings of carriers' webhooks, and what came by them, in the API. */
@Controller
class TrackingEndpointController implements NodeSource {
    private static final String MESSAGE = "CarrierMessage";
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 100;
    private final TrackingEndpoints endpoints;
    private final Origins origins;

    TrackingEndpointController(TrackingEndpoints endpoints, Origins origins) {
        this.endpoints = endpoints;
        this.origins = origins;
    }

    /** Carriers come where shoppers do: staff may be reached from within a company only. */
    @SchemaMapping
    String url(TrackingEndpoint endpoint) {
        return origins.portal() + endpoint.path();
    }

    @QueryMapping
    TrackingEndpoint trackingEndpoint() {
        return endpoints.current();
    }

    @QueryMapping
    Window<CarrierMessage> carrierMessages(@Argument @Nullable CarrierMessageState state, ScrollSubrange subrange) {
        return endpoints.messages(
                state,
                subrange.position().orElse(ScrollPosition.keyset()),
                Math.clamp(subrange.count().orElse(PAGE), 1, LARGEST_PAGE));
    }

    @SchemaMapping(typeName = MESSAGE)
    String id(CarrierMessage message) {
        return GlobalId.of(MESSAGE, message.id());
    }

    @MutationMapping
    SetTrackingSecretPayload setTrackingSecret(@Argument SetTrackingSecretInput input) {
        return Answers.of(
                () -> endpoints.setSecret(input.secret()),
                secret -> new SetTrackingSecretPayload(endpoints.current(), secret, List.of()),
                errors -> new SetTrackingSecretPayload(null, null, errors));
    }

    @MutationMapping
    MoveTrackingEndpointPayload moveTrackingEndpoint() {
        return new MoveTrackingEndpointPayload(endpoints.move(), List.of());
    }

    @Override
    public String type() {
        return MESSAGE;
    }

    @Override
    public Optional<CarrierMessage> find(UUID id) {
        return endpoints.message(id);
    }

    record SetTrackingSecretInput(@Nullable String secret) {}

    record SetTrackingSecretPayload(
            @Nullable TrackingEndpoint trackingEndpoint,
            @Nullable String secret,
            List<UserError> userErrors) {}

    record MoveTrackingEndpointPayload(TrackingEndpoint trackingEndpoint, List<UserError> userErrors) {}
}
