package app.retour.tenants.people;

import app.retour.tenants.tenancy.TenantOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That a person works for this merchant, and as what. */
@Entity
@Table(schema = "tenants", name = "membership")
class StaffMembership extends TenantOwned {
    private UUID personId;

    @Enumerated(EnumType.STRING)
    private StaffRole role;

    private Instant since;

    protected StaffMembership() {}

    StaffMembership(UUID person, StaffRole role, Instant now) {
        this.personId = person;
        this.role = role;
        this.since = now;
    }

    UUID person() {
        return personId;
    }

    StaffRole role() {
        return role;
    }

    void become(StaffRole other) {
        role = other;
    }

    StaffMember snapshot(PersonRecord person) {
        return new StaffMember(id(), personId, person.name(), person.email(), role, person.totpConfirmed(), since);
    }
}
