package app.retour.orders;

import static app.retour.orders.OrderFixtures.aTenant;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.Caller;
import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.client.ClientGraphQlResponse;
import org.springframework.graphql.client.GraphQlClient;
import org.springframework.test.context.TestPropertySource;
import retour.testkit.RetourTest;

/** An integrator who tells orders, one in each call. */
@RetourTest
@TestPropertySource(properties = "retour.jobs.enabled=false")
abstract class TellingOrders {
    static final String TELL = """
            mutation($input: UpsertOrdersInput!) { upsertOrders(input: $input) {
              orders { id number currencyCode exchangeRate subtotal { amount } shipping { amount } shippingTax { amount }
                paymentFee { amount } rounding { amount } taxes { amount } total { amount } reconciles taxMode
                captured { amount } refundedOutside { amount } unexplainedOutside { amount }
                outsideRefunds { id kind orderLineId quantity amount { amount } tenderId }
                lines { id paid { amount } tax { amount } taxRate unitPrice { amount } exactUnitPrice quantity } }
              userErrors { field code message } } }
            """;

    @Autowired
    GraphQlClient api;

    @Autowired
    Tenants tenants;

    TenantId tenant = new TenantId(Ids.next());

    @BeforeEach
    void openShop() {
        tenant = aTenant(tenants);
    }

    ClientGraphQlResponse tell(Map<String, Object> order) {
        return TenantContext.callAs(
                tenant,
                () -> Caller.integrator(tenant, new UUID(1, 1), Set.of("orders:read", "orders:write"))
                        .call(() -> api.document(TELL)
                                .variable("input", Map.of("orders", List.of(order)))
                                .executeSync()));
    }

    static Map<String, Object> order(Object... more) {
        var order = new LinkedHashMap<String, Object>(Map.of(
                "externalId", "1",
                "number", "#1",
                "placedAt", "2026-11-01T10:00:00Z",
                "currencyCode", "EUR",
                "payment", "PAID",
                "lines", List.of(line("S", 1, "20.00"))));
        for (var i = 0; i < more.length; i += 2) {
            order.put(more[i].toString(), more[i + 1]);
        }
        return order;
    }

    static Map<String, Object> line(String sku, int quantity, String unitPrice, Object... more) {
        var line = new LinkedHashMap<String, Object>(
                Map.of("sku", sku, "title", "Shirt", "quantity", quantity, "unitPrice", unitPrice));
        for (var i = 0; i < more.length; i += 2) {
            line.put(more[i].toString(), more[i + 1]);
        }
        return line;
    }

    static String text(ClientGraphQlResponse answer, String path) {
        assertThat(answer.field("upsertOrders.userErrors").<List<Object>>getValue())
                .as(answer.toString())
                .isEmpty();
        return String.valueOf(
                (Object) answer.field("upsertOrders.orders[0]." + path).getValue());
    }

    static String refusal(ClientGraphQlResponse answer) {
        assertThat(answer.getErrors()).as(answer.toString()).isEmpty();
        return answer.field("upsertOrders.userErrors[0].code").getValue() + " "
                + answer.field("upsertOrders.userErrors[0].field").getValue();
    }
}
