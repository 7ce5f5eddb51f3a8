package app.retour.mail.queue;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A queue that every replica has a worker for, a thread of its own, so that no queue waits for another's server: a bean. */
public interface MailQueue {
    /** Of the thread. */
    String name();

    /** False: nothing is sent by this replica. */
    boolean isEnabled();

    /** The pause between looks while nobody wakes the worker. */
    Duration pollEvery();

    /** How long a replica that stops waits for the mail that is under way. */
    Duration longestMail();

    WakeUp wakeUp();

    /** Closes the line to the mail server unless it was needed within that time. */
    void hangUp(Duration idleFor);

    /**
     * Sends some of what is due.
     *
     * @param goOn asked before each batch
     * @return whether there may be more to do at once
     */
    boolean dispatch(BooleanSupplier goOn);
}
