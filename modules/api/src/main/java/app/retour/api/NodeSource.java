package app.retour.api;

import java.util.Optional;
import java.util.UUID;

/** Finds the nodes of one schema type for {@code node(id)}. */
public interface NodeSource {
    /** The schema type's name. */
    String type();

    /** The node for the caller of the moment: of their tenant, and for a shopper of their order; else empty. */
    Optional<?> find(UUID id);
}
