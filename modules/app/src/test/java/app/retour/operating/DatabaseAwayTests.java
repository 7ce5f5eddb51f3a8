package app.retour.operating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.retour.RetourApplication;
import app.retour.app.security.Browser;
import app.retour.app.security.Browser.Answer;
import app.retour.app.security.Merchants;
import app.retour.operating.DatabaseGate.Stance;
import app.retour.tenants.people.SignUps;
import app.retour.tenants.shoppers.ShopperSessions;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import retour.testkit.TestDatabase;
import retour.testkit.TestProperties;

/**
 * While the database is away everybody is told so and when to come again, nobody hangs, no credential is called bad, and
 * nothing is left to mend when it is back.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseAwayTests {
    private static final String VIEWER = "{ viewer { email } }";
    private static final String UNAVAILABLE = "UNAVAILABLE";
    private ConfigurableApplicationContext retour;
    private DatabaseGate gate;
    private int port;
    private Merchant merchant;
    private Browser shopper;
    private String client;
    private String token;
    private String webhook;

    @BeforeAll
    void start() throws IOException {
        var database = URI.create(TestDatabase.shared().apart("away").url().substring("jdbc:".length()));
        gate = new DatabaseGate(database.getPort());
        var settings = TestProperties.all();
        // As in production.
        settings.keySet().removeIf(name -> name.contains("hikari") || name.equals("retour.database.patience"));
        settings.put(
                "spring.datasource.url", "jdbc:postgresql://127.0.0.1:%d%s".formatted(gate.port(), database.getPath()));
        settings.put("server.port", "0");
        settings.put("logging.structured.format.console", "");
        retour = new SpringApplicationBuilder(RetourApplication.class)
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
        port = retour.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        merchant = Merchant.signedIn(port, retour.getBean(SignUps.class));
        merchant.sells("1001");
        var made = merchant.tell(
                "createApiClient",
                Map.of("name", "ERP", "scopes", List.of("orders:read"), "idempotencyKey", "p"),
                "apiClient { clientId } clientSecret");
        client = "Basic "
                + Base64.getEncoder()
                        .encodeToString((made.at("/apiClient/clientId").asString() + ":"
                                        + made.path("clientSecret").asString())
                                .getBytes(StandardCharsets.UTF_8));
        token = "Bearer " + issued().at("/access_token").asString();
        var path = merchant.browser()
                .graphql("{ trackingEndpoint { path } }", Map.of())
                .at("/data/trackingEndpoint/path")
                .asString();
        webhook = path.substring(path.indexOf("/webhooks"));
        shopper = new Browser(port);
        var start = shopper.get("/r/" + merchant.slug(), "Accept", "text/html");
        var csrf = start.body().replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
        shopper.form(
                "/r/" + merchant.slug() + "/find", Map.of("number", "1001", "proof", Merchant.SHOPPER, "_csrf", csrf));
        assertThat(shopper.cookies).containsKey(ShopperSessions.COOKIE);
    }

    @AfterAll
    void stop() throws IOException {
        gate.be(Stance.OPEN);
        retour.close();
        gate.close();
    }

    /** The sums that keep an answer below three seconds; how long it takes on a busy machine is not told here. */
    @Test
    void nobodyWaitsLongForAConnection() throws SQLException {
        var pool = retour.getBean(DataSource.class).unwrap(HikariDataSource.class);
        assertThat(pool.getConnectionTimeout() + pool.getValidationTimeout()).isLessThan(3_000);
        assertThat(pool.getDataSourceProperties())
                .containsEntry("connectTimeout", "2")
                .containsEntry("loginTimeout", "2")
                .containsKey("socketTimeout");
    }

    @ParameterizedTest
    @EnumSource(
            value = Stance.class,
            names = {"REFUSES", "HANGS"})
    void everybodyIsToldToComeAgainAndGoesOnWhenItIsBack(Stance stance) throws IOException {
        awaitBack();
        gate.be(stance);
        // Before anybody has noticed.
        measured(stance + ": the first answer", () -> refused(merchant.browser().graphql(VIEWER, Map.of())));
        await().atMost(Duration.ofMinutes(3)).until(() -> health("/readyz") == 503);
        assertThat(health("/livez")).isEqualTo(200);
        assertThat(merchant.browser().get("/readyz").status())
                .as("with a cookie")
                .isEqualTo(503);
        assertThat(merchant.browser().get("/livez").status())
                .as("with a cookie")
                .isEqualTo(200);

        staffAreToldSo();
        programsAreToldSo();
        shoppersAreToldSo();

        nobodyRepeatsItselfInTheLog();

        gate.be(Stance.OPEN);
        awaitBack();
        assertThat(merchant.browser()
                        .graphql(VIEWER, Map.of())
                        .at("/data/viewer/email")
                        .asString())
                .as("the session holds")
                .isEqualTo(merchant.email());
        assertThat(orders().json().has("errors")).as("the token holds").isFalse();
        assertThat(shopper.get("/r/" + merchant.slug() + "/order", "Accept", "text/html")
                        .status())
                .isIn(200, 302);
    }

    /** Told, not held: a machine that is busy with other things takes longer. */
    private static void measured(String what, Runnable work) {
        var before = System.nanoTime();
        work.run();
        System.out.printf(
                "%s after %d ms%n",
                what, Duration.ofNanos(System.nanoTime() - before).toMillis());
    }

    private void staffAreToldSo() {
        var cookie = Map.copyOf(merchant.browser().cookies);
        refused(merchant.browser().graphql(VIEWER, Map.of()));
        refused(merchant.browser()
                .graphql(
                        "mutation($input: UpdateTenantInput!) { updateTenant(input: $input) { userErrors { code } } }",
                        Map.of("input", Map.of("version", 1, "name", "Other"))));
        refused(merchant.browser().get("/session"));
        refused(merchant.browser().get("/files/" + UUID.randomUUID()));
        assertThat(merchant.browser().cookies).as("no session is ended").isEqualTo(cookie);
        var anybody = new Browser(port);
        anybody.get("/session");
        refused(anybody.post("/session", Map.of("email", merchant.email(), "password", Merchants.PASSWORD)));
        refused(anybody.graphql(
                "query($i: PasswordStrengthInput!) { passwordStrength(input: $i) { score } }",
                Map.of("i", Map.of("password", "a"))));
        assertThat(merchant.browser().get("/admin/", "Accept", "text/html").status())
                .as("the admin's page loads and tells it")
                .isEqualTo(200);
    }

    private void programsAreToldSo() {
        var asked = orders();
        refused(asked);
        assertThat(asked.header("WWW-Authenticate")).isEmpty();
        assertThat(asked.body()).doesNotContain("revoked");
        refused(issued());
        refused(new Browser(port).post(webhook, Map.of("id", "evt")));
    }

    private void shoppersAreToldSo() {
        var base = "/r/" + merchant.slug();
        for (var page : List.of("", "/order", "/return/items")) {
            var shown = shopper.get(base + page, "Accept", "text/html", "Accept-Language", "de");
            assertThat(shown.body()).as(page).contains("Wir sind gleich wieder da", shown.header("X-Correlation-Id"));
            assertThat(shown.header("Refresh")).as("it comes again by itself").isNotEmpty();
            comesAgain(shown);
            shown.body()
                    .lines()
                    .filter(line -> line.contains("stylesheet"))
                    .map(line -> line.replaceAll(".*href=\"([^\"]+)\".*", "$1"))
                    .forEach(sheet ->
                            assertThat(shopper.get(sheet).status()).as(sheet).isEqualTo(200));
        }
        var sent = shopper.form(
                base + "/find", Map.of("number", "1001", "proof", Merchant.SHOPPER), "Accept", "text/html");
        assertThat(sent.status()).as(sent.body()).isEqualTo(503);
        assertThat(shopper.cookies).as("no session is ended").containsKey(ShopperSessions.COOKIE);
    }

    /** The jobs go on trying, several times a second. */
    private static void nobodyRepeatsItselfInTheLog() {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        root.addAppender(lines);
        try {
            await().during(Duration.ofSeconds(4))
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> List.copyOf(lines.list).stream().noneMatch(line -> line.getThrowableProxy() != null));
        } finally {
            root.detachAppender(lines);
        }
    }

    private Answer issued() {
        return new Browser(port)
                .form("/oauth2/token", Map.of("grant_type", "client_credentials"), "Authorization", client);
    }

    private Answer orders() {
        return new Browser(port)
                .graphql("{ orders(first: 1) { edges { node { number } } } }", Map.of(), "Authorization", token);
    }

    private void refused(Answer answer) {
        comesAgain(answer);
        assertThat(answer.body()).contains(UNAVAILABLE, answer.header("X-Correlation-Id"));
    }

    private static void comesAgain(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).as(answer.body()).isEqualTo("30");
    }

    private int health(String path) {
        return new Browser(port).get(path).status();
    }

    private void awaitBack() {
        Supplier<Integer> asked =
                () -> merchant.browser().graphql(VIEWER, Map.of()).status();
        await().atMost(Duration.ofMinutes(3)).until(() -> health("/readyz") == 200 && asked.get() == 200);
    }
}
