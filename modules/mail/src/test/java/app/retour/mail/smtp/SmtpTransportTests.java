package app.retour.mail.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import app.retour.mail.MailTransport.Mail;
import app.retour.mail.MailTransport.Outcome;
import app.retour.mail.SenderAddress;
import app.retour.mail.journal.JournalEntry;
import app.retour.mail.journal.MailJournal;
import app.retour.mail.journal.MailRecovery;
import app.retour.mail.journal.MayEnd;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SmtpTransportTests {
    private static final String HANG_UP = "hang up";
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private ServerSocket server = new ServerSocket(0);
    private MailJournal journal;

    @TempDir
    Path journals;

    SmtpTransportTests() throws IOException {}

    @BeforeEach
    void open() {
        journal = MailJournal.in(journals);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        journal.close();
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
    void theEndOfAMailIsSaidOnlyAfterItWasNoted() throws IOException {
        var before = new ArrayList<String>();
        var outcome = send(Map.of(), "ada@example.com", _ -> before.addAll(heard));
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        assertThat(before).contains("DATA").doesNotContain(".");
        assertThat(heard).contains(".");
    }

    @Test
    void whatCouldNotBeNotedOrIsNotWantedAnyMoreIsNotEndedAndCutsTheLine() throws IOException {
        for (var chunks : List.of("250 hello", "250-hello\r\n250 CHUNKING")) {
            listen(Map.of("EHLO", chunks));
            try (var line = transport().open()) {
                assertThat(line.handOver(mail("ada@example.com"), _ -> false)).isInstanceOf(Outcome.NotEnded.class);
                assertThat(line.isOpen()).as("the next mail would end this one").isFalse();
            }
            try (var line = transport().open()) {
                var noNote = line.handOver(mail("ada@example.com"), _ -> {
                    throw new IllegalStateException("The database is away");
                });
                assertThat(noNote).isInstanceOf(Outcome.Postponed.class);
                assertThat(line.isOpen()).isFalse();
            }
            assertThat(heard).contains("DATA").doesNotContain(".").noneMatch(line -> line.startsWith("BDAT"));
        }
    }

    /** The journal is given up right where a kill would leave a doubt. */
    @Test
    void theEndOfAMailIsEnteredInTheJournalAfterItWasNotedAndBeforeItIsSaid() throws IOException {
        var noted = new AtomicReference<@Nullable JournalEntry>();
        listen(Map.of());
        try (var line = transport().open()) {
            var outcome = line.handOver(mail("ada@example.com"), entry -> {
                noted.set(entry);
                closeTheJournal();
                return true;
            });
            assertThat(outcome).isInstanceOf(Outcome.Postponed.class);
            assertThat(line.isOpen()).as("the next mail would end this one").isFalse();
        }
        assertThat(heard).contains("DATA").doesNotContain(".");
        var entry = Objects.requireNonNull(noted.get());
        assertThat(notEnded(entry)).containsExactly(entry.number());
    }

    @Test
    void whatWasSaidToItsEndIsEnteredSo() throws IOException {
        var noted = new AtomicReference<@Nullable JournalEntry>();
        var outcome = send(Map.of("END", HANG_UP), "ada@example.com", entry -> {
            noted.set(entry);
            return true;
        });
        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        closeTheJournal();
        assertThat(notEnded(Objects.requireNonNull(noted.get()))).isEmpty();
    }

    private void closeTheJournal() {
        try {
            journal.close();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    /** As the next process finds it. */
    private List<Long> notEnded(JournalEntry noted) {
        var told = new ArrayList<Long>();
        MailRecovery.in(journals, (of, numbers) -> {
                    assertThat(of).isEqualTo(noted.journal());
                    told.addAll(numbers);
                    return 0;
                })
                .recover();
        return told;
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
            assertThat(line.handOver(mail, _ -> true)).isInstanceOf(Outcome.Refused.class);
        }
        assertThat(heard).noneMatch(line -> line.startsWith("MAIL"));
    }

    /** Angus Mail 2.0.5, 2026-11-29: told the address as it is, it said {@code RCPT TO:<info@m?ller.de>}, one byte a letter. */
    @Test
    void aDomainOfAnyScriptIsToldInAscii() throws IOException {
        for (var extension : List.of("250 SIZE", "250-SIZE\r\n250 SMTPUTF8")) {
            assertThat(send(Map.of("EHLO", "250-hello\r\n" + extension), "ida@bücher-müller.example"))
                    .isInstanceOf(Outcome.Accepted.class);
            assertThat(heard)
                    .contains("RCPT TO:<ida@xn--bcher-mller-thbg.example>", "To: ida@xn--bcher-mller-thbg.example")
                    .noneMatch(line -> line.contains("SMTPUTF8"));
        }
    }

    @Test
    void lettersBeforeTheAtAreToldToAServerThatKnowsThem() throws IOException {
        var outcome = send(Map.of("EHLO", "250-hello\r\n250-8BITMIME\r\n250 SMTPUTF8"), "jörg@müller.example");
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        assertThat(heard)
                .contains("RCPT TO:<jörg@xn--mller-kva.example>")
                .anyMatch(line -> line.startsWith("MAIL FROM:<no-reply@retour.example>") && line.contains("SMTPUTF8"));
    }

    @Test
    void lettersBeforeTheAtAreRefusedAtOnceWhereTheServerDoesNotKnowThem() throws IOException {
        var outcome = send(Map.of("EHLO", "250-hello\r\n250 8BITMIME"), "jörg@example.com");
        assertThat(outcome)
                .isInstanceOf(Outcome.Refused.class)
                .asString()
                .contains("letters outside a–z before the @", "SMTPUTF8");
        assertThat(heard).noneMatch(line -> line.startsWith("MAIL"));
    }

    /** A name, a subject or an address that ends its header line begins no other, and adds nobody who gets the mail. */
    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r", "\n\n", "\u2028", "\u0085", "\r\n\r\n"})
    void nothingBeginsAHeaderOfItsOwn(String end) throws IOException {
        var evil = end + "Bcc: evil@example.com" + end + "X-Evil: 1";
        for (var mail : List.of(
                new Mail("Lumen" + evil, null, "ada@example.com", "Hi", "t", "<p>t</p>", "<1@retour.example>"),
                new Mail("Lümen" + evil, null, "ada@example.com", "Hi" + evil, "t", "<p>t</p>", "<1@retour.example>"),
                new Mail("Lumen", "help@example.com" + evil, "ada@example.com", "Hi", "t", "t", "<1@retour.example>"),
                new Mail("Lumen", null, "ada@example.com" + evil, "Hi", "t", "<p>t</p>", "<1@retour.example>"))) {
            listen(Map.of());
            try (var line = transport().open()) {
                line.handOver(mail, _ -> true);
            }
            assertThat(heard)
                    .as(mail.toString())
                    .noneMatch(line -> line.startsWith("Bcc:") || line.startsWith("X-Evil"))
                    .noneMatch(line -> line.startsWith("RCPT") && line.contains("evil"));
        }
    }

    @Test
    void aLongLocalPartIsToldWholeAndAWrongOneToNobody() throws IOException {
        var longest = "a".repeat(64) + "@example.com";
        assertThat(send(Map.of(), longest)).isInstanceOf(Outcome.Accepted.class);
        assertThat(heard).contains("RCPT TO:<%s>".formatted(longest));
        assertThat(send(Map.of(), "a" + longest)).isInstanceOf(Outcome.Refused.class);
        assertThat(heard).noneMatch(line -> line.startsWith("MAIL"));
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

    private Outcome send(Map<String, String> answers) throws IOException {
        return send(answers, "ada@example.com");
    }

    private Outcome send(Map<String, String> answers, String to) throws IOException {
        return send(answers, to, _ -> true);
    }

    private static Mail mail(String to) {
        return new Mail("Lumen & Co", "help@lumen.example", to, "Hi", "t", "<p>t</p>", "<1@retour.example>");
    }

    private Outcome send(Map<String, String> answers, String to, MayEnd mayEnd) throws IOException {
        listen(answers);
        try (var line = transport().open()) {
            return line.handOver(mail(to), mayEnd);
        }
    }

    private SmtpTransport transport() {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getLocalPort());
        sender.getJavaMailProperties().setProperty("mail.smtp.chunksize", "1000");
        var beans = new StaticListableBeanFactory(Map.of("sender", sender));
        return new SmtpTransport(
                beans.getBeanProvider(JavaMailSenderImpl.class),
                new SenderAddress("Retour <no-reply@retour.example>"),
                Clock.systemUTC(),
                journal);
    }

    private void listen(Map<String, String> answers) throws IOException {
        heard.clear();
        server.close();
        server = new ServerSocket(0);
        var listening = server;
        Thread.ofVirtual().start(() -> {
            while (!listening.isClosed()) {
                try {
                    var caller = listening.accept();
                    Thread.ofVirtual().start(() -> serve(caller, answers));
                } catch (IOException goneAway) {
                    // The end of the test.
                }
            }
        });
    }

    private void serve(Socket caller, Map<String, String> answers) {
        try (caller) {
            talk(caller, answers);
        } catch (IOException goneAway) {
            // The next call.
        }
    }

    private void talk(Socket caller, Map<String, String> answers) throws IOException {
        var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), UTF_8));
        say(caller, "220 hello");
        var inData = false;
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            if (inData && !line.equals(".")) {
                if (answers.containsKey(line.substring(0, Math.min(4, line.length())))) {
                    return;
                }
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
        caller.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
    }
}
