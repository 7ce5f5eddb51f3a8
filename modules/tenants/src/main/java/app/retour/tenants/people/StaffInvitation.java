package app.retour.tenants.people;

import app.retour.tenants.tenancy.TenantOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An offer to join the team; good for seven days, once. */
@Entity
@Table(schema = "tenants", name = "invitation")
class StaffInvitation extends TenantOwned {
    static final Duration LIFETIME = Duration.ofDays(7);
    private String email;

    @Enumerated(EnumType.STRING)
    private StaffRole role;

    private Instant invitedAt;
    private Instant expiresAt;
    private @Nullable Instant acceptedAt;
    private @Nullable Instant revokedAt;

    protected StaffInvitation() {}

    StaffInvitation(String email, StaffRole role, Instant now) {
        this.email = email;
        this.role = role;
        this.invitedAt = now;
        this.expiresAt = now.plus(LIFETIME);
    }

    String email() {
        return email;
    }

    StaffRole role() {
        return role;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    boolean isOpenAt(Instant now) {
        return acceptedAt == null && revokedAt == null && now.isBefore(expiresAt);
    }

    void accept(Instant now) {
        acceptedAt = now;
    }

    void revoke(Instant now) {
        revokedAt = now;
    }

    Invitation snapshot() {
        return new Invitation(id(), email, role, invitedAt, expiresAt);
    }
}
