package app.retour.returns;

import static app.retour.returns.AMerchant.APPROVE_ALL;
import static app.retour.returns.AMerchant.as;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.kernel.TenantId;
import app.retour.orders.Order;
import app.retour.tenants.tenancy.TenantContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.client.ClientGraphQlResponse;
import org.springframework.graphql.client.GraphQlClient;
import retour.testkit.RetourTest;

@RetourTest
class ReturnsOverGraphQlTests {
    private static final String REQUEST = """
            mutation($input: RequestReturnInput!) { requestReturn(input: $input) {
              return { id rmaNumber decision headline headlineText canCancel slipPath version: rmaNumber
                milestones { name state } nextSteps { kind text shoppersTurn by } sendTo
                items { id title quantity imagePath reason { code text } resolution decision fee { amount } goods { expected } photos { path } }
                parcels { state shipmentId } refunds { id } estimate { total { amount currencyCode } lines { kind text itemId } }
                evidenceRequests { id itemIds } value { amount } }
              userErrors { field code message } } }""";
    private static final String DETAIL = """
            query($id: ID!) { return(id: $id) { id version because teamSteps { kind text ours by receiptId } tags priority timeline { sequence event text by at }
              shopperName shopperEmail discrepancies { id } tasks { id } receipts { id } approvedWaitUntil assignee
              items { decisions { decisionId decision because by trace } findings { id } because } }
              returns(first: 5, filter: {search: "R-1001", decision: [APPROVED], group: APPROVED}) { edges { node { rmaNumber } cursor } pageInfo { hasNextPage } }
              reviewQueue { edges { node { id } } } returnCounts { review refundsDue openTasks }
              refunds(state: [DUE]) { edges { node { id return { id } } } } staffTasks { edges { node { id } } }
              openReceipts { edges { node { id } } } receiptsToInspect { edges { node { id unitsToInspect } } } returnReasons { id code texts { locale text } } returnSettings { resolutions version labelFee { amount } }
              node(id: $id) { id } }""";

    @Autowired
    AMerchant merchant;

    @Autowired
    GraphQlClient inProcessGraphQl;

    @Test
    void aShopperAsksTwiceWithOneKeyAndGetsOneReturn() {
        var tenant = merchant.opens();
        var order = as(tenant, () -> {
            merchant.publishes(APPROVE_ALL);
            return merchant.sold(3, 5);
        });
        var input = input(order, 2);
        var first = shopper(tenant, order, REQUEST, Map.of("input", input));
        assertThat(first.getErrors()).isEmpty();
        assertThat(first.field("requestReturn.userErrors").toEntityList(Map.class))
                .isEmpty();
        assertThat(first.field("requestReturn.return.rmaNumber").<String>getValue())
                .isEqualTo("R-1001");
        assertThat(first.field("requestReturn.return.slipPath").<String>getValue())
                .startsWith("/r/")
                .endsWith("/slip.pdf");
        assertThat(first.field("requestReturn.return.estimate.total.amount").<String>getValue())
                .isEqualTo("60.00");
        var again = shopper(tenant, order, REQUEST, Map.of("input", input));
        assertThat(again.field("requestReturn.return.rmaNumber").<String>getValue())
                .isEqualTo("R-1001");
        var other = shopper(tenant, order, REQUEST, Map.of("input", input(order, 1)));
        assertThat(other.field("requestReturn.userErrors[0].code").<String>getValue())
                .isEqualTo("KEY_REUSED");

        var detail = staff(
                tenant,
                DETAIL,
                Map.of("id", first.field("requestReturn.return.id").getValue()));
        assertThat(detail.getErrors()).isEmpty();
        assertThat(detail.field("returns.edges").toEntityList(Map.class)).hasSize(1);
        assertThat(detail.field("return.shopperEmail").<String>getValue()).isEqualTo("ada@example.com");
        assertThat(detail.field("return.items[0].decisions[0].trace").toEntityList(String.class))
                .isNotEmpty();
    }

