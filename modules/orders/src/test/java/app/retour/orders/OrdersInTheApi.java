package app.retour.orders;

import static app.retour.orders.OrderFixtures.aLine;
import static app.retour.orders.OrderFixtures.aTenant;
import static app.retour.orders.OrderFixtures.anOrder;

import app.retour.api.Caller;
import app.retour.api.CallerAuthentication;
import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.tenants.Tenants;
import app.retour.tenants.shoppers.ShopperSessions;
import app.retour.tenants.tenancy.TenantContext;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.client.ClientGraphQlResponse;
import org.springframework.graphql.client.GraphQlClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.test.context.TestPropertySource;
import retour.testkit.RetourTest;

/** A shop whose orders are asked for in the API. */
@RetourTest
@TestPropertySource(properties = "retour.jobs.enabled=false")
abstract class OrdersInTheApi {
    static final String SESSION = """
            mutation($input: StartShopperSessionInput!) {
              startShopperSession(input: $input) { token userErrors { code message field } } }
            """;

    @Autowired
    GraphQlClient api;

    @Autowired
    Orders orders;

    @Autowired
    ShopperSessions sessions;

    @Autowired
    Tenants tenants;

    TenantId tenant = new TenantId(Ids.next());

    @BeforeEach
    void openShop() {
        tenant = aTenant(tenants);
    }

    ClientGraphQlResponse ask(Caller caller, String document, Map<String, Object> variables) {
        return TenantContext.callAs(
                tenant,
                () -> caller.call(
                        () -> api.document(document).variables(variables).executeSync()));
    }

    Caller integrator(String... scopes) {
        return Caller.integrator(tenant, new UUID(1, 1), Set.of(scopes));
    }

    Order known(String number, String email) {
        return TenantContext.callAs(
                tenant, () -> orders.upsert(anOrder(number, "#" + number, email, aLine("S", 2, "10.00"))));
    }

    String lookUp(String address, String number, String email) {
        return Caller.anonymous(tenant).call(() -> {
            var authentication = new CallerAuthentication(Caller.anonymous(tenant));
            authentication.setDetails(new WebAuthenticationDetails(address, null));
            SecurityContextHolder.setContext(new SecurityContextImpl(authentication));
            var answer = TenantContext.callAs(
                    tenant,
                    () -> api.document(SESSION)
                            .variables(Map.of("input", Map.of("orderNumber", number, "email", email)))
                            .executeSync());
            return String.valueOf(answer.<Object>getData());
        });
    }
}
