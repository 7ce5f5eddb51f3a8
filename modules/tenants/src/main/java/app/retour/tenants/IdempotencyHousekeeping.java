package app.retour.tenants;

import app.retour.api.Idempotency;
import app.retour.tenants.jobs.RecurringJob;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Forgets idempotency keys after seven days, merchant by merchant; then a repeated call is a new one. */
@Component
class IdempotencyHousekeeping implements RecurringJob {
    static final Duration KEPT = Duration.ofDays(7);
    private final Tenants tenants;
    private final Idempotency keys;
    private final Clock clock;

    IdempotencyHousekeeping(Tenants tenants, Idempotency keys, Clock clock) {
        this.tenants = tenants;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "tenants-forget-idempotency-keys";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        var before = clock.instant().minus(KEPT);
        tenants.all().forEach(tenant -> TenantContext.runAs(tenant, () -> keys.forget(tenant, before)));
    }
}
