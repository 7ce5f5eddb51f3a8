package app.retour.tenants.accountmail;

import app.retour.kernel.MailAddress;
import app.retour.tenants.mailjournal.MailJournal;
import app.retour.tenants.mailjournal.MayEnd;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** SMTP by {@code spring.mail.*}, one line for each mail: there are few. Every wait is bounded, so that a lease outlives it. */
@Component
class AccountMailsBySmtp implements AccountMailTransport {
    private static final Map<String, String> BOUNDS =
            Map.of("connectiontimeout", "10000", "timeout", "30000", "writetimeout", "30000");
    private final ObjectProvider<JavaMailSenderImpl> configured;
    private final Clock clock;
    private final MailJournal journal;
    private final String sender;

    AccountMailsBySmtp(
            ObjectProvider<JavaMailSenderImpl> configured,
            Clock clock,
            MailJournal journal,
            @Value("${retour.mail.from:Retour <no-reply@retour.localhost>}") String sender) {
        this.configured = configured;
        this.clock = clock;
        this.journal = journal;
        this.sender = sender;
    }

    @Override
    public boolean isReady() {
        return configured.getIfAvailable() != null;
    }

    @Override
    public Outcome handOver(Letter letter, MayEnd mayEnd) {
        var server = configured.getObject();
        var session = session(server);
        MimeMessage message;
        try {
            message = message(session, letter);
        } catch (MessagingException unfit) {
            return new Outcome.Refused("cannot be made: " + unfit.getClass().getSimpleName());
        }
        var line = new AskingSmtp(session, protocol(server), journal);
        try {
            line.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
        } catch (MessagingException unreachable) {
            return new Outcome.Postponed(
                    "not reached: " + unreachable.getClass().getSimpleName());
        }
        Outcome outcome;
        try {
            line.send(message, message.getAllRecipients(), mayEnd);
            outcome = new Outcome.Accepted();
        } catch (MessagingException problem) {
            outcome = outcomeOf(problem, line.howFar());
        }
        close(line);
        return outcome;
    }

    private static void close(AskingSmtp line) {
        try {
            line.close();
        } catch (MessagingException alreadyGone) {
            // It was told all it had to be; nothing hangs on a polite goodbye.
        }
    }

    private static String protocol(JavaMailSenderImpl server) {
        return server.getProtocol() == null ? "smtp" : server.getProtocol();
    }

    private static Session session(JavaMailSenderImpl server) {
        var properties = new Properties();
        properties.putAll(server.getJavaMailProperties());
        BOUNDS.forEach((name, value) -> properties.putIfAbsent("mail.%s.%s".formatted(protocol(server), name), value));
        if (server.getUsername() != null) {
            properties.putIfAbsent("mail.%s.auth".formatted(protocol(server)), "true");
        }
        return Session.getInstance(properties);
    }

    private MimeMessage message(Session session, Letter letter) throws MessagingException {
        var message = new MimeMessage(session);
        var mime = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        mime.setFrom(new InternetAddress(sender, true));
        mime.setTo(new InternetAddress(envelope(letter.to()), true));
        mime.setSubject(letter.subject());
        mime.setText(letter.text());
        mime.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        message.setHeader("Message-ID", letter.messageId());
        return message;
    }

    /** Addresses of before may be kept with a domain as people read it. */
    private static String envelope(String address) {
        return MailAddress.of(address).map(MailAddress::envelope).orElse(address);
    }

    /** A refusal after the message was sent counts as its answer; a line that broke says nothing. */
    private static Outcome outcomeOf(MessagingException problem, AskingSmtp.HowFar howFar) {
        for (Exception each = problem; each != null; each = next(each)) {
            var code = switch (each) {
                case SMTPAddressFailedException address -> address.getReturnCode();
                case SMTPSenderFailedException from -> from.getReturnCode();
                case SMTPSendFailedException send -> send.getReturnCode();
                default -> -1;
            };
            if (code >= 500) {
                return new Outcome.Refused("refused by the server: " + code);
            }
            if (code >= 400) {
                return new Outcome.Postponed("put off by the server: " + code);
            }
        }
        return switch (howFar) {
            case NOT_WHOLE -> new Outcome.Postponed("the line broke before the mail was whole");
            case NOT_WANTED -> new Outcome.NotEnded();
            case WHOLE ->
                new Outcome.Unknown("the line broke: " + problem.getClass().getSimpleName());
        };
    }

    private static @Nullable Exception next(Exception each) {
        return each instanceof MessagingException chained ? chained.getNextException() : null;
    }
}
