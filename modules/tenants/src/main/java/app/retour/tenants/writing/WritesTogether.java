package app.retour.tenants.writing;

import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets the writes of a transaction wait until one of their tables is read or the transaction is at its end, and then leave in one
 * round trip, in their order. What they change is checked when they leave: a write that would have failed by itself fails
 * then. For use cases with many small writes; the rest of the house writes as ever.
 */
public final class WritesTogether {
    private static final Pattern INSERT = Pattern.compile("\\s*insert\\s+into\\s+([a-z_]+\\.[a-z_]+)\\b");
    private static final Pattern UPDATE = Pattern.compile("\\s*update\\s+([a-z_]+\\.[a-z_]+)\\b");
    private static final Pattern SELECT = Pattern.compile("\\s*select\\b");
    /** What a function reads, its name does not tell. */
    private static final Pattern DOOR = Pattern.compile("_door\\s*\\(");

    /** Triggers write it when what waits is written; no trigger of ours writes anything else. */
    private static final String BY_TRIGGERS = "tenants.setup_stamp";

    private static final SQLExceptionSubclassTranslator TRANSLATOR = new SQLExceptionSubclassTranslator();
    private static final String WRITING = "Writing what waited";
    private static final ThreadLocal<@Nullable WritesTogether> CURRENT = new ThreadLocal<>();
    private final Set<String> updated;
    private final Set<String> apart;
    private final Waiting waiting = new Waiting();
    private boolean isOver;

    private WritesTogether(Set<String> updated, Set<String> apart) {
        this.updated = updated;
        this.apart = apart;
    }

    /**
     * From now on until the transaction of the moment ends; nothing without one.
     *
     * @param updated tables of which each update changes one row that this transaction holds; inserts wait in any table
     * @param apart tables that no other refers to, and that refer to none: what is written there at once may pass what waits
     */
    public static void untilCommit(Set<String> updated, Set<String> apart) {
        if (TransactionSynchronizationManager.isActualTransactionActive() && CURRENT.get() == null) {
            var together = new WritesTogether(updated, apart);
            CURRENT.set(together);
            TransactionSynchronizationManager.registerSynchronization(together.new Ending());
        }
    }

    static @Nullable WritesTogether current() {
        return CURRENT.get();
    }

    /** What answers rows, or how many, cannot wait. */
    boolean mayWait(String sql) {
        if (isOver) {
            return false;
        }
        if (INSERT.matcher(sql).lookingAt()) {
            return !sql.contains("returning");
        }
        var update = UPDATE.matcher(sql);
        return update.lookingAt() && updated.contains(update.group(1)) && !sql.contains("returning");
    }

    /** What reads nothing that waits to be written may be asked meanwhile. */
    boolean mayPass(String sql) {
        var insert = INSERT.matcher(sql);
        if (insert.lookingAt()) {
            return apart.contains(insert.group(1));
        }
        return SELECT.matcher(sql).lookingAt()
                && !DOOR.matcher(sql).find()
                && !sql.contains(BY_TRIGGERS)
                && waiting.tables().stream().noneMatch(sql::contains);
    }

    Waiting waiting() {
        return waiting;
    }

    /** Last of all that is done before the commit, so that a failure is told as if it had been written at once. */
    private final class Ending implements TransactionSynchronization {
        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }

        @Override
        public void suspend() {
            CURRENT.remove();
        }

        @Override
        public void resume() {
            CURRENT.set(WritesTogether.this);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            isOver = true;
            try {
                waiting.leave();
            } catch (SQLException failed) {
                var known = TRANSLATOR.translate(WRITING, null, failed);
                throw known != null ? known : new UncategorizedSQLException(WRITING, null, failed);
            }
        }

        @Override
        public void afterCompletion(int status) {
            CURRENT.remove();
        }
    }
}
