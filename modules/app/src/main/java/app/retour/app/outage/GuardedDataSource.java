package app.retour.app.outage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * The pool, shut while the database is away: nobody waits for a connection that cannot come, one wait after the other. It is
 * {@link DatabaseWatch} that shuts and opens it.
 */
final class GuardedDataSource extends AbstractDataSource {
    private static final String CANNOT_CONNECT = "08001";

    /** The connections beneath the pool's, in use or not. The pool itself cannot let go of those that are in use. */
    private final Set<Connection> lines = Collections.newSetFromMap(new WeakHashMap<>());

    private final DataSource pool;
    private volatile boolean shut;
    private volatile Runnable suspicion = () -> {};

    GuardedDataSource(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (shut) {
            throw new SQLTransientConnectionException("The database is away", CANNOT_CONNECT);
        }
        try {
            var connection = pool.getConnection();
            synchronized (lines) {
                lines.add(connection.unwrap(Connection.class));
            }
            return connection;
        } catch (SQLTransientConnectionException none) {
            suspicion.run();
            throw none;
        }
    }

    @Override
    public Connection getConnection(String username, String password) {
        throw new UnsupportedOperationException("Everybody is the application's own role");
    }

    @Override
    public <T> T unwrap(Class<T> face) throws SQLException {
        return face.isInstance(this) ? face.cast(this) : pool.unwrap(face);
    }

    @Override
    public boolean isWrapperFor(Class<?> face) throws SQLException {
        return face.isInstance(this) || pool.isWrapperFor(face);
    }

    /** @param told when no connection was to be had */
    void onSuspicion(Runnable told) {
        suspicion = told;
    }

    /** Shuts it, and cuts every line, so that nobody goes on waiting for an answer on one. */
    void shut() {
        shut = true;
        List<Connection> cut;
        synchronized (lines) {
            cut = List.copyOf(lines);
            lines.clear();
        }
        for (var line : cut) {
            try {
                line.abort(Runnable::run);
            } catch (SQLException gone) {
                // That is what was wanted.
            }
        }
    }

    void open() {
        shut = false;
    }
}
