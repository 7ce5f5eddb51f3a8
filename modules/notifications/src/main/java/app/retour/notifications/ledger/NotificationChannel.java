package app.retour.notifications.ledger;

/** How a message travels. */
public enum NotificationChannel {
    EMAIL
}
