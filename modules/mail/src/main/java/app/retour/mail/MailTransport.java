package app.retour.mail;

import app.retour.api.OutboundPort;
import app.retour.mail.journal.MayEnd;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A way to a mail server. Opening it tells the server of no message; only {@link Line#handOver} does. */
@OutboundPort
public interface MailTransport {
    /** False while no server is named: nothing can leave then. */
    boolean isConfigured();

    /**
     * @throws IOException when the server cannot be reached now; trying later may help. It says so in words that name no
     *     person
     */
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
     * @param fromName the merchant's name; null for Retour's own
     * @param html null for a mail of plain text
     * @param messageId with angle brackets; the same for every try
     */
    record Mail(
            @Nullable String fromName,
            @Nullable String replyTo,
            String to,
            String subject,
            String text,
            @Nullable String html,
            String messageId) {}

    /**
     * What the server said. The answers are its own words, which may name the recipient; the reasons name no person, so they
     * may stand in logs.
     */
    sealed interface Outcome {
        record Accepted(String answer) implements Outcome {}

        /** Not now (4xx), or the line broke before the server had all of it: try later. */
        record Postponed(String answer, String reason) implements Outcome {
            /** In words that name nobody. */
            public Postponed(String reason) {
                this(reason, reason);
            }
        }

        /** Never (5xx), or the mail cannot be made. */
        record Refused(String answer, String reason) implements Outcome {
            /** In words that name nobody. */
            public Refused(String reason) {
                this(reason, reason);
            }
        }

        /** The line broke between the end of the mail and the server's answer: it may or may not have it. */
        record Unknown(String answer, String reason) implements Outcome {
            /** In words that name nobody. */
            public Unknown(String reason) {
                this(reason, reason);
            }
        }

        /** It was not to be ended any more, so the server does not have it. */
        record NotEnded() implements Outcome {}
    }
}
