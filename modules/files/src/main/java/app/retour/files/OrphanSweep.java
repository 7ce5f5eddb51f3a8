package app.retour.files;

import app.retour.tenants.jobs.RecurringJob;
import app.retour.tenants.tenancy.TenantContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Removes contents that have had no row for a day: what a crash or a rolled back transaction left behind. */
@Component
class OrphanSweep implements RecurringJob {
    private static final Logger LOG = LoggerFactory.getLogger(OrphanSweep.class);
    private static final Duration GRACE = Duration.ofDays(1);
    private final FileStore store;
    private final StoredUploads rows;
    private final Clock clock;

    OrphanSweep(FileStore store, StoredUploads rows, Clock clock) {
        this.store = store;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "files.sweep";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        try {
            var swept = 0;
            for (var kept : store.keptBefore(clock.instant().minus(GRACE))) {
                var known = TenantContext.callAs(
                        kept.tenant(), () -> rows.existsById(kept.file().value()));
                if (!known) {
                    store.delete(kept.tenant(), kept.file());
                    swept++;
                }
            }
            if (swept > 0) {
                LOG.info("Removed {} contents that no file knows", swept);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("Contents could not be swept", broken);
        }
    }
}
