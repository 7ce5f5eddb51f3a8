package app.retour.notifications.smtp;

import app.retour.api.OutboundPort;
import app.retour.tenants.mailjournal.MayEnd;
import java.io.IOException;

/** A way to a mail server. Opening it tells the server of no message; only {@link Line#handOver} does. */
@OutboundPort
public interface MailTransport {
    /** @throws IOException when the server cannot be reached now; trying later may help */
    Line open() throws IOException;

    /** An open line. Never used inside a transaction. */
    interface Line extends AutoCloseable {
        /** Whether the server still answers. */
        boolean isOpen();

        /**
         * @param mayEnd asked once all but the end of the mail is said, and told by it to go on: from then on the server may
         *     have the mail, before that it has not
         */
        Outcome handOver(Mail mail, MayEnd mayEnd);

        @Override
        void close();
    }

    /**
     * One mail.
     *
     * @param fromName the merchant's name
     * @param messageId with angle brackets; the same for every try
     */
    record Mail(
            String fromName,
            @org.jspecify.annotations.Nullable String replyTo,
            String to,
            String subject,
            String text,
            String html,
            String messageId) {}

    /** What the server said. */
    sealed interface Outcome {
        record Accepted(String answer) implements Outcome {}

        /** Not now (4xx), or the line broke before the server had all of it: try later. */
        record Postponed(String answer) implements Outcome {}

        /** Never (5xx), or the mail cannot be made. */
        record Refused(String answer) implements Outcome {}

        /** The line broke between the end of the mail and the server's answer: it may or may not have it. */
        record Unknown(String answer) implements Outcome {}

        /** It was not to be ended any more, so the server does not have it. */
        record NotEnded() implements Outcome {}
    }
}
