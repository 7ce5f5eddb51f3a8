package app.retour.notifications;

import java.util.UUID;

/** Names one message of the ledger. */
public record NotificationId(UUID value) {}
