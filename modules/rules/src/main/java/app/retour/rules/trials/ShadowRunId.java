package app.retour.rules.trials;

import java.util.UUID;

/** Names one run of a draft beside the live policy. */
public record ShadowRunId(UUID value) {}
