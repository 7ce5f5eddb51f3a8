package app.retour.operating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.awaitility.Awaitility.await;

import app.retour.app.security.Browser;
import app.retour.app.security.Merchants;
import app.retour.tenants.people.SignUps;
import app.retour.tenants.shoppers.ShopperSessions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every kind of request gets by with one connection at a time; a second would let a busy pool stand still. */
@OneConnection
class OneConnectionTests {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    SignUps signUps;

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private Merchant merchant;

    @BeforeEach
    void signingIn() {
        merchant = Merchant.signedIn(port, signUps);
    }

    @Test
    void aSecondConnectionIsNotToBeHad() {
        assertThatException()
                .isThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(_ -> {
                    jdbc.sql("select 1").query(Integer.class).single();
                    try (var second = dataSource.getConnection()) {
                        second.isValid(1);
                    } catch (java.sql.SQLException none) {
                        throw new IllegalStateException(none);
                    }
                }))
                .withStackTraceContaining("request timed out");
    }

    @Test
    void queriesAndMutationsThatCreate() {
        var order = merchant.sells("1001");
        var returned = merchant.returns(order);
        var answer =
                merchant.browser().graphql("""
                        query($id: ID!) {
                          return(id: $id) { headline nextSteps { text } items { title decisions { because trace } }
                            parcels { state } refunds { state } messages { subject } receipts { id } tasks { id } }
                          returns(first: 5) { edges { node { id shopperEmail estimate { total { amount } } } } }
                          orders(first: 5) { edges { node { number shopper { email } lines { title } shipTo { city } } } }
                          policy { live { rules { name } } } staff(first: 5) { edges { node { email } } }
                          auditEntries(first: 5) { edges { node { action actorName } } }
                          notifications(first: 5) { edges { node { subject } } } returnCounts { review } }""", Map.of("id", returned.path("id").asString()));
        assertThat(answer.json().has("errors")).as(answer.body()).isFalse();
        merchant.tell(
                "createApiClient",
                Map.of("name", "ERP", "scopes", List.of("orders:read"), "idempotencyKey", "c"),
                "apiClient { id }");
        merchant.tell(
                "inviteStaff",
                Map.of("email", Merchants.anEmail(), "role", "AGENT", "idempotencyKey", "i"),
                "invitation { id }");
        listenersAreDone();
    }

    @Test
    void theShopperAtThePortal() {
        merchant.sells("1002");
        var shopper = new Browser(port);
        var base = "/r/" + merchant.slug();
        var form = CSRF.matcher(shopper.get(base, "Accept", "text/html").body());
        assertThat(form.find()).isTrue();
        var found = shopper.form(
                base + "/find", Map.of("number", "1002", "proof", Merchant.SHOPPER, "_csrf", form.group(1)));
        assertThat(found.status()).as(found.body()).isEqualTo(302);
        assertThat(shopper.cookies).containsKey(ShopperSessions.COOKIE);
        for (var page : List.of("/order", "/return/items")) {
            var answer = shopper.get(base + page, "Accept", "text/html");
            assertThat(answer.status()).as(page + answer.body()).isIn(200, 302);
            assertThat(answer.header("Location")).as(page).doesNotContain("ended");
        }
        var wrong = shopper.form(
                base + "/find", Map.of("number", "1002", "proof", "else@mail.example", "_csrf", form.group(1)));
        assertThat(wrong.status()).isEqualTo(422);
    }

    @Test
    void programsWebhooksAndFiles() {
        var client = merchant.tell(
                "createApiClient",
                Map.of("name", "ERP", "scopes", List.of("orders:read"), "idempotencyKey", "p"),
                "apiClient { clientId } clientSecret");
        var basic = client.at("/apiClient/clientId").asString() + ":"
                + client.path("clientSecret").asString();
        var token = new Browser(port)
                .form(
                        "/oauth2/token",
                        Map.of("grant_type", "client_credentials"),
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)));
        assertThat(token.status()).as(token.body()).isEqualTo(200);
        var asked = new Browser(port)
                .graphql(
                        "{ orders(first: 1) { edges { node { number } } } }",
                        Map.of(),
                        "Authorization",
                        "Bearer " + token.at("/access_token").asString());
        assertThat(asked.json().has("errors")).as(asked.body()).isFalse();
        var path = merchant.browser()
                .graphql("{ trackingEndpoint { path } }", Map.of())
                .at("/data/trackingEndpoint/path")
                .asString();
        var forged = new Browser(port)
                .post(path.substring(path.indexOf("/webhooks")), Map.of("id", "evt"), "X-Hmac-Signature", "forged");
        assertThat(forged.status()).as(forged.body()).isEqualTo(401);
        var boundary = "one";
        var file = merchant.browser()
                .send(
                        "POST",
                        "/files",
                        "--one\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nIMPORT\r\n--one\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\nEmail\r\na@mail.example\r\n\r\n--one--\r\n",
                        "Content-Type",
                        "multipart/form-data; boundary=" + boundary);
        assertThat(file.status()).as(file.body()).isEqualTo(201);
        var fetched = merchant.browser().get(file.at("/path").asString());
        assertThat(fetched.status()).isEqualTo(200);
    }

    /** What a listener failed for want of a connection would stand in the registry as failed. */
    private void listenersAreDone() {
        await().atMost(Duration.ofMinutes(3))
                .until(() -> jdbc.sql("select count(*) from event_publication where serialized_event like ?")
                                .param("%" + merchant.tenant() + "%")
                                .query(Long.class)
                                .single()
                        == 0);
    }
}
