package app.retour.rules.publishing;

import java.util.UUID;

/** Names an example that must hold. */
public record ExampleId(UUID value) {}
