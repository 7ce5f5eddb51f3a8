package app.retour.tenants.graphql;

import app.retour.api.GlobalId;
import app.retour.tenants.Tenant;
import app.retour.tenants.people.Person;
import app.retour.tenants.people.StaffRole;
import java.util.List;
import java.util.UUID;

/** The signed-in person as the schema shows them. */
record Viewer(Person person, StaffRole role, List<String> scopes, Tenant tenant, List<ViewerMembership> memberships) {
    public String id() {
        return GlobalId.of("Person", person.id());
    }

    public String email() {
        return person.email();
    }

    public String name() {
        return person.name();
    }

    public boolean totpEnabled() {
        return person.totpEnabled();
    }

    /** Another merchant they work for, or this one. */
    record ViewerMembership(UUID tenant, String name, String slug, StaffRole role, boolean current) {
        public String tenantId() {
            return GlobalId.of("Tenant", tenant);
        }
    }
}
