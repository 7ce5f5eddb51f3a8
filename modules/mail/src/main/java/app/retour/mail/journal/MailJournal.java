package app.retour.mail.journal;

import app.retour.kernel.Ids;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The journal of this process. Each try to hand over a mail is entered before it is noted in the database, and marked right
 * before the end of the mail is said. Whoever finds a note of a process that was killed, and its try entered but not marked,
 * knows that no server has the mail.
 */
@Component
public final class MailJournal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MailJournal.class);
    private final JournalFolder folder;
    private final UUID id = Ids.next();
    private @Nullable JournalFile file;
    private boolean isClosed;
    private boolean isTold;
    private long last;

    MailJournal(JournalFolder folder) {
        this.folder = folder;
    }

    /** In a folder of its own, outside of any application. */
    public static MailJournal in(Path folder) {
        return new MailJournal(JournalFolder.of(folder));
    }

    /** A new try. Null where none can be written: of a kill it is not known then how far it came. */
    public synchronized @Nullable JournalEntry enter() {
        try {
            if (file == null && !isClosed) {
                file = folder.create(id);
            }
            if (file != null) {
                file.write(++last, false);
                return new JournalEntry(id, last);
            }
        } catch (IOException | UnsupportedOperationException unwritable) {
            tell(unwritable);
        }
        return null;
    }

    /** Once. */
    private void tell(Exception unwritable) {
        if (!isTold) {
            isTold = true;
            LOG.warn(
                    "No journal of mails in {} (retour.mail.journal): one that is under way when this process is killed will"
                            + " wait for a person, even if it had not left",
                    folder.path(),
                    unwritable);
        }
    }

    /**
     * To be called right before the end of the mail is said.
     *
     * @throws IOException when it could not be written: the end must not be said then
     */
    public synchronized void end(@Nullable JournalEntry entry) throws IOException {
        if (entry == null) {
            return;
        }
        if (file == null || !entry.journal().equals(id)) {
            throw new IOException("The journal of mails is closed");
        }
        file.write(entry.number(), true);
    }

    /** The file stays: what may still be noted under its name is looked for by the next that starts. */
    @Override
    public synchronized void close() throws IOException {
        isClosed = true;
        if (file != null) {
            file.close();
            file = null;
        }
    }
}
