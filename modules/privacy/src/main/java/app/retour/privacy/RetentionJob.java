package app.retour.privacy;

import app.retour.kernel.TenantId;
import app.retour.tenants.Tenants;
import app.retour.tenants.jobs.RecurringJob;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes away at night what is kept no longer, merchant by merchant, once in each night of the merchant's calendar. Looks
 * every hour, so a night that was cut off goes on within one. A batch and its place in the report are one transaction.
 */
@Component
class RetentionJob implements RecurringJob {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);
    /** Of the merchant's clock: when few are at work. */
    private static final int HOUR = 2;
    /** A night that has more to do leaves it to the next one. */
    static final int MOST_BATCHES = 100;

    static final int BATCH = 200;
    private final Tenants tenants;
    private final Retention retention;
    private final ObjectProvider<NightlyRemoval> removals;
    private final TransactionTemplate transactions;
    private final Clock clock;

    RetentionJob(
            Tenants tenants,
            Retention retention,
            ObjectProvider<NightlyRemoval> removals,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.tenants = tenants;
        this.retention = retention;
        this.removals = removals;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "privacy.retention";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        for (var tenant : tenants.all()) {
            try {
                TenantContext.runAs(tenant, () -> night(tenant));
            } catch (RuntimeException one) {
                // Another merchant's night is none the worse for it.
                LOG.error("The night of tenant {} was cut off; it goes on in an hour", tenant, one);
            }
        }
    }

    private void night(TenantId tenant) {
        var now = clock.instant().atZone(tenants.current().zone());
        if (now.getHour() < HOUR || !retention.begin(now.toLocalDate())) {
            return;
        }
        var before = clock.instant().minus(Duration.ofDays(retention.daysAfterClose()));
        var broken = false;
        for (var removal : removals.orderedStream().toList()) {
            try {
                remove(removal, now.toLocalDate(), before);
            } catch (RuntimeException one) {
                broken = true;
                LOG.error("Of tenant {}, {} could not be taken away", tenant, removal.name(), one);
            }
        }
        if (!broken) {
            retention.end(now.toLocalDate());
        }
    }

    private void remove(NightlyRemoval removal, LocalDate night, Instant before) {
        var more = true;
        for (var batch = 0; more && batch < MOST_BATCHES; batch++) {
            more = Boolean.TRUE.equals(transactions.execute(_ -> {
                var removed = removal.remove(before, BATCH);
                retention.add(night, removed.counts());
                return removed.more();
            }));
        }
    }
}
