package app.retour.notifications.moments;

/** Who reads a message. */
public enum NotificationAudience {
    SHOPPER,
    /** The merchant's team inbox. */
    TEAM,
    /** One member of staff, who asked for a test. */
    STAFF
}
