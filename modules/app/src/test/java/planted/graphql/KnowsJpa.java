package planted.graphql;

import jakarta.persistence.EntityManager;

/** A controller with a hand on the entities. */
public record KnowsJpa(EntityManager entities) {}
