package app.retour.notifications;

/** Where a message stands. Only {@link #SENT} says that the mail server took it. */
public enum NotificationState {
    QUEUED,
    /** Taken by a worker that has not yet told the mail server of it; taken again when its lease runs out. */
    CLAIMED,
    /** Being told to the mail server. Found after a crash, its outcome is unknown and a person decides. */
    HANDING_OVER,
    SENT,
    FAILED,
    SKIPPED
}
