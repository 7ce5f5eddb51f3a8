package app.retour.tenants.graphql;

import app.retour.api.GlobalId;
import app.retour.tenants.Person;
import app.retour.tenants.StaffRole;
import app.retour.tenants.Tenant;
import java.util.List;
import java.util.UUID;

/** The signed-in person as the schema shows her. */
record Viewer(Person person, StaffRole role, List<String> scopes, Tenant tenant, List<ViewerMembership> memberships) {
    String id() {
        return GlobalId.of("Person", person.id());
    }

    String email() {
        return person.email();
    }

    String name() {
        return person.name();
    }

    boolean totpEnabled() {
        return person.totpEnabled();
    }

    /** Another merchant she works for, or this one. */
    record ViewerMembership(UUID tenant, String name, String slug, StaffRole role, boolean current) {
        String tenantId() {
            return GlobalId.of("Tenant", tenant);
        }
    }
}