    @Test
    void aReturnIsAssignedOnlyToSomebodyOfTheTeam() {
        var tenant = merchant.opens();
        var order = as(tenant, () -> {
            merchant.publishes(APPROVE_ALL);
            return merchant.sold(1, 5);
        });
        var id = shopper(tenant, order, REQUEST, Map.of("input", input(order, 1)))
                .field("requestReturn.return.id")
                .getValue();
        for (var nobody : List.of("Kim", "", UUID.randomUUID().toString())) {
            var answer = staff(tenant, """
                    mutation($id: ID!, $who: String) { assignReturn(input: {returnId: $id, assignee: $who}) {
                      return { assignee } userErrors { field code } } }""", Map.of("id", id, "who", nobody));
            assertThat(answer.field("assignReturn.userErrors").<Object>getValue())
                    .isEqualTo(List.of(Map.of("field", List.of("assignee"), "code", "NOT_FOUND")));
        }
    }

    @Test
    void aParcelIsClosedWithoutGradesFoundAgainByItsSlipAndInspectedLater() {
        var tenant = merchant.opens();
        var order = as(tenant, () -> {
            merchant.publishes(APPROVE_ALL);
            return merchant.sold(2, 5);
        });
        shopper(tenant, order, REQUEST, Map.of("input", input(order, 2)));
        var opened = clerk(tenant, """
                mutation { openReceipt(input: {code: "R-1001", idempotencyKey: "o"}) {
                  receipt { id lines { id itemId } } userErrors { message } } }""", Map.of());
        var receipt = opened.field("openReceipt.receipt.id").getValue();
        clerk(
                tenant,
                """
                mutation($receipt: ID!, $item: ID!) {
                  countItems(input: {receiptId: $receipt, counts: [{itemId: $item, quantity: 2}]}) { userErrors { message } }
                  closeReceipt(input: {receiptId: $receipt}) { receipt { unitsToInspect } userErrors { message } } }""",
                Map.of(
                        "receipt",
                        receipt,
                        "item",
                        opened.field("openReceipt.receipt.lines[0].itemId").getValue()));
        var scanned = clerk(tenant, """
                { scannedCode(code: "r-1001") { receiptToInspect { id unitsToInspect } openReceipt { id }
                    return { teamSteps { kind text ours receiptId } } }
                  receiptsToInspect { edges { node { id unitsToInspect } } } openReceipts { edges { node { id } } } }""", Map.of());
        assertThat(scanned.getErrors()).isEmpty();
        assertThat(scanned.field("scannedCode.receiptToInspect.unitsToInspect").<Integer>getValue())
                .isEqualTo(2);
        assertThat(scanned.field("scannedCode.return.teamSteps[0].kind").<String>getValue())
                .isEqualTo("INSPECT");
        assertThat(scanned.field("scannedCode.return.teamSteps[0].receiptId").<Object>getValue())
                .isEqualTo(receipt);
        assertThat(scanned.field("receiptsToInspect.edges[0].node.id").<Object>getValue())
                .isEqualTo(receipt);
        assertThat(scanned.field("openReceipts.edges").toEntityList(Map.class)).isEmpty();
        var graded = clerk(
                tenant,
                """
                mutation($receipt: ID!, $line: ID!) { gradeItems(input: {receiptId: $receipt, grades: [
                  {lineId: $line, grade: AS_NEW, disposition: RESTOCKED}]}) {
                  receipt { unitsToInspect lines { accepted } return { refunds { state } } } userErrors { message } } }""",
                Map.of(
                        "receipt",
                        receipt,
                        "line",
                        opened.field("openReceipt.receipt.lines[0].id").getValue()));
        assertThat(graded.getErrors()).isEmpty();
        assertThat(graded.field("gradeItems.receipt.lines[0].accepted").<Integer>getValue())
                .isEqualTo(2);
        assertThat(graded.field("gradeItems.receipt.return.refunds[0].state").<String>getValue())
                .isEqualTo("DUE");
    }

