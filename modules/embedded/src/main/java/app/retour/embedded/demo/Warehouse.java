package app.retour.embedded.demo;

import app.retour.api.Caller;
import java.util.Map;

/** What the merchant's people do with the goods and the money of one return of the demo. */
final class Warehouse {
    private final Schema schema;
    private final Caller staff;
    private final int number;

    /** @param number of the story, for references and keys that are never the same twice */
    Warehouse(Schema schema, Caller staff, int number) {
        this.schema = schema;
        this.staff = staff;
        this.number = number;
    }

    /** A parcel arrives that belongs to no return: somebody has to find out whose it is. */
    void takeUnknownParcel() {
        var receipt = schema.tell(
                        staff,
                        "openReceipt",
                        "OpenReceiptInput",
                        "receipt { id }",
                        Map.of("code", "JD014600009923", "acceptUnknown", true, "idempotencyKey", "demo-stray-parcel"))
                .path("receipt")
                .path("id")
                .asString();
        schema.tell(
                staff,
                "addUnexpectedItem",
                "AddUnexpectedItemInput",
                "receipt { id }",
                Map.of(
                        "receiptId",
                        receipt,
                        "title",
                        "A grey fleece, size M",
                        "quantity",
                        1,
                        "idempotencyKey",
                        "demo-stray-item"));
        schema.tell(staff, "closeReceipt", "CloseReceiptInput", "receipt { id }", Map.of("receiptId", receipt));
    }

    void receive(String returned, boolean inspect) {
        var rma = schema.ask(staff, "query($id: ID!) { return(id: $id) { rmaNumber } }", Map.of("id", returned));
        var opened = schema.tell(
                staff,
                "openReceipt",
                "OpenReceiptInput",
                "receipt { id lines { id itemId expected } }",
                Map.of("code", rma.path("rmaNumber").asString(), "idempotencyKey", "demo-receipt-" + number));
        var receipt = opened.path("receipt").path("id").asString();
        var counts = opened.path("receipt")
                .path("lines")
                .valueStream()
                .map(found -> Map.of(
                        "itemId",
                        found.path("itemId").asString(),
                        "quantity",
                        found.path("expected").asInt()))
                .toList();
        var counted = schema.tell(
                staff,
                "countItems",
                "CountItemsInput",
                "receipt { lines { id received } }",
                Map.of("receiptId", receipt, "counts", counts));
        if (!inspect) {
            return;
        }
        var grades = counted.path("receipt")
                .path("lines")
                .valueStream()
                .map(found -> Map.of(
                        "lineId",
                        found.path("id").asString(),
                        "accepted",
                        found.path("received").asInt(),
                        "grade",
                        "AS_NEW",
                        "disposition",
                        "RESTOCKED"))
                .toList();
        schema.tell(
                staff,
                "gradeItems",
                "GradeItemsInput",
                "receipt { id }",
                Map.of("receiptId", receipt, "grades", grades));
        schema.tell(
                staff,
                "closeReceipt",
                "CloseReceiptInput",
                "receipt { id }",
                Map.of("receiptId", receipt, "expectMore", false));
    }

    void settle(String returned) {
        var state = schema.ask(
                staff,
                "query($id: ID!) { return(id: $id) { refunds { id state } tasks { id doneAt } } }",
                Map.of("id", returned));
        for (var refund : state.path("refunds")) {
            if (refund.path("state").asString().equals("DUE")) {
                schema.tell(
                        staff,
                        "markRefundPaid",
                        "MarkRefundPaidInput",
                        "refund { id }",
                        Map.of(
                                "refundId", refund.path("id").asString(),
                                "reference", "bank-" + (88_000 + number),
                                "idempotencyKey", "demo-refund-" + number));
            }
        }
        for (var task : state.path("tasks")) {
            if (task.path("doneAt").isNull()) {
                schema.tell(
                        staff,
                        "completeTask",
                        "CompleteTaskInput",
                        "task { id }",
                        Map.of("taskId", task.path("id").asString(), "reference", "sent-" + (5_000 + number)));
            }
        }
    }
}
