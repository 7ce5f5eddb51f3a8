package app.retour.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Who or what caused a change. The id is opaque (a person, an API client); it never holds a name or an address.
 *
 * @param id of the person or client; null where the kind says all
 */
public record Actor(Kind kind, @Nullable String id) {
    /** What sort of hand moved it. */
    public enum Kind {
        STAFF,
        SHOPPER,
        INTEGRATOR,
        POLICY,
        CARRIER,
        WAREHOUSE,
        CLOCK,
        SYSTEM
    }

    public static Actor of(Kind kind) {
        return new Actor(kind, null);
    }

    public static Actor policy() {
        return of(Kind.POLICY);
    }

    public static Actor carrier() {
        return of(Kind.CARRIER);
    }

    public static Actor clock() {
        return of(Kind.CLOCK);
    }

    public static Actor system() {
        return of(Kind.SYSTEM);
    }
}
