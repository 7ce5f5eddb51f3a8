package app.retour.embedded.demo;

import app.retour.api.Caller;
import app.retour.api.GlobalId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Lives one return of the demo through the schema, as its shopper, the carrier's scans and the merchant's staff. */
final class ReturnLife {
    private static final String STATE = "id version decision items { id quantity decision } parcels { shipmentId }";
    private final Schema schema;
    private final Caller staff;
    private final Caller shopper;
    private final ReturnStory story;
    private final DemoOutcome fate;
    private final String order;
    private final String line;
    private final Warehouse warehouse;
    private @Nullable String id;

    ReturnLife(Schema schema, Caller staff, ReturnStory story, String order, String line) {
        this.schema = schema;
        this.staff = staff;
        this.story = story;
        this.fate = Objects.requireNonNull(story.fate());
        this.order = order;
        this.line = line;
        this.warehouse = new Warehouse(schema, staff, story.number());
        this.shopper = Caller.shopper(staff.requireTenant(), GlobalId.parse(order, "Order"), Set.of("shopper:email"));
    }

    /** @param after how long after the step before */
    record Step(Duration after, Runnable action) {}

    List<Step> steps() {
        var steps = new ArrayList<Step>();
        steps.add(new Step(Duration.ZERO, this::request));
        switch (fate) {
            case IN_REVIEW, EVIDENCE_WANTED -> {}
            case CANCELED -> steps.add(new Step(Duration.ofHours(5), this::cancel));
            case REJECTED -> steps.add(new Step(Duration.ofHours(7), this::reject));
            default -> steps.add(new Step(Duration.ofHours(3), this::approveIfAsked));
        }
        if (fate.isShipped()) {
            steps.add(new Step(Duration.ofHours(20), this::announceParcel));
            steps.add(new Step(Duration.ofHours(9), () -> scan("IN_TRANSIT")));
        }
        if (fate.isShipped() && fate != DemoOutcome.ON_ITS_WAY) {
            steps.add(new Step(Duration.ofHours(60), () -> scan("DELIVERED")));
        }
        switch (fate) {
            case RECEIVED -> steps.add(new Step(Duration.ofHours(18), () -> warehouse.receive(returned(), false)));
            case REFUND_DUE, REPLACEMENT_DUE ->
                steps.add(new Step(Duration.ofHours(18), () -> warehouse.receive(returned(), true)));
            case REFUNDED, EXCHANGED -> {
                steps.add(new Step(Duration.ofHours(18), () -> warehouse.receive(returned(), true)));
                steps.add(new Step(Duration.ofHours(22), () -> warehouse.settle(returned())));
            }
            default -> {}
        }
        return steps;
    }

    private void request() {
        var item = new java.util.HashMap<String, Object>(
                Map.of("orderLineId", line, "quantity", story.quantity(), "reason", reason(), "comment", comment()));
        if (fate.isExchange()) {
            var options = schema.ask(
                    shopper,
                    "query($order: ID) { returnOptions(orderId: $order) { lines { exchangeVariants { productId } } } }",
                    Map.of("order", order));
            item.put("resolution", "EXCHANGE");
            item.put(
                    "exchangeProductId",
                    options.at("/lines/0/exchangeVariants/0/productId").asString());
        }
        var answer = schema.tell(
                shopper,
                "requestReturn",
                "RequestReturnInput",
                "return { id }",
                Map.of("orderId", order, "items", List.of(item), "idempotencyKey", "demo-" + story.number()));
        id = answer.at("/return/id").asString();
    }

    private String reason() {
        return switch (fate) {
            case EVIDENCE_WANTED -> "defective";
            case IN_REVIEW, APPROVED_BY_HAND -> "changed_mind";
            case REJECTED -> "changed_mind";
            default -> story.number() % 2 == 0 ? "too_small" : "too_large";
        };
    }

    private String comment() {
        return switch (fate) {
            case EVIDENCE_WANTED -> "It stopped charging after two days.";
            case IN_REVIEW, APPROVED_BY_HAND -> "The colour is quite different from the picture.";
            default -> "";
        };
    }

    private String returned() {
        return Objects.requireNonNull(id);
    }

    private JsonNode state() {
        return schema.ask(
                staff,
                "query($id: ID!) { return(id: $id) { " + STATE + " } }",
                Map.of("id", Objects.requireNonNull(id)));
    }

    private static List<Map<String, Object>> items(JsonNode state, String decision) {
        return state.path("items")
                .valueStream()
                .filter(item -> decision.equals(item.path("decision").asString()))
                .map(item -> Map.<String, Object>of(
                        "itemId",
                        item.path("id").asString(),
                        "quantity",
                        item.path("quantity").asInt()))
                .toList();
    }

    private void approveIfAsked() {
        var state = state();
        var asked = new ArrayList<>(items(state, "IN_REVIEW"));
        asked.addAll(items(state, "WAITING_FOR_SHOPPER"));
        if (!asked.isEmpty()) {
            schema.tell(
                    staff,
                    "approveItems",
                    "ApproveItemsInput",
                    "return { id }",
                    Map.of(
                            "returnId",
                            Objects.requireNonNull(id),
                            "version",
                            state.path("version").asInt(),
                            "items",
                            asked));
        }
    }

    private void reject() {
        var state = state();
        var asked = items(state, "IN_REVIEW");
        if (!asked.isEmpty()) {
            schema.tell(
                    staff,
                    "rejectItems",
                    "RejectItemsInput",
                    "return { id }",
                    Map.of(
                            "returnId",
                            Objects.requireNonNull(id),
                            "version",
                            state.path("version").asInt(),
                            "items",
                            asked,
                            "reason",
                            "This item was sold as final sale and cannot be returned."));
        }
    }

    private void cancel() {
        schema.tell(
                shopper,
                "cancelReturn",
                "CancelReturnInput",
                "return { id }",
                Map.of("returnId", Objects.requireNonNull(id)));
    }

    private void announceParcel() {
        schema.tell(
                shopper,
                "announceTracking",
                "AnnounceTrackingInput",
                "return { id }",
                Map.of(
                        "returnId",
                        Objects.requireNonNull(id),
                        "carrier",
                        "DHL",
                        "trackingNumber",
                        "0034043" + (4_000_000 + story.number() * 37)));
    }

    private void scan(String status) {
        for (var parcel : state().path("parcels")) {
            schema.tell(
                    staff,
                    "recordParcelScan",
                    "RecordParcelScanInput",
                    "reverseShipment { id }",
                    Map.of("shipmentId", parcel.path("shipmentId").asString(), "status", status));
        }
    }
}
