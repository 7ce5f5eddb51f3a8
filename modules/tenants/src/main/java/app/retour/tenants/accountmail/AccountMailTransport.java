package app.retour.tenants.accountmail;

import app.retour.api.OutboundPort;
import app.retour.tenants.mailjournal.MayEnd;

/** The way of mails about accounts to a mail server. */
@OutboundPort
public interface AccountMailTransport {
    /** False while no server is configured: mails wait then. */
    boolean isReady();

    /**
     * @param mayEnd asked once all but the end of the mail is said, and told by it to go on: from then on the server may have
     *     the mail, before that it has not
     */
    Outcome handOver(Letter letter, MayEnd mayEnd);

    /** @param messageId with angle brackets; the same for every try */
    record Letter(String to, String subject, String text, String messageId) {}

    /** What became of it; the reasons name no person. */
    sealed interface Outcome {
        record Accepted() implements Outcome {}

        /** The server was not reached, did not hear the end, or said not now (4xx): it does not have the mail. */
        record Postponed(String why) implements Outcome {}

        /** Never (5xx), or the mail cannot be made. */
        record Refused(String why) implements Outcome {}

        /** The line broke between the end of the mail and the server's answer: it may or may not have it. */
        record Unknown(String why) implements Outcome {}

        /** It was not to be ended any more, so the server does not have it. */
        record NotEnded() implements Outcome {}
    }
}
