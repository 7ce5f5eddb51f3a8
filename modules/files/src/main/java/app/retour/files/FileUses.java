package app.retour.files;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Knows what files are for: a bean of each module that holds on to some. What nobody uses goes. */
public interface FileUses {
    /** Those of these that are still needed, of the tenant of the moment, inside a transaction. */
    Set<UUID> usedAmong(Collection<UUID> files);
}
