package app.retour.rules;

import java.util.UUID;

/** Names one stored decision. */
public record DecisionId(UUID value) {}
