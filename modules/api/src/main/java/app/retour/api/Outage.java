package app.retour.api;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/**
 * Nothing is wrong with the request: what we stand on is away or full. The database does not answer, hands out no connection,
 * or has no room; or the disk has none. Whoever asks is told to come again, and nothing they gave is called invalid.
 */
public final class Outage {
    /** For programs, as the code of an error. */
    public static final String CODE = "UNAVAILABLE";

    /** What an answer says in its header of that name. */
    public static final String RETRY_AFTER_SECONDS = "30";

    /** Connections; insufficient resources, as a full disk; shutting down or starting up; read-only after a failover. */
    private static final List<String> STATES = List.of("08", "53", "57P", "25006");

    /** What the pool says to who still uses a connection that broke: all that is left when the undoing fails too. */
    private static final String CLOSED = "Connection is closed";

    private static final String NO_SPACE = "No space left on device";
    private static final int DEEPEST = 50;

    private Outage() {}

    /** Whether a failure, or what it came from, is one. */
    public static boolean isIn(@Nullable Throwable failure) {
        var cause = failure;
        for (var depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (isOne(cause)
                    || cause instanceof TransactionSystemException undone && isIn(undone.getApplicationException())) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isOne(Throwable cause) {
        return switch (cause) {
            case SQLTransientConnectionException _, NoRoom _ -> true;
            case SQLException refused ->
                refused.getSQLState() == null
                        ? CLOSED.equals(refused.getMessage())
                        : STATES.stream().anyMatch(refused.getSQLState()::startsWith);
            case IOException full -> isNoSpace(full);
            default -> false;
        };
    }

    /** Java has no exception of its own for a disk that is full, and passes on the system's words. */
    public static boolean isNoSpace(IOException failure) {
        return String.valueOf(failure.getMessage()).contains(NO_SPACE);
    }

    /** For people; with the id that an operator finds in the log. */
    public static String message(String id) {
        return "Retour is not available right now. Try again in a minute; if it stays, tell us the id " + id;
    }

    /** What an error of GraphQL says besides. */
    public static Map<String, Object> extensions(String id) {
        return Map.of("code", CODE, CorrelationId.KEY, id);
    }
}
