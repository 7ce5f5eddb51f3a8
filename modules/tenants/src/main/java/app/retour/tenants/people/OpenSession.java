package app.retour.tenants.people;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody signed in somewhere.
 *
 * @param id to end it by; nothing to sign in with
 * @param device in words, for example {@code Firefox on Windows}
 * @param lastSeenAt to the hour
 */
public record OpenSession(UUID id, String device, Instant signedInAt, Instant lastSeenAt) {}
