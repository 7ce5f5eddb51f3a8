package app.retour.tenants.people;

import java.time.Instant;
import java.util.UUID;

/** An open invitation to the team. */
public record Invitation(UUID id, String email, StaffRole role, Instant invitedAt, Instant expiresAt) {}
