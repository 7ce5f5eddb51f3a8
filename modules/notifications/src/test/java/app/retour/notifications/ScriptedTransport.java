package app.retour.notifications;

import app.retour.mail.MailTransport;
import app.retour.mail.journal.MayEnd;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/** A mail server that answers as a test says, and remembers what it was handed. */
final class ScriptedTransport implements MailTransport {
    final List<Mail> handed = new CopyOnWriteArrayList<>();
    private final Function<Mail, Outcome> answers;
    private final boolean reachable;
    private final Consumer<Mail> beforeTheEnd;

    private ScriptedTransport(boolean reachable, Function<Mail, Outcome> answers, Consumer<Mail> beforeTheEnd) {
        this.reachable = reachable;
        this.answers = answers;
        this.beforeTheEnd = beforeTheEnd;
    }

    /** @param happens when all but the end of a mail is said */
    static ScriptedTransport beforeTheEnd(Consumer<Mail> happens) {
        return new ScriptedTransport(true, _ -> new Outcome.Accepted("250 ok"), happens);
    }

    static ScriptedTransport answering(Function<Mail, Outcome> answers) {
        return new ScriptedTransport(true, answers, _ -> {});
    }

    static ScriptedTransport unreachable() {
        return new ScriptedTransport(false, _ -> new Outcome.Accepted("never"), _ -> {});
    }

    List<Mail> handedTo(String address) {
        return handed.stream().filter(mail -> mail.to().equals(address)).toList();
    }

    @Override
    public boolean isConfigured() {
        return true;
    }

    @Override
    public Line open() throws IOException {
        if (!reachable) {
            throw new IOException("The mail server cannot be reached: connection refused");
        }
        return new Line() {
            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public Outcome handOver(Mail mail, MayEnd mayEnd) {
                beforeTheEnd.accept(mail);
                if (!mayEnd.isNoted(null)) {
                    return new Outcome.NotEnded();
                }
                handed.add(mail);
                return answers.apply(mail);
            }

            @Override
            public void close() {
                // Nothing is held open.
            }
        };
    }
}
