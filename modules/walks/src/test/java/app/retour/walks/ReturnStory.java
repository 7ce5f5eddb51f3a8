package app.retour.walks;

import static org.awaitility.Awaitility.await;

import app.retour.api.GlobalId;
import app.retour.files.FileKind;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;

/** An order of a world and its return, with a mark of its own in all their texts. */
final class ReturnStory {
    private static final String STATE = """
            query($id: ID!) { return(id: $id) { version rmaNumber shopperId
              items { id decision decisions { decisionId } } parcels { shipmentId } evidenceRequests { id }
              receipts { id } refunds { id } discrepancies { id } tasks { id } messages { id subject } } }""";
    final Scene scene = Scene.fresh();
    private final World world;
    private final String shopper;

    /** @param shopper whose order it is, before the @ */
    ReturnStory(World world, String shopper) {
        this.world = world;
        this.shopper = shopper;
    }

    String email() {
        return shopper + "@mail.example";
    }

    /** Ordered and asked to be returned, in review; a receipt is open. */
    ReturnStory untilReview() {
        order();
        request();
        var receipt = open();
        scene.put("Receipt", receipt.path("id").asString());
        scene.put("ReceiptLine", receipt.at("/lines/0/id").asString());
        return this;
    }

    /** All the way: looked at, approved, sent, counted too few, graded, paid in part. */
    ReturnStory untilTheEnd() {
        order();
        request();
        var id = scene.id("Return");
        world.tell(
                "askForEvidence",
                Map.of(
                        "returnId",
                        id,
                        "version",
                        state().path("version").asInt(),
                        "itemIds",
                        List.of(scene.id("ReturnItem")),
                        "photos",
                        2,
                        "message",
                        scene.canary),
                "return { id }");
        scene.put("EvidenceRequest", state().at("/evidenceRequests/0/id").asString());
        approve();
        world.tell(
                "announceTracking",
                Map.of("returnId", id, "carrier", scene.canary, "trackingNumber", scene.text("trackingNumber", "")),
                "return { id }");
        var parcel = state().at("/parcels/0/shipmentId").asString();
        scene.put("ReverseShipment", parcel);
        world.tell(
                "recordParcelScan",
                Map.of("shipmentId", parcel, "status", "IN_TRANSIT", "note", scene.canary),
                "reverseShipment { id }");
        receive();
        await().atMost(Duration.ofMinutes(3))
                .until(() -> !state().at("/refunds/0/id").isMissingNode()
                        && !state().at("/tasks/0/id").isMissingNode()
                        && !state().at("/messages/0/id").isMissingNode());
        var end = state();
        scene.put("Refund", end.at("/refunds/0/id").asString());
        scene.put("RefundDocument", pay().at("/refund/document/id").asString());
        scene.put("StaffTask", end.at("/tasks/0/id").asString());
        scene.put("Discrepancy", end.at("/discrepancies/0/id").asString());
        scene.put("Notification", end.at("/messages/0/id").asString());
        scene.put("PolicyDecision", end.at("/items/0/decisions/0/decisionId").asString());
        scene.put("Shopper", end.path("shopperId").asString());
        another();
        return this;
    }

    private JsonNode pay() {
        return world.tell(
                "markRefundPaid",
                Map.of("refundId", scene.id("Refund"), "reference", scene.canary, "idempotencyKey", scene.canary),
                "refund { document { id } }");
    }

    JsonNode state() {
        return world.ask(STATE, Map.of("id", scene.id("Return"))).path("return");
    }

    private void order() {
        var sizes = world.sells(scene.canary, "2", "2-XL");
        scene.say("otherSize", sizes.at("/products/1/id").asString());
        var delivered = Instant.now().minus(Duration.ofDays(5));
        var order = new LinkedHashMap<String, Object>();
        order.put("externalId", scene.canary);
        order.put("number", scene.canary);
        order.put("email", email());
        order.put("shopperName", shopper);
        order.put("placedAt", delivered.minus(Duration.ofDays(4)).toString());
        order.put("fulfilledAt", delivered.minus(Duration.ofDays(2)).toString());
        order.put("deliveredAt", delivered.toString());
        order.put("currencyCode", "EUR");
        order.put("subtotal", "180.00");
        order.put("shipping", "0.00");
        order.put("total", "180.00");
        order.put("shippingCountry", "US");
        order.put("tags", List.of(scene.canary));
        order.put("shipTo", Map.of("name", scene.canary, "line1", scene.canary, "postcode", "10115", "country", "US"));
        order.put("tenders", List.of(Map.of("id", "t", "kind", "CARD", "amount", "180.00", "label", scene.canary)));
        order.put("lines", List.of(line("1", 5), line("2", 1)));
        var told = world.tell("upsertOrders", Map.of("orders", List.of(order)), "orders { id lines { id } }");
        scene.put("Order", told.at("/orders/0/id").asString());
        scene.put("OrderLine", told.at("/orders/0/lines/0/id").asString());
        scene.say("otherLine", told.at("/orders/0/lines/1/id").asString());
        scene.say("orderNumber", scene.canary);
        scene.say("number", scene.canary);
        scene.say("email", email());
        scene.say("search", scene.canary);
        scene.say("externalId", scene.canary);
        scene.say("sku", scene.canary + "-1");
        scene.say("trackingNumber", "TRK" + scene.canary);
    }

