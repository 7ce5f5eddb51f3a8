package app.retour.journeys;

import static org.awaitility.Awaitility.await;

import app.retour.app.security.StartedApplication;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** What arrived at one address, oldest first. */
record Letterbox(String address) {
    /** Mail as a person reads it. */
    record Mail(String subject, String text, String html) {}

    List<Mail> all() {
        return Arrays.stream(StartedApplication.Mail.inbox().getReceivedMessages())
                .filter(this::isMine)
                .map(Letterbox::read)
                .toList();
    }

    List<String> subjects() {
        return all().stream().map(Mail::subject).toList();
    }

    /** Waits for a mail whose subject contains this. */
    Mail awaitMail(String subject) {
        return await().atMost(Duration.ofMinutes(3))
                .until(
                        () -> all().stream()
                                .filter(mail -> mail.subject().contains(subject))
                                .toList(),
                        found -> !found.isEmpty())
                .getLast();
    }

    private boolean isMine(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString().equals(address);
        } catch (MessagingException broken) {
            throw new AssertionError(broken);
        }
    }

    private static Mail read(MimeMessage message) {
        try {
            return new Mail(message.getSubject(), part(message, "text/plain"), part(message, "text/html"));
        } catch (MessagingException | IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        var found = new StringBuilder();
        if (part.getContent() instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                found.append(part(parts.getBodyPart(i), type));
            }
        }
        return found.toString();
    }
}
