package app.retour.tenants.clients;

import org.jspecify.annotations.Nullable;

/** @param secret shown once; null when the client was made by an earlier call */
public record IssuedClient(ApiClient client, @Nullable String secret) {}