    private Map<String, Object> line(String which, int quantity) {
        return Map.of(
                "externalId",
                scene.canary + which,
                "sku",
                scene.canary + "-" + which,
                "title",
                scene.canary + " shirt",
                "quantity",
                quantity,
                "fulfilledQuantity",
                quantity,
                "unitPrice",
                "30.00",
                "giftCard",
                false);
    }

    private void request() {
        var photo = world.store(FileKind.PHOTO, scene.canary + ".png", png(), scene.uuid("Order"));
        scene.put("StoredFile", photo);
        var refund = item(scene.id("OrderLine"), 2, List.of(photo));
        var exchange = item(scene.text("otherLine", ""), 1, List.of());
        exchange.put("resolution", "EXCHANGE");
        exchange.put("exchangeProductId", scene.text("otherSize", ""));
        var asked = world.tell(
                "requestReturn",
                Map.of(
                        "orderId",
                        scene.id("Order"),
                        "items",
                        List.of(refund, exchange),
                        "idempotencyKey",
                        UUID.randomUUID().toString()),
                "return { id rmaNumber items { id } }");
        scene.put("Return", asked.at("/return/id").asString());
        scene.put("ReturnItem", asked.at("/return/items/0/id").asString());
    }

    private Map<String, Object> item(String line, int quantity, List<String> photos) {
        return new LinkedHashMap<>(Map.of(
                "orderLineId",
                line,
                "quantity",
                quantity,
                "reason",
                "changed_mind",
                "comment",
                scene.canary,
                "photoFileIds",
                photos));
    }

    private void approve() {
        approve(scene.id("Return"), state());
    }

    private void approve(String id, JsonNode state) {
        var items = state.path("items")
                .valueStream()
                .map(item -> Map.of("itemId", item.path("id").asString()))
                .toList();
        world.tell(
                "approveItems",
                Map.of("returnId", id, "version", state.path("version").asInt(), "items", items, "note", scene.canary),
                "return { id }");
    }

    /** One more unit, approved and still to be sent: it has a slip. */
    private void another() {
        var asked = world.tell(
                "requestReturn",
                Map.of(
                        "orderId",
                        scene.id("Order"),
                        "items",
                        List.of(item(scene.id("OrderLine"), 1, List.of())),
                        "idempotencyKey",
                        UUID.randomUUID().toString()),
                "return { id version items { id } }");
        var id = asked.at("/return/id").asString();
        approve(id, asked.path("return"));
        scene.say("toBeSent", id);
    }

    private JsonNode open() {
        return world.tell(
                        "openReceipt",
                        Map.of(
                                "code",
                                state().path("rmaNumber").asString(),
                                "idempotencyKey",
                                UUID.randomUUID().toString()),
                        "receipt { id lines { id itemId expected } }")
                .path("receipt");
    }

    /** One unit of the first line is missing, and a thing that nobody announced is in the box. */
    private void receive() {
        var receipt = open();
        var id = receipt.path("id").asString();
        scene.put("Receipt", id);
        var counts = receipt.path("lines")
                .valueStream()
                .map(line -> Map.of("itemId", line.path("itemId").asString(), "quantity", 1))
                .toList();
        world.tell("countItems", Map.of("receiptId", id, "counts", counts), "receipt { id }");
        var counted = world.tell(
                "addUnexpectedItem",
                Map.of("receiptId", id, "title", scene.canary, "quantity", 1, "idempotencyKey", "u" + id),
                "receipt { lines { id received } }");
        var grades = counted.at("/receipt/lines")
                .valueStream()
                .map(line -> Map.of(
                        "lineId",
                        line.path("id").asString(),
                        "accepted",
                        line.path("received").asInt(),
                        "grade",
                        "AS_NEW",
                        "disposition",
                        "RESTOCKED",
                        "note",
                        scene.canary))
                .toList();
        scene.put("ReceiptLine", counted.at("/receipt/lines/0/id").asString());
        world.tell("gradeItems", Map.of("receiptId", id, "grades", grades), "receipt { id }");
        world.tell("closeReceipt", Map.of("receiptId", id, "expectMore", false), "receipt { id }");
    }

    UUID orderId() {
        return GlobalId.parse(scene.id("Order"), "Order");
    }

    private static byte[] png() {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
