package app.retour.mail.queue;

import app.retour.mail.MailTransport;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The line of one batch: opened when first needed, again when it broke, and not again once it could not be. */
final class OpenLine implements AutoCloseable {
    private final MailTransport transport;
    private MailTransport.@Nullable Line line;
    private String problem = "";

    OpenLine(MailTransport transport) {
        this.transport = transport;
    }

    boolean isReady() {
        if (problem.isEmpty() && (line == null || !line.isOpen())) {
            close();
            try {
                line = transport.open();
            } catch (IOException unreachable) {
                problem = String.valueOf(unreachable.getMessage());
            }
        }
        return problem.isEmpty();
    }

    MailTransport.Line line() {
        return Objects.requireNonNull(line);
    }

    /** Why there is none; empty while there is. */
    String problem() {
        return problem;
    }

    @Override
    public void close() {
        if (line != null) {
            line.close();
            line = null;
        }
    }
}