    @Test
    void aShopperSeesNothingOfAnotherOrder() {
        var tenant = merchant.opens();
        var mine = as(tenant, () -> {
            merchant.publishes(APPROVE_ALL);
            return merchant.sold(1, 5);
        });
        var theirs = as(tenant, () -> merchant.sold(1, 5));
        var made = shopper(tenant, theirs, REQUEST, Map.of("input", input(theirs, 1)));
        var id = made.field("requestReturn.return.id").getValue();
        var seen = shopper(
                tenant, mine, "query($id: ID!) { return(id: $id) { id } node(id: $id) { id } }", Map.of("id", id));
        assertThat(seen.field("return").<Object>getValue()).isNull();
        assertThat(seen.field("node").<Object>getValue()).isNull();
        var canceled = shopper(
                tenant,
                mine,
                "mutation($id: ID!) { cancelReturn(input: {returnId: $id}) { return { id } userErrors { code } } }",
                Map.of("id", id));
        assertThat(canceled.field("cancelReturn.userErrors[0].code").<String>getValue())
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void theShopperIsToldWhatWouldApplyAndTheTeamWhy() {
        var tenant = merchant.opens();
        var order = as(tenant, () -> merchant.sold(3, 31));
        var items = input(order, 2).get("items");
        var preview = shopper(tenant, order, """
                query($input: PreviewReturnInput!) { previewReturn(input: $input) { userErrors { message }
                  items { orderLineId daysSinceDelivery deliveryAssumed photosWanted allowedResolutions returnShipping }
                  expectedRefund { total { amount } } } returnOptions { orderNumber reasons { code text } resolutions
                  lines { title returnable blocked unitPaid { amount } exchangeVariants { productId } } } }""", Map.of("input", Map.of("items", items)));
        assertThat(preview.getErrors()).isEmpty();
        assertThat(preview.field("previewReturn.items[0].daysSinceDelivery").<Integer>getValue())
                .isEqualTo(31);
        assertThat(preview.field("previewReturn.expectedRefund.total.amount").<String>getValue())
                .isEqualTo("60.00");
        var tried = staff(
                tenant,
                """
                query($input: TryOnOrderInput!) { tryOnOrder(input: $input) { userErrors { message }
                  items { outcome because trace facts effects undetermined steps { because } } } }""",
                Map.of(
                        "input",
                        Map.of("orderId", GlobalId.of("Order", order.id().value()), "items", items, "source", "LIVE")));
        assertThat(tried.getErrors()).isEmpty();
        assertThat(tried.field("tryOnOrder.items[0].outcome").<String>getValue())
                .isEqualTo("REVIEW");
        assertThat(tried.field("tryOnOrder.items[0].facts").toEntityList(String.class))
                .hasSizeGreaterThan(40);
    }

    private static Map<String, Object> input(Order order, int units) {
        return Map.of(
                "idempotencyKey",
                "k1",
                "items",
                List.of(Map.of(
                        "orderLineId",
                        GlobalId.of("OrderLine", order.lines().getFirst().id().value()),
                        "quantity",
                        units,
                        "reason",
                        "too_small")));
    }

    private ClientGraphQlResponse shopper(TenantId tenant, Order order, String document, Map<String, Object> given) {
        return run(Caller.shopper(tenant, order.id().value(), Set.of()), tenant, document, given);
    }

    private ClientGraphQlResponse staff(TenantId tenant, String document, Map<String, Object> given) {
        var scopes = Set.of("returns:read", "orders:read", "tenant:read", "rules:read", "returns:write");
        return run(Caller.staff(tenant, UUID.randomUUID(), scopes), tenant, document, given);
    }

    private ClientGraphQlResponse clerk(TenantId tenant, String document, Map<String, Object> given) {
        return run(
                Caller.staff(tenant, UUID.randomUUID(), Set.of("returns:read", "receive:write")),
                tenant,
                document,
                given);
    }

    private ClientGraphQlResponse run(Caller caller, TenantId tenant, String document, Map<String, Object> given) {
        return TenantContext.callAs(
                tenant,
                () -> caller.call(() ->
                        inProcessGraphQl.document(document).variables(given).executeSync()));
    }
}
