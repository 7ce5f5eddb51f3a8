package app.retour.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import app.retour.mail.MailTransport.Mail;
import app.retour.mail.MailTransport.Outcome;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server says is sorted into taken, later, never and unknown. */
class SmtpTransportTests extends SmtpConversation {
    SmtpTransportTests() throws IOException {}

    @Test
    void whatTheServerTakesIsAcceptedWithItsAnswer() throws IOException {
        var outcome = send(Map.of("END", "250 queued as 42"));

        assertThat(outcome).isInstanceOf(Outcome.Accepted.class).asString().contains("queued as 42");
        assertThat(heard).anyMatch(line -> line.equals("Message-ID: <1@retour.example>"));
        assertThat(heard).anyMatch(line -> line.equals("Auto-Submitted: auto-generated"));
        assertThat(heard).anyMatch(line -> line.startsWith("From: =?UTF-8?") || line.startsWith("From: Lumen"));
    }

    @Test
    void fourHundredIsLaterAndFiveHundredIsNeverAtEveryStep() throws IOException {
        assertThat(send(Map.of("RCPT", "450 greylisted"))).isInstanceOf(Outcome.Postponed.class);
        assertThat(send(Map.of("RCPT", "550 no such user"))).isInstanceOf(Outcome.Refused.class);
        assertThat(send(Map.of("MAIL", "451 later"))).isInstanceOf(Outcome.Postponed.class);
        assertThat(send(Map.of("MAIL", "553 not you"))).isInstanceOf(Outcome.Refused.class);
        assertThat(send(Map.of("END", "452 full"))).isInstanceOf(Outcome.Postponed.class);
        assertThat(send(Map.of("END", "554 spam"))).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aLineThatBreaksBeforeTheAnswerLeavesTheOutcomeUnknown() throws IOException {
        assertThat(send(Map.of("END", HANG_UP)))
                .isInstanceOfSatisfying(
                        Outcome.Unknown.class,
                        unknown -> assertThat(unknown.answer())
                                .as("of an account's mail there is nobody who may send it again")
                                .endsWith("It is not sent again by itself"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA", "To: "})
    void aLineThatBreaksBeforeTheEndOfTheMailLeavesNoDoubt(String where) throws IOException {
        listen(Map.of(where, HANG_UP));
        // More than the system takes before the server has read any of it.
        var text = "A line that goes on and on.\n".repeat(600_000);
        try (var line = transport().open()) {
            var mail = new Mail("Lumen", null, "ada@example.com", "Hi", text, "<p>t</p>", "<1@retour.example>");
            assertThat(line.handOver(mail, _ -> true)).isInstanceOf(Outcome.Postponed.class);
        }
        assertThat(heard).doesNotContain(".");
    }

    @Test
    void aServerThatIsNotThereIsNotReached() throws IOException {
        listen(Map.of());
        server.close();
        assertThatIOException().isThrownBy(() -> transport().open()).withMessageContaining("cannot be reached");
    }

    /** Many servers take only so many mails over one line. */
    @Test
    void aMailThatFindsTheLineEndedAfterTheLastIsSentOverAnother() throws IOException {
        listen(Map.of("END", THEN_HANG_UP));
        try (var line = transport().open()) {
            for (var i = 0; i < 3; i++) {
                assertThat(line.isOpen()).isTrue();
                assertThat(line.handOver(mail("ada@example.com"), _ -> true)).isInstanceOf(Outcome.Accepted.class);
            }
        }
        assertThat(heard).filteredOn("."::equals).hasSize(3);
    }

    /** In a jar of jars each look costs more than the mail. */
    @Test
    void theClassPathIsNotLookedThroughForAMail() throws IOException {
        var looks = new ArrayList<String>();
        var usual = Thread.currentThread().getContextClassLoader();
        send(Map.of());
        Thread.currentThread().setContextClassLoader(new ClassLoader(usual) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                looks.add(name);
                return super.getResources(name);
            }
        });
        try {
            assertThat(send(Map.of())).isInstanceOf(Outcome.Accepted.class);
        } finally {
            Thread.currentThread().setContextClassLoader(usual);
        }
        assertThat(looks).noneMatch(name -> name.contains("StreamProvider"));
        assertThat(heard).contains(".");
    }

    @Test
    void aMailWithHtmlIsTheSameTwiceThePlainTextFirstAndNothingAroundBoth() throws IOException {
        send(Map.of());

        assertThat(heard.stream()
                        .filter(line -> line.startsWith("Content-Type: "))
                        .map(line -> line.replaceAll("Content-Type: ([^;]+);.*", "$1")))
                .containsExactly("multipart/alternative", "text/plain", "text/html");
    }

    @Test
    void aMailWithoutANameOrHtmlComesFromTheHouseAndIsPlain() throws IOException {
        listen(Map.of());
        try (var line = transport().open()) {
            var mail = new Mail(null, null, "ada@example.com", "Hi", "Grüße", null, "<1@account.retour>");
            assertThat(line.handOver(mail, _ -> true)).isInstanceOf(Outcome.Accepted.class);
        }
        assertThat(heard)
                .contains("From: Retour <no-reply@retour.example>", "Message-ID: <1@account.retour>")
                .anyMatch(line -> line.startsWith("Content-Type: text/plain"))
                .noneMatch(line -> line.contains("multipart") || line.contains("text/html"));
    }

    /** The server's own words often repeat the address; a log or a row that nobody erases takes the reason. */
    @Test
    void reasonsNameNoPersonWhateverTheServerSays() throws IOException {
        for (var answer : List.of("550 no such user ada@example.com", "450 ada@example.com is busy")) {
            var reason = switch (send(Map.of("RCPT", answer))) {
                case Outcome.Refused(var said, var why) -> said.contains("ada@") ? why : said;
                case Outcome.Postponed(var said, var why) -> said.contains("ada@") ? why : said;
                default -> "accepted: ada@";
            };
            assertThat(reason).contains(answer.substring(0, 3)).doesNotContain("ada@");
        }
    }
}
