package app.retour.tenants;

import app.retour.kernel.TenantId;
import app.retour.tenants.tenancy.TenantContext;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Two transactions at once: the second meets what the first did and has not committed. */
@Component
public class Meanwhile {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    Meanwhile(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Begins the second once the first is done, and commits the first once the second waits for it, or is through.
     *
     * @return how the second ended, done
     */
    public <T> Future<T> begin(TenantId tenant, Runnable first, Callable<T> second) {
        try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
            return TenantContext.callAs(
                    tenant,
                    () -> Objects.requireNonNull(transactions.execute(_ -> {
                        first.run();
                        var running = thread.submit(second);
                        while (!running.isDone() && !somebodyWaits()) {
                            Thread.onSpinWait();
                        }
                        return running;
                    })));
        }
    }

    private boolean somebodyWaits() {
        return jdbc.sql("""
                        select exists (select 1 from pg_locks
                                       where not granted and pg_backend_pid() = any (pg_blocking_pids(pid)))
                        """).query(Boolean.class).single();
    }
}
