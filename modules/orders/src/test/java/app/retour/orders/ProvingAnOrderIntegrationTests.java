package app.retour.orders;

import static app.retour.orders.OrderFixtures.aLine;
import static app.retour.orders.OrderFixtures.aTenant;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.tenants.Tenants;
import app.retour.tenants.shoppers.ShopperSession;
import app.retour.tenants.shoppers.ShopperSessions;
import app.retour.tenants.tenancy.TenantContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.client.GraphQlClient;
import org.springframework.test.context.TestPropertySource;
import retour.testkit.RetourTest;

/** What proves that an order is somebody's, and for how long. */
@RetourTest
@TestPropertySource(properties = "retour.jobs.enabled=false")
class ProvingAnOrderIntegrationTests {
    @Autowired
    GraphQlClient api;

    @Autowired
    Orders orders;

    @Autowired
    ShopperSessions sessions;

    @Autowired
    Tenants tenants;

    private TenantId tenant = new TenantId(Ids.next());

    @BeforeEach
    void openShop() {
        tenant = aTenant(tenants);
    }

    private <T> T as(Supplier<T> action) {
        return TenantContext.callAs(tenant, action);
    }

    /** An order as a till tells it. */
    private Order sold(String number, @Nullable String email, @Nullable String postcode, @Nullable String phone) {
        return as(() -> orders.upsert(ToldOrder.of("e" + number, "#" + number, aLine("S", 1, "10.00"))
                .email(email)
                .phone(phone)
                .sentToPostcode(postcode)
                .told()));
    }

    private Optional<OrderId> prove(String number, @Nullable String postcode, @Nullable String phone) {
        return as(() -> orders.prove(number, null, postcode, phone));
    }

    private String sessionOf(String number, String how, String proof) {
        var answer = as(() -> Caller.anonymous(tenant)
                .call(() -> api.document("""
                mutation($input: StartShopperSessionInput!) { startShopperSession(input: $input) { token } }
                """)
                        .variable("input", Map.of("orderNumber", number, how, proof))
                        .executeSync()));
        return String.valueOf(answer.field("startShopperSession.token").<String>getValue());
    }

    @Test
    void aLongPostcodeIsTheSameProofAsAShortOne() {
        var detroit = sold("1", "ada@example.com", "48226-1906", null);
        assertThat(prove("1", "48226", null)).contains(detroit.id());
        assertThat(prove("1", "48227", null)).isEmpty();
        var berlin = sold("2", "ada@example.com", "D-10115", null);
        assertThat(prove("2", "10115", null)).contains(berlin.id());
    }

    @Test
    void aPlaceholderProvesNothing() {
        sold("1", "none@none.com", "00000", null);
        assertThat(prove("1", "00000", null)).isEmpty();
        assertThat(as(() -> orders.prove("1", "none@none.com", null, null))).isEmpty();
        sold("2", null, "n/a", "0000000");
        assertThat(prove("2", "n/a", "0000000")).isEmpty();
        assertThat(as(() -> orders.byNumber("1")))
                .get()
                .extracting(Order::shopper)
                .as("a placeholder is no shopper")
                .isNull();
    }

    @Test
    void aTelephoneNumberCountsWhereThereIsNothingBetter() {
        var till = sold("1", null, "-", "+49 171 1234568");
        assertThat(prove("1", "0171 1234568", "0171 1234568")).contains(till.id());
        assertThat(prove("1", null, "0171 1234569")).isEmpty();
        sold("2", "ada@example.com", null, "0171 1234568");
        assertThat(prove("2", null, "0171 1234568")).isEmpty();
        sold("3", null, "10115", "0171 1234568");
        assertThat(prove("3", null, "0171 1234568")).isEmpty();
    }

    @Test
    void aSessionEndsWhenTheOrderBecomesSomebodyElses() {
        sold("1", "ada@example.com", "10115", null);
        var byEmail = sessionOf("1", "email", "ada@example.com");
        var byPostcode = sessionOf("1", "postcode", "10115");
        assertThat(sessions.verify(byEmail)).isPresent();
        assertThat(sessions.verify(byPostcode)).isPresent();
        sold("1", "ada@example.com", "10115", null);
        assertThat(sessions.verify(byEmail)).as("told again, nothing changed").isPresent();
        assertThat(sessions.verify(byPostcode)).isPresent();
        sold("1", "ada@example.com", "20095", null);
        assertThat(sessions.verify(byEmail)).isPresent();
        assertThat(sessions.verify(byPostcode)).as("it went elsewhere").isEmpty();
        var link = as(() -> sessions.issueLink(
                tenant, orders.byNumber("1").orElseThrow().id().value()));
        sold("1", "grace@example.com", "20095", null);
        assertThat(sessions.verify(byEmail)).isEmpty();
        assertThat(sessions.verifyLink(link)).isEmpty();
    }

    @Test
    void staffHandOutALinkThatOpensOneOrderAndNamesNobody() {
        var order = sold("1", null, null, null);
        var answer = link(GlobalId.of("Order", order.id().value()));
        var url = String.valueOf(answer.get("url"));
        assertThat(url).contains("/r/" + as(() -> tenants.current().slug()) + "/s/");
        assertThat(sessions.verifyLink(url.substring(url.lastIndexOf('/') + 1)))
                .contains(new ShopperSession(tenant, order.id().value(), false));
        assertThat(link(GlobalId.of("Order", new UUID(0, 9))).get("userErrors"))
                .isEqualTo(List.of(Map.of("code", "NOT_FOUND", "field", List.of("orderId"))));
        assertThat(link("333").get("userErrors"))
                .isEqualTo(List.of(Map.of("code", "NOT_FOUND", "field", List.of("orderId"))));
    }

    private Map<String, Object> link(String order) {
        var staff = Caller.staff(tenant, new UUID(1, 1), Set.of("orders:read", "orders:write"));
        var answer = as(() -> staff.call(() ->
                api.document("""
                mutation($input: IssueShopperLinkInput!) {
                  issueShopperLink(input: $input) { url expiresAt userErrors { code field } } }
                """).variable("input", Map.of("orderId", order)).executeSync()));
        return new HashMap<>(answer.field("issueShopperLink").<Map<String, Object>>getValue());
    }
}
