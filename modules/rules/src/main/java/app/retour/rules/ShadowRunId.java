package app.retour.rules;

import java.util.UUID;

/** Names one run of a draft beside the live policy. */
public record ShadowRunId(UUID value) {}
