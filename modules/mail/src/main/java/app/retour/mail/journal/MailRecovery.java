package app.retour.mail.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks at the start, and every ten seconds, for journals of processes that are dead, queues again the mails whose end they
 * never said, and deletes the journals. Of all other mails that they noted as handed over, the outcome stays unknown.
 */
public final class MailRecovery implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(MailRecovery.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);
    private final JournalFolder folder;
    private final List<InterruptedMails> queues;
    private final boolean isEnabled;
    private CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;

    MailRecovery(JournalFolder folder, List<InterruptedMails> queues, boolean isEnabled) {
        this.folder = folder;
        this.queues = queues;
        this.isEnabled = isEnabled;
    }

    /** In a folder of its own, outside of any application; looks when it is asked to. */
    public static MailRecovery in(Path folder, InterruptedMails... queues) {
        return new MailRecovery(JournalFolder.of(folder), List.of(queues), false);
    }

    /** One look. */
    public void recover() {
        try {
            for (var journal : folder.all()) {
                recover(journal);
            }
        } catch (IOException unreadable) {
            LOG.warn("The journals of mails in {} could not be looked for", folder.path(), unreadable);
        }
    }

    /** One that cannot be dealt with now stays for the next look. */
    private void recover(UUID journal) {
        try {
            var dead = folder.dead(journal);
            if (dead.isPresent()) {
                try (var file = dead.get()) {
                    putBack(journal, folder.boot() == null ? List.of() : file.notEnded(folder.boot()));
                    file.delete();
                }
            }
        } catch (IOException | RuntimeException broken) {
            LOG.warn("What the journal of mails {} says could not be done yet", journal, broken);
        }
    }

    private void putBack(UUID journal, List<Long> numbers) {
        if (numbers.isEmpty()) {
            return;
        }
        var back = queues.stream()
                .mapToInt(queue -> queue.putBack(journal, numbers))
                .sum();
        if (back > 0) {
            LOG.info("{} mails of a process that was killed before their end was said wait again", back);
        }
    }

    @Override
    public synchronized void start() {
        if (isEnabled && thread == null) {
            var ended = new CountDownLatch(1);
            stopping = ended;
            thread = Thread.ofPlatform().daemon().name("mail-recovery").start(() -> loop(ended));
        }
    }

    private void loop(CountDownLatch ended) {
        try {
            do {
                recover();
            } while (!ended.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void stop() {
        stopping.countDown();
        var last = thread;
        thread = null;
        if (last != null) {
            try {
                last.join(LONGEST_STOP);
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
