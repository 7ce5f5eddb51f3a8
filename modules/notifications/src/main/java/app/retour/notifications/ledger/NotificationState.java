package app.retour.notifications.ledger;

/** Where a message stands. Only {@link #SENT} says that the mail server took it. */
public enum NotificationState {
    QUEUED,
    /** Taken by a worker that has not yet told the mail server all of it; taken again when its lease runs out. */
    CLAIMED,
    /**
     * The mail server was told all of it and has not answered. Found after a crash, its outcome is unknown and a person decides,
     * unless the journal of the dead process says that the mail server was not told the end of it.
     */
    HANDING_OVER,
    SENT,
    FAILED,
    SKIPPED
}
