package app.retour.mail.smtp;

import app.retour.api.OutsideTransactions;
import app.retour.kernel.MailAddress;
import app.retour.mail.MailTransport;
import app.retour.mail.SenderAddress;
import app.retour.mail.journal.MailJournal;
import app.retour.mail.journal.MayEnd;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** SMTP by {@code spring.mail.*}; every wait is bounded, so that a lease outlives it. */
@Component
class SmtpTransport implements MailTransport {
    private static final Map<String, String> BOUNDS =
            Map.of("connectiontimeout", "10000", "timeout", "30000", "writetimeout", "30000", "sendpartial", "false");
    private static final String STREAMS = "jakarta.mail.util.StreamProvider";
    private static final Duration A_MOMENT = Duration.ofMillis(200);
    private final ObjectProvider<JavaMailSenderImpl> configured;
    private final AskingSmtp.Messages messages;
    private final MailJournal journal;

    /** The library looks for its providers through the whole class path whenever it makes one. There are two. */
    private final Map<Properties, Session> sessions = new ConcurrentHashMap<>();

    /*
     * Else the library looks for the one that there is through the whole class path, for every part of a mail that is made and
     * again when it is written: eight times a mail (Jakarta Mail 2.1.5).
     */
    static {
        if (System.getProperty(STREAMS) == null) {
            System.setProperty(STREAMS, MailStreamProvider.class.getName());
        }
    }

    SmtpTransport(
            ObjectProvider<JavaMailSenderImpl> configured, SenderAddress sender, Clock clock, MailJournal journal) {
        this.configured = configured;
        this.messages = new AskingSmtp.Messages(sender, clock);
        this.journal = journal;
    }

    @Override
    public boolean isConfigured() {
        return configured.getIfAvailable() != null;
    }

    @Override
    public Line open() throws IOException {
        var server = configured.getIfAvailable();
        if (server == null) {
            throw new IOException("No mail server is configured (spring.mail.host)");
        }
        var protocol = server.getProtocol() == null ? "smtp" : server.getProtocol();
        var properties = new Properties();
        properties.putAll(server.getJavaMailProperties());
        BOUNDS.forEach((name, value) -> properties.putIfAbsent("mail.%s.%s".formatted(protocol, name), value));
        if (server.getUsername() != null) {
            properties.putIfAbsent("mail.%s.auth".formatted(protocol), "true");
        }
        try {
            Opening again = () -> connection(server, protocol, properties);
            return new SmtpLine(again.open(), again, () -> {
                var speaking = new Properties();
                speaking.putAll(properties);
                speaking.put("mail.mime.allowutf8", "true");
                return connection(server, protocol, speaking);
            });
        } catch (MessagingException unreachable) {
            throw new IOException("The mail server cannot be reached: " + said(unreachable), unreachable);
        }
    }

    private Connection connection(JavaMailSenderImpl server, String protocol, Properties properties)
            throws MessagingException {
        var session = sessions.computeIfAbsent(properties, Session::getInstance);
        var transport = new AskingSmtp(session, protocol, journal);
        transport.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
        return new Connection(session, transport);
    }

    private record Connection(Session session, AskingSmtp transport) {}

    private interface Opening {
        Connection open() throws MessagingException;
    }

    private static String said(Exception problem) {
        var message = String.valueOf(problem.getMessage()).strip().replaceAll("\\s+", " ");
        return message.length() > 300 ? message.substring(0, 300) + "…" : message;
    }

    /** It names no person. */
    private static String kind(Exception problem) {
        return problem.getClass().getSimpleName();
    }

    private final class SmtpLine implements Line {
        private Connection usual;
        private final Opening again;
        private final Opening letters;

        /** @param letters opens a line on which addresses may hold letters outside ASCII before the {@code @} */
        SmtpLine(Connection usual, Opening again, Opening letters) {
            this.usual = usual;
            this.again = again;
            this.letters = letters;
        }

        /** One that took a mail a moment ago is not asked again. */
        @Override
        public boolean isOpen() {
            return usual.transport.hasTakenWithin(A_MOMENT) || usual.transport.isConnected();
        }

