package app.retour.tenants;

import app.retour.api.OutboundPort;

/** The way of mails about accounts to a mail server. */
@OutboundPort
interface AccountMailTransport {
    /** False while no server is configured: mails wait then. */
    boolean isReady();

    Outcome handOver(Letter letter);

    /** @param messageId with angle brackets; the same for every try */
    record Letter(String to, String subject, String text, String messageId) {}

    /** What became of it; the reasons name no person. */
    sealed interface Outcome {
        record Accepted() implements Outcome {}

        /** The server was not reached, or said not now (4xx): it does not have the mail. */
        record Postponed(String why) implements Outcome {}

        /** Never (5xx), or the mail cannot be made. */
        record Refused(String why) implements Outcome {}

        /** The line broke before the server's answer: it may or may not have it. */
        record Unknown(String why) implements Outcome {}
    }
}
