package app.retour.mail.smtp;

import app.retour.kernel.MailAddress;
import app.retour.mail.MailTransport.Mail;
import app.retour.mail.SenderAddress;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * Mails as they go over the line: a text, and the same once more in HTML where there is one. Spring's helper is for mails
 * with files: for each it reads from the class path how the names of files end, and wraps the texts in two parts more.
 */
final class MimeMessages {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private final SenderAddress sender;
    private final Clock clock;

    MimeMessages(SenderAddress sender, Clock clock) {
        this.sender = sender;
        this.clock = clock;
    }

    MimeMessage of(Mail mail, Address to, Session session) throws MessagingException, IOException {
        var message = new MimeMessage(session);
        message.setFrom(from(mail.fromName() == null ? sender.name() : mail.fromName()));
        message.setRecipient(RecipientType.TO, to);
        if (mail.replyTo() != null) {
            message.setReplyTo(new Address[] {new InternetAddress(envelope(mail.replyTo()))});
        }
        message.setSubject(mail.subject(), UTF_8);
        if (mail.html() == null) {
            message.setText(mail.text(), UTF_8);
        } else {
            message.setContent(either(mail.text(), mail.html()));
        }
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.saveChanges();
        message.setHeader("Message-ID", mail.messageId());
        return message;
    }

    /** Readers show the last that they can. */
    private static MimeMultipart either(String text, String html) throws MessagingException {
        var plain = new MimeBodyPart();
        plain.setText(text, UTF_8);
        var rich = new MimeBodyPart();
        rich.setText(html, UTF_8, "html");
        return new MimeMultipart("alternative", plain, rich);
    }

    private static String envelope(String address) {
        return MailAddress.of(address).map(MailAddress::envelope).orElse(address);
    }

    private InternetAddress from(@Nullable String name) throws IOException {
        return new InternetAddress(sender.address(), name, UTF_8);
    }
}
