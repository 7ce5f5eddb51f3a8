package app.retour.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.mail.MailTransport.Mail;
import app.retour.mail.MailTransport.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever a mail is for, and whatever it says, reaches the server as an address and as headers of its own. */
class AddressesOfMailsTests extends SmtpConversation {
    AddressesOfMailsTests() throws IOException {}

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
}
