package app.retour.tenants.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as stored; a person belongs to no tenant.
 *
 * @param epoch rises when password, role or membership changes; sessions of an earlier one are over
 */
public record PersonRecord(
        UUID id,
        String email,
        String name,
        String passwordHash,
        int epoch,
        byte @Nullable [] totpSeed,
        boolean totpConfirmed,
        @Nullable UUID lastTenant) {
    Person snapshot() {
        return new Person(id, email, name, totpConfirmed);
    }
}
