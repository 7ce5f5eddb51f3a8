package app.retour.mail.queue;

import app.retour.mail.MailTransport;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The line of one batch: taken when first needed, again when it broke, and not again once none could be had. */
final class OpenLine implements AutoCloseable {
    private final KeptLine lines;
    private MailTransport.@Nullable Line line;
    private String problem = "";

    OpenLine(KeptLine lines) {
        this.lines = lines;
    }

    boolean isReady() {
        if (problem.isEmpty() && (line == null || !line.isOpen())) {
            drop();
            try {
                line = lines.take();
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

    private void drop() {
        if (line != null) {
            line.close();
            line = null;
        }
    }

    /** Whether it broke in the end is found out by whoever takes it next. */
    @Override
    public void close() {
        if (line != null) {
            lines.keep(line);
            line = null;
        }
    }
}
