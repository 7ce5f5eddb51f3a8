package app.retour.mail.queue;

import app.retour.mail.MailTransport;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The line of the last batch, for the next one: to be greeted anew for every batch costs a mail server and us as much as a mail.
 * One at most; who comes while it is in use opens another.
 */
final class KeptLine {
    private final MailTransport transport;
    private final AtomicReference<@Nullable Kept> kept = new AtomicReference<>();

    /** @param since when it was last needed, by {@link System#nanoTime} */
    private record Kept(MailTransport.Line line, long since) {
        boolean isIdleFor(Duration time) {
            return System.nanoTime() - since >= time.toNanos();
        }
    }

    KeptLine(MailTransport transport) {
        this.transport = transport;
    }

    /**
     * The kept one while its server answers, else a new one.
     *
     * @throws IOException when the server cannot be reached now
     */
    MailTransport.Line take() throws IOException {
        var last = kept.getAndSet(null);
        if (last != null) {
            if (last.line.isOpen()) {
                return last.line;
            }
            last.line.close();
        }
        return transport.open();
    }

    /** Gives back what was taken and has not broken. */
    void keep(MailTransport.Line line) {
        var before = kept.getAndSet(new Kept(line, System.nanoTime()));
        if (before != null) {
            before.line.close();
        }
    }

    /** Closes it unless somebody needed it within that time. */
    void hangUp(Duration idleFor) {
        var last = kept.get();
        if (last != null && last.isIdleFor(idleFor) && kept.compareAndSet(last, null)) {
            last.line.close();
        }
    }
}
