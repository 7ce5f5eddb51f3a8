package app.retour.tenants.tenancy;

import app.retour.kernel.TenantId;
import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;

/** Carries the tenant onto the threads that GraphQL handlers run on. Found as a service, hence public. */
public final class TenantContextAccessor implements ThreadLocalAccessor<TenantId> {
    @Override
    public Object key() {
        return TenantContext.class.getName();
    }

    @Override
    public @Nullable TenantId getValue() {
        return TenantContext.find().orElse(null);
    }

    @Override
    public void setValue(TenantId tenant) {
        TenantContext.bind(tenant);
    }

    @Override
    public void setValue() {
        TenantContext.bind(null);
    }
}
