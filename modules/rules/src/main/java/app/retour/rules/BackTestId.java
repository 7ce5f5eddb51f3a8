package app.retour.rules;

import java.util.UUID;

/** Names one try of a draft on past decisions. */
public record BackTestId(UUID value) {}
