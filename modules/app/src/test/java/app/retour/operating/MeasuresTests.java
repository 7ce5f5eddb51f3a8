package app.retour.operating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.retour.app.security.Browser;
import app.retour.tenants.people.SignUps;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.web.servlet.DispatcherServlet;
import retour.testkit.TestDatabase;

/** What an operator watches moves when the thing happens. Nothing is sent here, so that queues grow old. */
@OneConnection
class MeasuresTests {
    private static final String FORGED = "retour_webhooks_refused_total{reason=\"no secret set\"";

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @LocalServerPort
    int port;

    @Autowired
    SignUps signUps;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcIndexedSessionRepository sessions;

    private Merchant merchant;

    @BeforeEach
    void signIn() {
        merchant = Merchant.signedIn(port, signUps);
    }

    @Test
    void decisionsAreCountedByTheirOutcome() {
        var measure = "retour_decisions_total{by=\"policy\",outcome=\"REVIEW\"";
        var before = measured(measure);
        merchant.returns(merchant.sells("3001"));
        assertThat(measured(measure)).isEqualTo(before + 1);
    }

    @Test
    void refusedWebhooksAreCounted() {
        var path = merchant.browser()
                .graphql("{ trackingEndpoint { path } }", Map.of())
                .at("/data/trackingEndpoint/path")
                .asString();
        var before = measured(FORGED);
        new Browser(port).post(path.substring(path.indexOf("/webhooks")), Map.of("id", "evt"));
        assertThat(measured(FORGED)).isEqualTo(before + 1);
    }

    @Test
    void queuesTellHowLongTheOldestWaitsAndWhatWasGivenUp() throws SQLException {
        merchant.goesLive();
        merchant.returns(merchant.sells("3002"));
        new Browser(port).mutate("requestPasswordReset", Map.of("email", merchant.email()), "mailSent");
        await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> {
            assertThat(measured("retour_notifications_queue_age_seconds")).isPositive();
            assertThat(measured("retour_account_mails_queue_age_seconds")).isPositive();
            assertThat(measured("retour_notifications_waiting")).isPositive();
        });
        assertThat(measured("retour_jobs_queue_age_seconds")).isNotNegative();
        var failed = measured("retour_notifications_failed");
        try (var database = TestDatabase.shared().as("postgres");
                var statement = database.createStatement()) {
            statement.execute("update notifications.notification set state = 'FAILED' where tenant_id = '%s'"
                    .formatted(merchant.tenant()));
            statement.execute("update tenants.account_mail set state = 'FAILED' where recipient = '%s'"
                    .formatted(merchant.email()));
        }
        await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> {
            assertThat(measured("retour_notifications_failed")).isGreaterThan(failed);
            assertThat(measured("retour_account_mails_failed")).isPositive();
        });
    }

    @Test
    void aRequestIsTimedAndNotEachFilterAndFieldOfIt() {
        merchant.browser().graphql("{ viewer { email } }", Map.of());
        assertThat(Browser.local(port).get("/actuator/prometheus").body())
                .contains("http_server_requests_seconds_count", "graphql_request_seconds_count")
                .doesNotContain("spring_security_", "graphql_datafetcher_");
    }

    /** What the JSON of a log line is made of. */
    @Test
    void aLogLineCarriesTheTraceAndTheIdThatTheAnswerTells() {
        var logger = (Logger) LoggerFactory.getLogger(DispatcherServlet.class);
        var lines = new ListAppender<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                event.prepareForDeferredProcessing();
                super.append(event);
            }
        };
        lines.start();
        logger.setLevel(Level.DEBUG);
        logger.addAppender(lines);
        try {
            var answer = new Browser(port)
                    .get(
                            "/r/" + merchant.slug(),
                            "Accept",
                            "text/html",
                            "traceparent",
                            "00-" + TRACE + "-00f067aa0ba902b7-01",
                            "X-Correlation-Id",
                            "trace-test-1");
            assertThat(answer.header("X-Correlation-Id")).isEqualTo("trace-test-1");
        } finally {
            logger.detachAppender(lines);
            logger.setLevel(null);
        }
        assertThat(List.copyOf(lines.list).stream()
                        .map(ILoggingEvent::getMDCPropertyMap)
                        .filter(known -> "trace-test-1".equals(known.get("correlationId"))))
                .isNotEmpty()
                .allSatisfy(known ->
                        assertThat(known).containsEntry("traceId", TRACE).containsKey("spanId"));
    }

    @Test
    void sessionsThatAreOverAreForgottenAndNoAuthorizationIsStored() {
        jdbc.sql("""
                        insert into spring_session (primary_id, session_id, creation_time, last_access_time,
                            max_inactive_interval, expiry_time) values ('over', 'over', 0, 0, 1, 1000)
                        """).update();
        sessions.cleanUpExpiredSessions();
        assertThat(jdbc.sql("select count(*) from spring_session where primary_id = 'over'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(merchant.browser()
                        .graphql("{ viewer { email } }", Map.of())
                        .at("/data/viewer/email")
                        .asString())
                .as("who is signed in stays so")
                .isEqualTo(merchant.email());
        assertThat(jdbc.sql("select count(*) from information_schema.tables where table_name like 'oauth2%'")
                        .query(Long.class)
                        .single())
                .as("tokens are signed, not stored: there is nothing to forget")
                .isZero();
    }

    private double measured(String name) {
        var scraped = Browser.local(port).get("/actuator/prometheus");
        assertThat(scraped.status()).isEqualTo(200);
        return scraped.body()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
