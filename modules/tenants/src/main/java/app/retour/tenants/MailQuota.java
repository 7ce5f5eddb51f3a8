package app.retour.tenants;

/** Told by who sends merchants' messages: how many mails may leave in the name of the tenant of the moment. */
public interface MailQuota {
    /**
     * Takes one mail of it. Not inside a transaction, as with {@link Throttle}.
     *
     * @return false when none is left for now
     */
    boolean tryTake();
}
