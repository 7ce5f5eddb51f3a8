package app.retour.notifications;

import app.retour.api.OutsideTransactions;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** SMTP by {@code spring.mail.*}; every wait is bounded, so that a lease outlives it. */
@Component
class SmtpTransport implements MailTransport {
    private static final Map<String, String> BOUNDS =
            Map.of("connectiontimeout", "10000", "timeout", "30000", "writetimeout", "30000", "sendpartial", "false");
    private final ObjectProvider<JavaMailSenderImpl> configured;
    private final SenderAddress sender;
    private final Clock clock;

    SmtpTransport(ObjectProvider<JavaMailSenderImpl> configured, SenderAddress sender, Clock clock) {
        this.configured = configured;
        this.sender = sender;
        this.clock = clock;
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
        var session = Session.getInstance(properties);
        try {
            var transport = session.getTransport(protocol);
            transport.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
            return new SmtpLine(session, transport);
        } catch (MessagingException unreachable) {
            throw new IOException("The mail server cannot be reached: " + said(unreachable), unreachable);
        }
    }

    private static String said(Exception problem) {
        var message = String.valueOf(problem.getMessage()).strip().replaceAll("\\s+", " ");
        return message.length() > 300 ? message.substring(0, 300) + "…" : message;
    }

    private final class SmtpLine implements Line {
        private final Session session;
        private final Transport transport;

        SmtpLine(Session session, Transport transport) {
            this.session = session;
            this.transport = transport;
        }

        @Override
        public boolean isOpen() {
            return transport.isConnected();
        }

        @Override
        public Outcome handOver(Mail mail) {
            OutsideTransactions.require("Handing over a mail");
            MimeMessage message;
            Address[] to;
            try {
                to = InternetAddress.parse(mail.to(), true);
                message = asMessage(mail);
            } catch (MessagingException | IOException unfit) {
                return new Outcome.Refused("The mail cannot be made: " + said(unfit));
            }
            try {
                transport.sendMessage(message, to);
                return new Outcome.Accepted(
                        transport instanceof SMTPTransport smtp && smtp.getLastServerResponse() != null
                                ? "The mail server took it: "
                                        + smtp.getLastServerResponse().strip()
                                : "The mail server took it");
            } catch (MessagingException problem) {
                return outcomeOf(problem);
            }
        }

        private Outcome outcomeOf(MessagingException problem) {
            for (Exception each = problem; each != null; each = next(each)) {
                var code = switch (each) {
                    case SMTPAddressFailedException address -> address.getReturnCode();
                    case SMTPSenderFailedException sender -> sender.getReturnCode();
                    case SMTPSendFailedException send -> send.getReturnCode();
                    case AddressException _ -> 553;
                    default -> -1;
                };
                if (code >= 500) {
                    return new Outcome.Refused("The mail server refused it: " + said(each));
                }
                if (code >= 400) {
                    return new Outcome.Postponed("The mail server cannot take it now: " + said(each));
                }
            }
            return new Outcome.Unknown("Unknown whether it was sent: the line broke while it was handed over ("
                    + said(problem) + "). It is not sent again by itself; a person may");
        }

        private static @Nullable Exception next(Exception each) {
            return each instanceof MessagingException chained ? chained.getNextException() : null;
        }

        private MimeMessage asMessage(Mail mail) throws MessagingException, IOException {
            var message = new MimeMessage(session);
            var helper = new MimeMessageHelper(
                    message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
            helper.setFrom(sender.address(), mail.fromName());
            helper.setTo(mail.to());
            if (mail.replyTo() != null) {
                helper.setReplyTo(mail.replyTo());
            }
            helper.setSubject(mail.subject());
            helper.setText(mail.text(), mail.html());
            helper.setSentDate(Date.from(clock.instant()));
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("X-Auto-Response-Suppress", "All");
            message.saveChanges();
            message.setHeader("Message-ID", mail.messageId());
            return message;
        }

        @Override
        public void close() {
            try {
                transport.close();
            } catch (MessagingException alreadyGone) {
                // Everything it was told is settled; nothing hangs on a polite goodbye.
            }
        }
    }
}
