package app.retour.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.retour.app.security.Merchants;
import app.retour.app.security.StartedApplication;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import retour.testkit.TestDatabase;

class KilledApplicationTests {
    /** Of its own: other contexts of this JVM would take up what the killed process left. */
    private static final TestDatabase DATABASE = TestDatabase.shared().apart("killed");

    @Test
    void whatWasCommittedBeforeAKillIsMailedExactlyOnceAfterIt() throws Exception {
        try (var gate = new MailGate(StartedApplication.Mail.inbox().getSmtp().getPort())) {
            Letterbox letterbox;
            try (var first = RunningRetour.start(settings(gate))) {
                var merchant = new Merchants(first.port()).signedUp();
                letterbox = new Letterbox(merchant.email());
                gate.shut();
                merchant.browser()
                        .mutate(
                                "sendTestMessage",
                                Map.of("moment", "APPROVED", "idempotencyKey", "the-one"),
                                "notification { state }");
                await().atMost(Duration.ofSeconds(30))
                        .until(() ->
                                gate.callers() > 0 && stateOf(merchant.email()).equals("CLAIMED"));
                first.kill();
            }
            assertThat(letterbox.subjects()).noneMatch(subject -> subject.startsWith("[Test]"));
            gate.open();
            try (var second = RunningRetour.start(settings(gate))) {
                assertThat(second.port()).isPositive();
                letterbox.awaitMail("[Test]");
                await().during(Duration.ofSeconds(6))
                        .atMost(Duration.ofSeconds(10))
                        .until(() -> letterbox.subjects().stream()
                                        .filter(subject -> subject.startsWith("[Test]"))
                                        .count()
                                == 1);
                assertThat(stateOf(letterbox.address())).isEqualTo("SENT");
            }
        }
    }

    private static Map<String, Object> settings(MailGate gate) throws IOException {
        return Map.of(
                "spring.datasource.url", DATABASE.url(),
                "spring.mail.host", "127.0.0.1",
                "spring.mail.port", gate.port(),
                "retour.notifications.lease", "4s",
                "retour.notifications.first-pause", "1s");
    }

    private static String stateOf(String address) throws SQLException {
        try (var connection = DATABASE.as("postgres");
                var question = connection.prepareStatement(
                        "select state from notifications.notification where recipient_email = ?")) {
            question.setString(1, address);
            var answer = question.executeQuery();
            return answer.next() ? answer.getString(1) : "none";
        }
    }
}
