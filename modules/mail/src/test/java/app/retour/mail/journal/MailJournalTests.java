package app.retour.mail.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a journal says about mails of a process that is dead, and when it says nothing. */
class MailJournalTests {
    @TempDir
    Path folder;

    private final List<Long> told = new ArrayList<>();

    @Test
    void aTryWhoseEndHadNotBegunIsToldOnceAndOneWhoseEndHadIsNot() throws IOException {
        var journal = MailJournal.in(folder);
        journal.end(journal.enter());
        var cut = Objects.requireNonNull(journal.enter());
        journal.end(journal.enter());
        journal.close();
        look();
        assertThat(told).containsExactly(cut.number());
        look();
        assertThat(told).hasSize(1);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void itOutlivesAKillAndSpeaksOnlyThen() throws IOException, InterruptedException {
        var mortal = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Mortal.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var ready = mortal.inputReader()) {
            assertThat(ready.readLine()).isEqualTo("entered 2, ended 1");
            look();
            assertThat(told).as("it may still end it").isEmpty();
            assertThat(folder).isNotEmptyDirectory();
        } finally {
            mortal.destroyForcibly().waitFor();
        }
        look();
        assertThat(told).containsExactly(2L);
    }

    /** Enters two, ends the first, and waits to be killed. */
    static final class Mortal {
        private Mortal() {}

        public static void main(String... arguments) throws IOException, InterruptedException {
            try (var journal = MailJournal.in(Path.of(arguments[0]))) {
                journal.end(journal.enter());
                journal.enter();
                System.out.println("entered 2, ended 1");
                TimeUnit.HOURS.sleep(1);
            }
        }
    }

    @Test
    void thatOfThisProcessSaysNothingWhileItIsOpen() throws IOException {
        try (var journal = MailJournal.in(folder)) {
            journal.enter();
            look();
            assertThat(told).isEmpty();
            assertThat(folder).isNotEmptyDirectory();
            journal.end(journal.enter());
        }
    }

    @Test
    void afterTheMachineWasStartedAnewItSaysNothing() throws IOException {
        try (var before = new MailJournal(new JournalFolder(folder, UUID.randomUUID()))) {
            before.enter();
        }
        look();
        assertThat(told).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatIsNoWholeJournalSaysNothing() throws IOException {
        var shortened = cutOff();
        Files.write(shortened, Arrays.copyOf(Files.readAllBytes(shortened), 100));
        var renamed = cutOff();
        Files.move(renamed, folder.resolve(UUID.randomUUID() + JournalFile.SUFFIX));
        overwrite(cutOff(), 0);
        Files.createFile(folder.resolve(UUID.randomUUID() + JournalFile.SUFFIX));
        var misplaced = cutOff();
        try (var file = new RandomAccessFile(misplaced.toFile(), "rw")) {
            file.seek(file.length() - Long.BYTES);
            file.writeLong(7 << 1);
        }
        look();
        assertThat(told).as("the last one's own try only").containsExactly(1L);
        assertThat(folder).isEmptyDirectory();
        var foreign = Files.writeString(folder.resolve("notes" + JournalFile.SUFFIX), "of somebody");
        look();
        assertThat(foreign).exists();
    }

    private static void overwrite(Path file, long where) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(where);
            bytes.write(1);
        }
    }

    /** With one try. */
    private Path cutOff() throws IOException {
        try (var journal = MailJournal.in(folder)) {
            var entry = Objects.requireNonNull(journal.enter());
            return folder.resolve(entry.journal() + JournalFile.SUFFIX);
        }
    }

    @Test
    void ofTriesLongAgoItSaysNothing() throws IOException {
        try (var journal = MailJournal.in(folder)) {
            journal.enter();
            for (var later = 0; later < JournalFile.SLOTS; later++) {
                journal.end(journal.enter());
            }
        }
        look();
        assertThat(told).isEmpty();
    }

    @Test
    void itIsKeptUntilTheMailsCouldBePutBack() throws IOException {
        cutOff();
        MailRecovery.in(folder, (_, _) -> {
                    throw new IllegalStateException("The database is away");
                })
                .recover();
        assertThat(folder).isNotEmptyDirectory();
        look();
        assertThat(told).hasSize(1);
    }

    @Test
    void whereNoneCanBeWrittenMailsGoOnWithoutAndAClosedOneEndsNothing() throws IOException {
        var file = Files.createFile(folder.resolve("file"));
        try (var none = MailJournal.in(file.resolve("folder"))) {
            assertThat(none.enter()).isNull();
            none.end(null);
        }
        try (var untold = new MailJournal(new JournalFolder(folder, null))) {
            assertThat(untold.enter()).isNull();
        }
        var closed = MailJournal.in(folder);
        var entry = closed.enter();
        closed.close();
        assertThat(closed.enter()).isNull();
        assertThatIOException().isThrownBy(() -> closed.end(entry));
    }

    private void look() {
        MailRecovery.in(folder, this::putBack).recover();
    }

    private int putBack(UUID journal, Collection<Long> numbers) {
        told.addAll(numbers);
        return numbers.size();
    }
}
