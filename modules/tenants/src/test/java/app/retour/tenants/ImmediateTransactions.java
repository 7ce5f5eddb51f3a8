package app.retour.tenants;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;

/** Runs what is asked for at once. Tells whether it was undone. */
public final class ImmediateTransactions implements PlatformTransactionManager {
    private int undone;

    /** How many were undone. */
    public int undone() {
        return undone;
    }

    @Override
    public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
        return new SimpleTransactionStatus();
    }

    @Override
    public void commit(TransactionStatus status) {}

    @Override
    public void rollback(TransactionStatus status) {
        undone++;
    }
}
