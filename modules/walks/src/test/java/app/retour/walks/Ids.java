package app.retour.walks;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which type's id stands where in the arguments of the API. The walk fails for a place that nobody named here. */
final class Ids {
    private static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("apiClientId", "ApiClient"),
            Map.entry("backTestId", "BackTest"),
            Map.entry("decisionId", "PolicyDecision"),
            Map.entry("discrepancyId", "Discrepancy"),
            Map.entry("exchangeProductId", "Product"),
            Map.entry("fileId", "StoredFile"),
            Map.entry("fromVersionId", "PolicyVersion"),
            Map.entry("insteadOf", "ReverseShipment"),
            Map.entry("insteadOfItemId", "ReturnItem"),
            Map.entry("invitationId", "Invitation"),
            Map.entry("itemId", "ReturnItem"),
            Map.entry("itemIds", "ReturnItem"),
            Map.entry("lineId", "ReceiptLine"),
            Map.entry("logoFileId", "StoredFile"),
            Map.entry("orderId", "Order"),
            Map.entry("orderLineId", "OrderLine"),
            Map.entry("photoFileIds", "StoredFile"),
            Map.entry("reasonId", "ReturnReason"),
            Map.entry("receiptId", "Receipt"),
            Map.entry("refundId", "Refund"),
            Map.entry("returnId", "Return"),
            Map.entry("sessionId", "ViewerSession"),
            Map.entry("shadowRunId", "ShadowRun"),
            Map.entry("shopperId", "Shopper"),
            Map.entry("shipmentId", "ReverseShipment"),
            Map.entry("staffMemberId", "StaffMember"),
            Map.entry("taskId", "StaffTask"),
            Map.entry("toVersionId", "PolicyVersion"),
            Map.entry("versionId", "PolicyVersion"));

    /** A plain {@code id} means what its field is about. */
    private static final Map<String, String> BY_FIELD = Map.ofEntries(
            Map.entry("backTest", "BackTest"),
            Map.entry("backTestProgress", "BackTest"),
            Map.entry("cancelBackTest", "BackTest"),
            Map.entry("import", "Import"),
            Map.entry("order", "Order"),
            Map.entry("return", "Return"),
            Map.entry("receipt", "Receipt"),
            Map.entry("policyVersion", "PolicyVersion"),
            Map.entry("policyDecision", "PolicyDecision"),
            Map.entry("resendNotification", "Notification"),
            Map.entry("node", "Node"),
            Map.entry("shadowRun", "ShadowRun"),
            Map.entry("savePolicyExample", "PolicyExample"),
            Map.entry("removePolicyExample", "PolicyExample"));

    private Ids() {}

    /** Null when nobody said. */
    static @Nullable String typeAt(String field, String position) {
        var name = position.substring(position.lastIndexOf('.') + 1);
        return name.equals("id") ? BY_FIELD.get(field) : BY_NAME.get(name);
    }
}
