package app.retour.tenants.people;

import app.retour.tenants.clients.Scopes;
import java.util.Set;

/** What a member of staff may do: a set of scopes. */
public enum StaffRole {
    OWNER(Scopes.ALL),
    AGENT(Scopes.readingAnd(
            "orders:write",
            "returns:write",
            "returns:decide",
            "refunds:write",
            "tracking:write",
            "messages:write",
            "receive:write")),
    WAREHOUSE(Set.of("returns:read", "tracking:read", "orders:read", "receive:write", "tenant:read")),
    VIEWER(Scopes.readingAnd());

    private final Set<String> scopes;

    StaffRole(Set<String> scopes) {
        this.scopes = scopes;
    }

    public Set<String> scopes() {
        return scopes;
    }
}