        @Override
        public Outcome handOver(Mail mail, MayEnd mayEnd) {
            OutsideTransactions.require("Handing over a mail");
            var to = MailAddress.of(mail.to());
            if (to.isEmpty()) {
                return new Outcome.Refused("The mail cannot be made: its address is none");
            }
            if (!to.get().needsSmtpUtf8()) {
                return overTheUsual(mail, to.get(), mayEnd);
            }
            if (!usual.transport.supportsExtension("SMTPUTF8")) {
                return new Outcome.Refused(
                        "The address has letters outside a–z before the @, and the mail server takes none of those"
                                + " (it lacks SMTPUTF8). Ask for another address");
            }
            try {
                var line = letters.open();
                try (var transport = line.transport) {
                    return handOver(mail, to.get(), line, mayEnd);
                }
            } catch (MessagingException unreachable) {
                return new Outcome.Postponed("The mail server cannot be reached: " + said(unreachable));
            }
        }

        /** A server may take only so many mails over one line: one that finds it ended, unasked, is told over another. */
        private Outcome overTheUsual(Mail mail, MailAddress address, MayEnd mayEnd) {
            var isUnasked = usual.transport.hasTakenWithin(A_MOMENT);
            var outcome = handOver(mail, address, usual, mayEnd);
            if (isUnasked && outcome instanceof Outcome.Postponed && usual.transport.hasBrokenEarly()) {
                try {
                    usual = again.open();
                    return handOver(mail, address, usual, mayEnd);
                } catch (MessagingException unreachable) {
                    return outcome;
                }
            }
            return outcome;
        }

        /**
         * Angus Mail 2.0.5 (seen 2026-11-29) writes one Latin-1 byte a letter into the envelope unless told otherwise,
         * even to a server that knows SMTPUTF8; so it is given ASCII, or a session that was told.
         */
        private Outcome handOver(Mail mail, MailAddress address, Connection line, MayEnd mayEnd) {
            MimeMessage message;
            Address[] to;
            try {
                to = InternetAddress.parse(address.envelope(), false);
                message = messages.of(mail, to[0], line.session);
            } catch (MessagingException | IOException unfit) {
                return new Outcome.Refused(
                        "The mail cannot be made: " + said(unfit), "The mail cannot be made: " + kind(unfit));
            }
            var transport = line.transport;
            try {
                transport.send(message, to, mayEnd);
                return new Outcome.Accepted(
                        transport.getLastServerResponse() != null
                                ? "The mail server took it: "
                                        + transport.getLastServerResponse().strip()
                                : "The mail server took it");
            } catch (MessagingException problem) {
                return outcomeOf(problem, transport.howFar());
            }
        }

        private Outcome outcomeOf(MessagingException problem, AskingSmtp.HowFar howFar) {
            for (Exception each = problem; each != null; each = next(each)) {
                var code = switch (each) {
                    case SMTPAddressFailedException address -> address.getReturnCode();
                    case SMTPSenderFailedException sender -> sender.getReturnCode();
                    case SMTPSendFailedException send -> send.getReturnCode();
                    case AddressException _ -> 553;
                    default -> -1;
                };
                if (code >= 500) {
                    return new Outcome.Refused(
                            "The mail server refused it: " + said(each), "The mail server refused it: " + code);
                }
                if (code >= 400) {
                    return new Outcome.Postponed(
                            "The mail server cannot take it now: " + said(each),
                            "The mail server cannot take it now: " + code);
                }
            }
            return switch (howFar) {
                case NOT_WHOLE ->
                    new Outcome.Postponed(
                            "The line broke before the mail server had it whole: " + said(problem),
                            "The line broke before the mail server had it whole: " + kind(problem));
                case NOT_WANTED -> new Outcome.NotEnded();
                case WHOLE ->
                    new Outcome.Unknown(
                            "Unknown whether it was sent: the line broke before the mail server's answer ("
                                    + said(problem) + "). It is not sent again by itself",
                            "Unknown whether it was sent: the line broke before the mail server's answer: "
                                    + kind(problem));
            };
        }

        private static @Nullable Exception next(Exception each) {
            return each instanceof MessagingException chained ? chained.getNextException() : null;
        }

        @Override
        public void close() {
            try {
                usual.transport.close();
            } catch (MessagingException alreadyGone) {
                // Everything it was told is settled; nothing hangs on a polite goodbye.
            }
        }
    }
}
