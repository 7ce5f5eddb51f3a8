package app.retour.notifications;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import app.retour.notifications.MailTransport.Mail;
import app.retour.notifications.MailTransport.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SmtpTransportTests {
    private static final String HANG_UP = "hang up";
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private ServerSocket server = new ServerSocket(0);

    SmtpTransportTests() throws IOException {}

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

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
        assertThat(send(Map.of("END", HANG_UP))).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void aServerThatIsNotThereIsNotReached() throws IOException {
        listen(Map.of());
        server.close();
        assertThatIOException().isThrownBy(() -> transport().open()).withMessageContaining("cannot be reached");
    }

    @Test
    void anAddressThatIsNoneIsRefusedWithoutAskingTheServer() throws IOException {
        listen(Map.of());
        try (var line = transport().open()) {
            var mail = new Mail("Lumen", null, "not an address", "s", "t", "<p>t</p>", "<1@retour.example>");
            assertThat(line.handOver(mail)).isInstanceOf(Outcome.Refused.class);
        }
        assertThat(heard).noneMatch(line -> line.startsWith("MAIL"));
    }

    private Outcome send(Map<String, String> answers) throws IOException {
        listen(answers);
        try (var line = transport().open()) {
            return line.handOver(new Mail(
                    "Lumen & Co",
                    "help@lumen.example",
                    "ada@example.com",
                    "Hi",
                    "t",
                    "<p>t</p>",
                    "<1@retour.example>"));
        }
    }

    private SmtpTransport transport() {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getLocalPort());
        var beans = new StaticListableBeanFactory(Map.of("sender", sender));
        return new SmtpTransport(
                beans.getBeanProvider(JavaMailSenderImpl.class),
                new SenderAddress("Retour <no-reply@retour.example>"),
                Clock.systemUTC());
    }

    private void listen(Map<String, String> answers) throws IOException {
        heard.clear();
        server.close();
        server = new ServerSocket(0);
        var listening = server;
        Thread.ofVirtual().start(() -> {
            while (!listening.isClosed()) {
                try (var caller = listening.accept()) {
                    talk(caller, answers);
                } catch (IOException goneAway) {
                    // The next call, or the end of the test.
                }
            }
        });
    }

    private void talk(Socket caller, Map<String, String> answers) throws IOException {
        var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), US_ASCII));
        say(caller, "220 hello");
        var inData = false;
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            if (inData && !line.equals(".")) {
                continue;
            }
            var verb = inData ? "END" : line.substring(0, Math.min(4, line.length()));
            inData = verb.equals("DATA");
            var answer = answers.getOrDefault(verb, inData ? "354 go on" : "250 ok");
            if (answer.equals(HANG_UP)) {
                return;
            }
            say(caller, answer);
        }
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
    }
}
