package app.retour.embedded;

import java.io.IOException;
import java.time.Duration;

/**
 * Starts a PostgreSQL that ended by itself again: killed for want of memory, or by somebody's hand. On the same port and the
 * same data, so that everybody who was connected finds it where it was.
 */
final class Reviver implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int LONGEST_START_SECONDS = 60;
    private final Postmaster server;
    private final Thread thread;
    private volatile boolean closed;

    private Reviver(Postmaster server) {
        this.server = server;
        this.thread = Thread.ofPlatform().daemon().name("postgres-reviver").unstarted(this::watch);
    }

    /** @param server one that runs */
    static Reviver of(Postmaster server) {
        var reviver = new Reviver(server);
        reviver.thread.start();
        return reviver;
    }

    private void watch() {
        try {
            var told = false;
            while (!closed) {
                Thread.sleep(LOOK);
                // What a killed server was at, its processes finish before they notice; nobody else may be in there
                // then.
                if (closed || server.isRunning() || server.isInUse()) {
                    continue;
                }
                if (!told) {
                    System.err.println("PostgreSQL ended by itself. It is started again, on the same data.");
                }
                told = !isRevived();
                if (told) {
                    Thread.sleep(PAUSE);
                }
            }
        } catch (InterruptedException stopped) {
            // That is the end.
        }
    }

    private boolean isRevived() throws InterruptedException {
        try {
            server.forgetDead();
            var runs = server.startAgain(LONGEST_START_SECONDS);
            System.err.println(
                    runs ? "PostgreSQL runs again." : "PostgreSQL does not start yet; the next try follows.");
            return runs;
        } catch (IOException unreadable) {
            System.err.println("PostgreSQL cannot be started again: " + unreadable.getMessage());
            return false;
        }
    }

    /** From now on it may end. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(LONGEST_START_SECONDS));
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
