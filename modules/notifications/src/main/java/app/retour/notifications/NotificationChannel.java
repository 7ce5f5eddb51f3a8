package app.retour.notifications;

/** How a message travels. */
public enum NotificationChannel {
    EMAIL
}
