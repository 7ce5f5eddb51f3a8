package app.retour.returns.settings;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Asks the database once per transaction for what many steps of one request need; without a transaction, each time. */
public final class OncePerTransaction<T> {
    private final Supplier<T> question;

    public OncePerTransaction(Supplier<T> question) {
        this.question = question;
    }

    public T get() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return question.get();
        }
        @SuppressWarnings("unchecked")
        var known = (T) TransactionSynchronizationManager.getResource(this);
        if (known != null) {
            return known;
        }
        var answer = question.get();
        TransactionSynchronizationManager.bindResource(this, answer);
        TransactionSynchronizationManager.registerSynchronization(new Forgetting());
        return answer;
    }

    /** After a change: the next one asks anew. */
    public void forget() {
        TransactionSynchronizationManager.unbindResourceIfPossible(this);
    }

    /** A transaction within another, on a connection of its own, asks for itself. */
    private final class Forgetting implements TransactionSynchronization {
        private @Nullable Object aside;

        @Override
        public void suspend() {
            aside = TransactionSynchronizationManager.unbindResourceIfPossible(OncePerTransaction.this);
        }

        @Override
        public void resume() {
            if (aside != null) {
                TransactionSynchronizationManager.bindResource(OncePerTransaction.this, aside);
                aside = null;
            }
        }

        @Override
        public void afterCompletion(int status) {
            forget();
        }
    }
}
