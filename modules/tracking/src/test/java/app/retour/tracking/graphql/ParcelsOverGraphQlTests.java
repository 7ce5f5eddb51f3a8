package app.retour.tracking.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.Caller;
import app.retour.api.CallerAuthentication;
import app.retour.api.GlobalId;
import app.retour.kernel.TenantId;
import app.retour.tenants.tenancy.TenantContext;
import app.retour.tracking.ReverseShipmentId;
import app.retour.tracking.ReverseShipments;
import app.retour.tracking.ShipmentRequest;
import io.micrometer.context.ContextSnapshotFactory;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.test.tester.ExecutionGraphQlServiceTester;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.security.core.context.SecurityContextHolder;
import retour.testkit.RetourTest;

@RetourTest
class ParcelsOverGraphQlTests {
    private static final ContextSnapshotFactory THREAD =
            ContextSnapshotFactory.builder().build();
    private static final String PARCEL =
            "query ($id: ID!) { node(id: $id) { ... on ReverseShipment { id state trackingNumber events { status place source } } } }";

    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final UUID order = UUID.randomUUID();

    @Autowired
    ExecutionGraphQlService service;

    @Autowired
    ReverseShipments shipments;

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void anAgentFollowsAParcelAndTellsWhatTheySaw() {
        be(Caller.staff(tenant, UUID.randomUUID(), Set.of("tracking:read", "tracking:write")));
        var id = GlobalId.of("ReverseShipment", expected().value());
        tell(
                        "followParcel",
                        "FollowParcelInput",
                        Map.of("shipmentId", id, "carrier", "DHL", "trackingNumber", "0034 0434"))
                .path("followParcel.reverseShipment.state")
                .entity(String.class)
                .isEqualTo("LABEL_READY");
        tell(
                        "recordParcelScan",
                        "RecordParcelScanInput",
                        Map.of("shipmentId", id, "status", "IN_TRANSIT", "at", "2026-11-20T10:00:00Z"))
                .path("recordParcelScan.reverseShipment.movedAt")
                .entity(String.class)
                .isEqualTo("2026-11-20T10:00:00Z");
        ask("query { reverseShipments(trackingNumber: \"00340434\") { id events { status source } } }", Map.of())
                .path("reverseShipments[0].events[0].source")
                .entity(String.class)
                .isEqualTo("MANUAL");
    }

    @Test
    void aMistakeIsAUserErrorThatNamesTheField() {
        be(Caller.staff(tenant, UUID.randomUUID(), Set.of("tracking:read", "tracking:write")));
        var id = GlobalId.of("ReverseShipment", expected().value());
        tell("followParcel", "FollowParcelInput", Map.of("shipmentId", id, "trackingNumber", "?"))
                .path("followParcel.userErrors[0].field[0]")
                .entity(String.class)
                .isEqualTo("trackingNumber");
        tell("followParcel", "FollowParcelInput", Map.of("shipmentId", "nonsense", "trackingNumber", "00340434"))
                .path("followParcel.userErrors[0].code")
                .entity(String.class)
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void aShopperSeesTheParcelOfTheirOrderAndNoOther() {
        var id = Map.<String, Object>of(
                "id", GlobalId.of("ReverseShipment", expected().value()));
        be(Caller.shopper(tenant, order, Set.of()));
        ask(PARCEL, id).path("node.state").entity(String.class).isEqualTo("AWAITING_LABEL");
        be(Caller.shopper(tenant, UUID.randomUUID(), Set.of()));
        ask(PARCEL, id).path("node").valueIsNull();
    }

    @Test
    void theSecretIsShownOnceAndTheAddressMoves() {
        be(Caller.staff(tenant, UUID.randomUUID(), Set.of("tracking:read", "tenant:write")));
        var before = path();
        var secret = tell(
                        "setTrackingSecret",
                        "SetTrackingSecretInput",
                        Map.of(),
                        "secret trackingEndpoint { secretSet }")
                .path("setTrackingSecret.secret")
                .entity(String.class)
                .get();
        assertThat(secret).hasSize(64);
        tell("moveTrackingEndpoint", "MoveTrackingEndpointInput", Map.of(), "trackingEndpoint { path refused }");
        assertThat(path()).isNotEqualTo(before).startsWith("/webhooks/easypost/");
        ask("{ carrierMessages(first: 5) { edges { node { id body } } pageInfo { hasNextPage } } }", Map.of())
                .path("carrierMessages.edges")
                .entityList(Object.class)
                .hasSize(0);
    }

    @Test
    void whoMayOnlyReadChangesNothing() {
        be(Caller.staff(tenant, UUID.randomUUID(), Set.of("tracking:read")));
        service()
                .document("mutation { setTrackingSecret(input: {}) { secret } }")
                .execute()
                .errors()
                .satisfy(errors ->
                        assertThat(errors).extracting(ResponseError::getMessage).isNotEmpty());
        assertThat(ask("{ trackingEndpoint { secretSet } }", Map.of())
                        .path("trackingEndpoint.secretSet")
                        .entity(Boolean.class)
                        .get())
                .isFalse();
    }

    private String path() {
        return ask("{ trackingEndpoint { path } }", Map.of())
                .path("trackingEndpoint.path")
                .entity(String.class)
                .get();
    }

    private ReverseShipmentId expected() {
        return TenantContext.callAs(
                tenant, () -> shipments.expect(new ShipmentRequest(UUID.randomUUID(), order, null, null)));
    }

    private static void be(Caller caller) {
        SecurityContextHolder.getContext().setAuthentication(new CallerAuthentication(caller));
    }

    private GraphQlTester.Response tell(String mutation, String type, Map<String, Object> input) {
        return tell(mutation, type, input, "reverseShipment { state movedAt }");
    }

    private GraphQlTester.Response tell(String mutation, String type, Map<String, Object> input, String wanted) {
        return ask(
                "mutation ($input: %s!) { %s(input: $input) { %s userErrors { field message code } } }"
                        .formatted(type, mutation, wanted),
                Map.of("input", input));
    }

    private GraphQlTester.Response ask(String document, Map<String, Object> variables) {
        var request = service().document(document);
        variables.forEach(request::variable);
        return TenantContext.callAs(tenant, request::execute);
    }

    private GraphQlTester service() {
        return ExecutionGraphQlServiceTester.create(request -> {
            var snapshot = THREAD.captureAll();
            return service.execute(request).contextWrite(snapshot::updateContext);
        });
    }
}
