package app.retour.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/**
 * One migration at a time on a database, for as long as the connection of its holder lives. Liquibase's own lock is a row that
 * a killed process leaves behind for ever; this one PostgreSQL takes from the dead.
 */
final class SessionLock implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SessionLock.class.getName());
    /** "retour" in ASCII; anything that nobody else takes in this database. */
    private static final long KEY = 0x7265_746f_7572L;

    private static final int TRIES_BETWEEN_WORDS = 20;
    private final Connection connection;

    private SessionLock(Connection connection) {
        this.connection = connection;
    }

    /**
     * Waits for its turn by asking again, since a statement that waits would hold up `create index concurrently` of the
     * holder.
     */
    static SessionLock on(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        noticeTheDeath(connection);
        for (var tries = 0; !isTaken(connection); tries++) {
            if (tries % TRIES_BETWEEN_WORDS == 0) {
                LOG.log(
                        System.Logger.Level.INFO,
                        "Another migration runs on this database; this one waits for its end");
            }
            pause();
        }
        return new SessionLock(connection);
    }

    /** Where the holder's machine is gone without a word, PostgreSQL would believe in it for two hours. */
    private static void noticeTheDeath(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3;"
                            + " set client_connection_check_interval = '10s'");
        }
    }

    private static boolean isTaken(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            statement.setLong(1, KEY);
            try (var answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private static void pause() throws SQLException {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SQLException("Stopped while another migration ran", stopped);
        }
    }

    @Override
    public void close() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        try (var statement = connection.prepareStatement("select pg_advisory_unlock(?)")) {
            statement.setLong(1, KEY);
            statement.execute();
        }
    }
}
