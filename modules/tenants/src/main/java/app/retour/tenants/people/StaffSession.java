package app.retour.tenants.people;

import app.retour.kernel.TenantId;
import java.util.UUID;

/**
 * What a signed-in person is, here and now.
 *
 * @param epoch stored with the session; a session of an earlier epoch is over
 */
public record StaffSession(UUID person, TenantId tenant, StaffRole role, int epoch) {}
