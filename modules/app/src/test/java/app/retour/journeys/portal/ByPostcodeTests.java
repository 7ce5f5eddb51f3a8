package app.retour.journeys.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.retour.RetourApplication;
import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.tenants.Address;
import app.retour.tenants.TenantUpdate;
import app.retour.tenants.Tenants;
import app.retour.tenants.shoppers.ShopperSessions;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.graphql.client.ClientGraphQlResponse;
import org.springframework.graphql.client.GraphQlClient;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;
import retour.testkit.TestProperties;

/** Who knows an order's number and postcode may follow a return, but reads nothing that names or pictures a person. */
@SpringBootTest(
        classes = RetourApplication.class,
        properties = {"logging.structured.format.console=", "retour.notifications.enabled=false"})
@ContextConfiguration(initializers = TestProperties.class)
class ByPostcodeTests {
    private static final String RETURN = """
            query($id: ID!) { return(id: $id) { rmaNumber messages { title subject text } items { comment photos { path } } } }
            """;

    @Autowired
    Tenants tenants;

    @Autowired
    GraphQlClient inProcessGraphQl;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void lettersAndCommentsAreReadByWhoProvedTheEmailOnly() {
        var shop = Shop.open(tenants, inProcessGraphQl);
        TenantContext.runAs(shop.tenant(), this::goLive);
        shop.sellsAShirt("1001", 5);
        var order = GlobalId.parse(
                text(
                        ask(staff(shop), shop, "{ orders(first: 1) { edges { node { id } } } }", Map.of()),
                        "orders.edges[0].node.id"),
                "Order");
        var byEmail = Caller.shopper(shop.tenant(), order, Set.of(ShopperSessions.BY_EMAIL));
        var byPostcode = Caller.shopper(shop.tenant(), order, Set.of());
        var line = text(
                ask(byEmail, shop, "{ returnOptions { lines { orderLineId } } }", Map.of()),
                "returnOptions.lines[0].orderLineId");
        var item =
                Map.of("orderLineId", line, "quantity", 1, "reason", "too_small", "comment", "Call Anna on 030 1234");
        var id = text(
                ask(
                        byEmail,
                        shop,
                        "mutation($input: RequestReturnInput!) { requestReturn(input: $input) { return { id } userErrors { message } } }",
                        Map.of("input", Map.of("items", List.of(item), "idempotencyKey", "k1"))),
                "requestReturn.return.id");
        await().atMost(Duration.ofMinutes(3)).until(() -> handOver(shop) > 0);

        var theirs = ask(byEmail, shop, RETURN, Map.of("id", id));
        assertThat(text(theirs, "return.messages[0].text")).contains("Mill Lane 4");
        assertThat(text(theirs, "return.messages[0].subject")).contains("R-1001");
        assertThat(text(theirs, "return.items[0].comment")).contains("030 1234");

        var anybodys = ask(byPostcode, shop, RETURN, Map.of("id", id));
        assertThat(text(anybodys, "return.rmaNumber")).isEqualTo("R-1001");
        assertThat(text(anybodys, "return.messages[0].title")).isEqualTo("Return approved");
        assertThat(String.valueOf((Object) anybodys.getData()))
                .doesNotContain("Mill Lane 4", "how to send it back", "030 1234");
    }

    /** As if the mail server had taken every letter; how many there were. */
    private int handOver(Shop shop) {
        return TenantContext.callAs(
                shop.tenant(),
                () -> Objects.requireNonNull(transactions.execute(
                        _ -> jdbc.sql("""
                                update notifications.notification set state = 'SENT', sent_at = now(), next_attempt_at = null
                                where tenant_id = ? and state = 'QUEUED'
                                """).param(shop.tenant().value()).update())));
    }

    private void goLive() {
        var settled = tenants.update(new TenantUpdate(
                tenants.current().version(),
                null,
                null,
                null,
                null,
                "help@nordlicht.example",
                null,
                new Address("Nordlicht", "Mill Lane 4", null, "10115", "Berlin", null, "DE"),
                null,
                null));
        tenants.goLive(settled.version());
    }

    private static Caller staff(Shop shop) {
        return Caller.staff(shop.tenant(), UUID.randomUUID(), Set.of("orders:read"));
    }

    private ClientGraphQlResponse ask(Caller caller, Shop shop, String document, Map<String, Object> given) {
        return TenantContext.callAs(
                shop.tenant(),
                () -> caller.call(() ->
                        inProcessGraphQl.document(document).variables(given).executeSync()));
    }

    private static String text(ClientGraphQlResponse answer, String path) {
        return Objects.requireNonNull(answer.field(path).<String>getValue(), path);
    }
}
