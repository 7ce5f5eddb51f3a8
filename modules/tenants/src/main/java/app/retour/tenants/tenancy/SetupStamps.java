package app.retour.tenants.tenancy;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * One number for all that a tenant has set up. Triggers give it a value that it never had whenever a row of the set-up is
 * written, in the same transaction; so whoever sees the same number sees the same set-up, on whatever replica, and a change
 * that is not committed has a number that nobody else ever sees. Asked once per transaction, when the first needs it.
 */
@Component
public class SetupStamps {
    private final LongSupplier newest;

    @Autowired
    SetupStamps(JdbcClient jdbc) {
        this(() -> jdbc.sql("select stamp from tenants.setup_stamp where tenant_id = ?")
                .param(TenantContext.current().value())
                .query(Long.class)
                .optional()
                .orElse(0L));
    }

    /** @param newest the number that the transaction of the moment sees */
    SetupStamps(LongSupplier newest) {
        this.newest = newest;
    }

    /** To be said after a change of the set-up is written, so that its own transaction sees it too. */
    public void changed() {
        TransactionSynchronizationManager.unbindResourceIfPossible(this);
    }

    /** Null outside of transactions: nothing says then for how long an answer holds. */
    @Nullable
    Seen seen() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            return null;
        }
        if (TransactionSynchronizationManager.getResource(this) instanceof Seen known) {
            return known;
        }
        var seen = new Seen(newest.getAsLong());
        TransactionSynchronizationManager.bindResource(this, seen);
        TransactionSynchronizationManager.registerSynchronization(new Forgetting());
        return seen;
    }

    /** Whether what was just read belongs to this number: neither this transaction nor another wrote anything since. */
    boolean isStill(long stamp) {
        return newest.getAsLong() == stamp;
    }

    /** What this transaction has seen; it goes on seeing that, whatever others change meanwhile. */
    static final class Seen {
        private final long stamp;
        private final Map<Object, Object> values = new HashMap<>();

        Seen(long stamp) {
            this.stamp = stamp;
        }

        long stamp() {
            return stamp;
        }

        @Nullable
        Object value(Object place) {
            return values.get(place);
        }

        void keep(Object place, Object value) {
            values.put(place, value);
        }
    }

    /** A transaction within another, on a connection of its own, asks for itself. */
    private final class Forgetting implements TransactionSynchronization {
        private @Nullable Object aside;

        @Override
        public void suspend() {
            aside = TransactionSynchronizationManager.unbindResourceIfPossible(SetupStamps.this);
        }

        @Override
        public void resume() {
            if (aside != null) {
                TransactionSynchronizationManager.bindResource(SetupStamps.this, aside);
                aside = null;
            }
        }

        @Override
        public void afterCompletion(int status) {
            changed();
        }
    }
}
