package app.retour.notifications.ledger;

import java.util.UUID;

/** Names one message of the ledger. */
public record NotificationId(UUID value) {}
