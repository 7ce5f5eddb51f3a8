package app.retour.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What still waits after the answers: events that a listener has not done, mails that the SMTP server has not taken. Asked
 * as the superuser, by statements that every build answers.
 */
final class Aftermath implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final int PAUSE = 50;

    /** A connection tells the statistics what it did at the latest after ten seconds of rest. */
    private static final int REST = 11_000;

    private static final String EVENTS =
            "select count(*) from event_publication where completion_date is null and status is distinct from 'FAILED'";
    private static final String MAILS = """
            select count(*) from notifications.notification
            where state in ('CLAIMED', 'HANDING_OVER') or state = 'QUEUED' and next_attempt_at <= now()""";

    private final Connection connection;

    Aftermath(Server server) throws IOException, SQLException {
        connection = DriverManager.getConnection(server.databaseUrl());
        try (var statement = connection.createStatement()) {
            statement.execute("set stats_fetch_consistency = none");
        }
        // Never committed, so that looking on counts nothing.
        connection.setAutoCommit(false);
    }

    long events() throws SQLException {
        return number(EVENTS);
    }

    long mails() throws SQLException {
        return number(MAILS);
    }

    /** Until nothing has waited for three looks. */
    void await() throws SQLException, InterruptedException {
        var begun = System.nanoTime();
        for (var quiet = 0; quiet < 3; ) {
            quiet = events() + mails() == 0 ? quiet + 1 : 0;
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IllegalStateException(
                        "%d events and %d mails still wait after %s".formatted(events(), mails(), PATIENCE));
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE);
        }
    }

    /** Of the product's database so far, after a rest in which all connections tell theirs. */
    long commits() throws SQLException, InterruptedException {
        TimeUnit.MILLISECONDS.sleep(REST);
        return number("select xact_commit from pg_stat_database where datname = current_database()");
    }

    long number(String statement) throws SQLException {
        try (var asked = connection.createStatement();
                var row = asked.executeQuery(statement)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
