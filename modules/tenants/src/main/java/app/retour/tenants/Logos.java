package app.retour.tenants;

import java.util.UUID;

/** Knows the logos that were sent in; whoever keeps files answers. */
public interface Logos {
    /** Whether the tenant of the moment has such a file, and it is a logo. Asked inside a transaction. */
    boolean has(UUID file);
}
