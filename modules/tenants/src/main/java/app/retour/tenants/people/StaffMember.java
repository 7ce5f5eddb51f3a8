package app.retour.tenants.people;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who works for the merchant.
 *
 * @param id of the membership
 * @param person opaque; the same at every merchant
 */
public record StaffMember(
        UUID id, UUID person, String name, String email, StaffRole role, boolean totpEnabled, Instant since) {}
