package app.retour.api;

import app.retour.kernel.Actor;
import app.retour.kernel.TenantId;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/**
 * Who is asking.
 *
 * @param tenant for whom; null before a tenant is known
 * @param subject the person (STAFF) or the API client (INTEGRATOR)
 * @param scopes what STAFF and INTEGRATOR may do; a shopper's say what they proved
 * @param order the one order of a SHOPPER's session
 */
public record Caller(
        Kind kind,
        @Nullable TenantId tenant,
        @Nullable UUID subject,
        Set<String> scopes,
        @Nullable UUID order) {
    /** The kinds of caller, the audiences of the schema. */
    public enum Kind {
        STAFF,
        INTEGRATOR,
        SHOPPER,
        ANONYMOUS
    }

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    public static Caller staff(TenantId tenant, UUID person, Set<String> scopes) {
        return new Caller(Kind.STAFF, tenant, person, scopes, null);
    }

    public static Caller integrator(TenantId tenant, UUID client, Set<String> scopes) {
        return new Caller(Kind.INTEGRATOR, tenant, client, scopes, null);
    }

    public static Caller shopper(TenantId tenant, UUID order, Set<String> proofs) {
        return new Caller(Kind.SHOPPER, tenant, null, proofs, order);
    }

    public static Caller anonymous(@Nullable TenantId tenant) {
        return new Caller(Kind.ANONYMOUS, tenant, null, Set.of(), null);
    }

    /** The caller of this thread's request; anonymous when nobody signed in. */
    public static Caller current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication known
                ? known.caller()
                : anonymous(null);
    }

    /** Does something as this caller, then returns to the one before. Binds no tenant. */
    public <T> T call(Supplier<T> action) {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(new CallerAuthentication(this)));
        try {
            return action.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    public boolean is(Kind asked) {
        return kind == asked;
    }

    public boolean holds(String scope) {
        return scopes.contains(scope);
    }

    /** Whether this caller may see what hangs on an order: staff and integrators any, a shopper their own. */
    public boolean mayTouchOrder(UUID asked) {
        return switch (kind) {
            case STAFF, INTEGRATOR -> true;
            case SHOPPER -> asked.equals(order);
            case ANONYMOUS -> false;
        };
    }

    public TenantId requireTenant() {
        if (tenant == null) {
            throw new IllegalStateException("This needs a tenant, and the caller has none");
        }
        return tenant;
    }

    public Actor actor() {
        return switch (kind) {
            case STAFF -> new Actor(Actor.Kind.STAFF, String.valueOf(subject));
            case INTEGRATOR -> new Actor(Actor.Kind.INTEGRATOR, String.valueOf(subject));
            case SHOPPER -> Actor.of(Actor.Kind.SHOPPER);
            case ANONYMOUS -> Actor.system();
        };
    }

    /** A key that is the same for all requests of this caller and no other's; for idempotency and throttling. */
    String key() {
        return switch (kind) {
            case STAFF, INTEGRATOR -> kind + ":" + subject;
            case SHOPPER -> kind + ":" + order;
            case ANONYMOUS -> kind.name();
        };
    }
}
