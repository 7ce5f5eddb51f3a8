package app.retour.journeys;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A marked shopper's return from the first question of the team to the refund, a mark in every word that somebody says of it. */
record MarkedReturn(Shop shop, Markers marks, String returnId) {
    void judged(ShopperAtThePortal shopper, String laterPhoto) {
        shop.mutate(
                "askForEvidence",
                Map.of(
                        "returnId",
                        returnId,
                        "version",
                        version(),
                        "itemIds",
                        List.of(item("Lamp B")),
                        "comment",
                        true,
                        "message",
                        marks.at("question of the team")),
                "return { id }");
        shopper.gives(
                returnId,
                Map.of(
                        "itemId",
                        item("Lamp B"),
                        "comment",
                        marks.at("answer of the shopper"),
                        "photoFileIds",
                        List.of(laterPhoto)));
        shop.mutate(
                "approveItems",
                Map.of(
                        "returnId",
                        returnId,
                        "version",
                        version(),
                        "items",
                        List.of(Map.of("itemId", item("Lamp A"))),
                        "note",
                        marks.at("note of an approval")),
                "return { id }");
        shop.mutate(
                "rejectItems",
                Map.of(
                        "returnId",
                        returnId,
                        "version",
                        version(),
                        "items",
                        List.of(Map.of("itemId", item("Lamp B"))),
                        "reason",
                        marks.at("reason of a rejection"),
                        "note",
                        marks.at("note of a rejection")),
                "return { id }");
    }

    void travels() {
        var carrier = Carrier.of(shop);
        var number = marks.at("tracking number");
        shop.mutate(
                "announceTracking",
                Map.of("returnId", returnId, "carrier", "DHL", "trackingNumber", number),
                "return { id }");
        carrier.says(Map.of(
                "id",
                "evt_" + UUID.randomUUID(),
                "object",
                "Event",
                "created_at",
                Instant.now().toString(),
                "result",
                Map.of(
                        "object",
                        "Tracker",
                        "carrier",
                        "DHL",
                        "tracking_code",
                        number,
                        "status",
                        "delivered",
                        "signed_by",
                        marks.at("who signed"),
                        "updated_at",
                        Instant.now().toString(),
                        "tracking_details",
                        List.of(Map.of(
                                "status",
                                "delivered",
                                "datetime",
                                Instant.now().toString(),
                                "message",
                                marks.at("words of the carrier"),
                                "tracking_location",
                                Map.of("city", marks.at("place of the parcel")))))));
        await().atMost(Duration.ofMinutes(3))
                .until(() -> shop.found(returnId, "headline")
                        .at("/headline")
                        .asString()
                        .equals("DELIVERED_TO_US"));
        var parcel = shop.found(returnId, "parcels { shipmentId }")
                .at("/parcels/0/shipmentId")
                .asString();
        shop.mutate(
                "recordParcelScan",
                Map.of("shipmentId", parcel, "status", "DELIVERED", "note", marks.at("note of a scan")),
                "reverseShipment { id }");
    }

    void received() {
        var receipt = shop.mutate(
                        "openReceipt",
                        Map.of("code", marks.at("tracking number"), "idempotencyKey", "open"),
                        "receipt { id lines { itemId } }")
                .at("/receipt");
        var id = receipt.at("/id").asString();
        shop.mutate(
                "countItems",
                Map.of("receiptId", id, "counts", List.of(Map.of("itemId", item("Lamp A"), "quantity", 1))),
                "receipt { id }");
        var lines = shop.mutate(
                        "addUnexpectedItem",
                        Map.of(
                                "receiptId",
                                id,
                                "title",
                                marks.at("unexpected thing"),
                                "quantity",
                                1,
                                "idempotencyKey",
                                "more"),
                        "receipt { lines { id received } }")
                .at("/receipt/lines");
        var grades = lines.valueStream()
                .map(line -> Map.of(
                        "lineId",
                        line.at("/id").asString(),
                        "accepted",
                        line.at("/received").asInt(),
                        "grade",
                        "AS_NEW",
                        "disposition",
                        "RESTOCKED",
                        "note",
                        marks.at("note of the warehouse")))
                .toList();
        shop.mutate("gradeItems", Map.of("receiptId", id, "grades", grades), "receipt { id }");
        shop.mutate("closeReceipt", Map.of("receiptId", id), "receipt { id }");
        var end = shop.found(returnId, "refunds { id } discrepancies { id } tasks { id }");
        end.at("/discrepancies")
                .forEach(one -> shop.mutate(
                        "settleDiscrepancy",
                        Map.of("discrepancyId", one.at("/id").asString(), "settlement", marks.at("settlement")),
                        "discrepancy { id }"));
        shop.mutate(
                "markRefundPaid",
                Map.of("refundId", end.at("/refunds/0/id").asString(), "reference", "pay-1", "idempotencyKey", "pay"),
                "refund { state }");
        end.at("/tasks")
                .forEach(one -> shop.mutate(
                        "completeTask", Map.of("taskId", one.at("/id").asString()), "task { id }"));
    }

    private String item(String title) {
        return shop.found(returnId, "items { id title }")
                .at("/items")
                .valueStream()
                .filter(item -> item.at("/title").asString().equals(title))
                .findFirst()
                .orElseThrow()
                .at("/id")
                .asString();
    }

    int version() {
        return shop.found(returnId, "version").at("/version").asInt();
    }
}
