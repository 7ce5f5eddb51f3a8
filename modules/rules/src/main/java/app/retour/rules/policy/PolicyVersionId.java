package app.retour.rules.policy;

import java.util.UUID;

/** Names one published, immutable policy. */
public record PolicyVersionId(UUID value) {}
