package app.retour.notifications.ledger;

/** How many messages wait or failed. */
public record NotificationCounts(int waiting, int failed, int oldestDueSeconds) {}
