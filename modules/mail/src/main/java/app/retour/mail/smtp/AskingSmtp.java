package app.retour.mail.smtp;

import app.retour.kernel.MailAddress;
import app.retour.mail.MailTransport.Mail;
import app.retour.mail.SenderAddress;
import app.retour.mail.journal.JournalEntry;
import app.retour.mail.journal.MailJournal;
import app.retour.mail.journal.MayEnd;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * SMTP that asks before it says the last dot of a mail. Until then no server has the mail, whatever breaks; from then on it
 * may have it, until it answers. So whoever is asked writes down that it may, and nothing that breaks earlier leaves a doubt;
 * and between that and the dot stands a line in the journal, for whoever finds this process killed.
 */
final class AskingSmtp extends SMTPTransport {
    private final MailJournal journal;
    private MayEnd mayEnd = _ -> true;
    private HowFar howFar = HowFar.NOT_WHOLE;
    private boolean isEnding;
    /** Whether it was asked if the last mail may end, whatever came of it. */
    private boolean hasAsked;
    /** When the last mail ended well, by {@link System#nanoTime}. */
    private long taken = Long.MIN_VALUE;

    private @Nullable JournalEntry entry;

    /** @param protocol smtp or smtps */
    AskingSmtp(Session session, String protocol, MailJournal journal) {
        super(session, new URLName(protocol, null, -1, null, null, null), protocol, protocol.equals("smtps"));
        this.journal = journal;
    }

    /** How far a mail came before the line broke, or before all went well. */
    enum HowFar {
        /** Its last dot was not said: the server does not have it. */
        NOT_WHOLE,
        /** Nor was it, since whoever was asked did not want it any more. */
        NOT_WANTED,
        /** The server may have it, and has it if it said so. */
        WHOLE
    }

    /**
     * Sends a mail.
     *
     * @param mayEnd asked once all but the last dot is said; false, or an exception, and the line is cut
     */
    synchronized void send(MimeMessage mail, Address[] to, MayEnd mayEnd) throws MessagingException {
        this.mayEnd = mayEnd;
        howFar = HowFar.NOT_WHOLE;
        isEnding = false;
        hasAsked = false;
        taken = Long.MIN_VALUE;
        sendMessage(mail, to);
        taken = System.nanoTime();
    }

    /** Whether the last mail ended well, and so long ago at most. */
    synchronized boolean hasTakenWithin(Duration time) {
        return taken != Long.MIN_VALUE && System.nanoTime() - taken < time.toNanos();
    }

    /** Whether the line is gone, and nobody was asked yet whether the last mail may end. */
    synchronized boolean hasBrokenEarly() {
        return !hasAsked && !isConnected();
    }

    /** Of the last mail. */
    synchronized HowFar howFar() {
        return howFar;
    }

    /** An exception of input or output makes the library cut the line: on one left open, the next mail would end this one. */
    @Override
    protected void finishData() throws IOException, MessagingException {
        boolean wanted;
        hasAsked = true;
        try {
            entry = journal.enter();
            wanted = mayEnd.isNoted(entry);
        } catch (RuntimeException broken) {
            throw new IOException("It could not be noted that the server may have the mail", broken);
        }
        if (!wanted) {
            howFar = HowFar.NOT_WANTED;
            throw new IOException("The mail is not to be sent any more");
        }
        isEnding = true;
        super.finishData();
    }

    /** Where the system does not take the last dot, nobody got it. */
    @Override
    protected void sendCommand(String command) throws MessagingException {
        if (isEnding) {
            enterTheEnd();
        }
        super.sendCommand(command);
        if (isEnding) {
            howFar = HowFar.WHOLE;
        }
    }

    /** Next to the dot: a kill between the two would leave a doubt about a mail that nobody has. */
    private void enterTheEnd() throws MessagingException {
        try {
            journal.end(entry);
            entry = null;
        } catch (IOException unwritable) {
            throw new MessagingException("The journal of mails cannot be written", unwritable);
        }
    }

    /** In one piece whatever is configured: of chunks the last would have to be held back. */
    @Override
    protected OutputStream bdat() throws MessagingException {
        return data();
    }

    @Override
    protected void finishBdat() throws IOException, MessagingException {
        finishData();
    }

    /**
     * Mails as they go over the line: a text, and the same once more in HTML where there is one. Spring's helper is for mails
     * with files: for each it reads from the class path how the names of files end, and wraps the texts in two parts more.
     */
    static final class Messages {
        private static final String UTF_8 = StandardCharsets.UTF_8.name();
        private final SenderAddress sender;
        private final Clock clock;

        Messages(SenderAddress sender, Clock clock) {
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
}
