package app.retour.tenants.tenancy;

import app.retour.kernel.TenantId;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The tenant of the moment, of this thread. Bind it before a transaction begins; the transaction keeps the tenant it
 * began with. Follows requests onto the threads of GraphQL handlers.
 */
public final class TenantContext {
    private static final ThreadLocal<@Nullable TenantId> BOUND = new ThreadLocal<>();

    private TenantContext() {}

    /** @throws IllegalStateException when no tenant is bound */
    public static TenantId current() {
        return find().orElseThrow(() -> new IllegalStateException("No tenant is bound to this thread"));
    }

    public static Optional<TenantId> find() {
        return Optional.ofNullable(BOUND.get());
    }

    /**
     * Does something as a tenant, then returns to the one before.
     *
     * @throws IllegalStateException inside a transaction that began with another tenant, or with none
     */
    public static <T> T callAs(TenantId tenant, Supplier<T> action) {
        var before = BOUND.get();
        if (!tenant.equals(before) && TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A running transaction cannot change its tenant");
        }
        bind(tenant);
        try {
            return action.get();
        } finally {
            bind(before);
        }
    }

    public static void runAs(TenantId tenant, Runnable action) {
        callAs(tenant, () -> {
            action.run();
            return true;
        });
    }

    static void bind(@Nullable TenantId tenant) {
        if (tenant == null) {
            BOUND.remove();
        } else {
            BOUND.set(tenant);
        }
    }
}
