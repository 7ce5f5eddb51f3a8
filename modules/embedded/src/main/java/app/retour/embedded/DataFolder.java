package app.retour.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Where an embedded start keeps everything: the database, mails, files, its key. One process at a time. */
record DataFolder(Path root) {
    private static final int KEY_BYTES = 32;
    /** Until the process ends, even by a kill. A lock that nobody refers to ends with the next garbage collection. */
    private static final Queue<FileLock> HELD = new ConcurrentLinkedQueue<>();

    /** @throws CannotStart when another start uses it, or it cannot be written */
    static DataFolder claim(Path root) {
        try {
            Files.createDirectories(root);
            // Mails, photos, keys: nothing of it is for others who use the machine.
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            var lock = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .tryLock();
            if (lock == null) {
                throw inUse(root);
            }
            HELD.add(lock);
            return new DataFolder(root.toRealPath());
        } catch (OverlappingFileLockException ours) {
            throw inUse(root);
        } catch (IOException unwritable) {
            throw new CannotStart(
                    "The data folder %s cannot be written (%s). Give another with RETOUR_DATA=/some/folder"
                            .formatted(root.toAbsolutePath(), unwritable.getMessage()));
        }
    }

    private static CannotStart inUse(Path root) {
        return new CannotStart(
                "Another Retour is running on the data folder %s. Stop it, or give another folder with RETOUR_DATA=/some/folder"
                        .formatted(root.toAbsolutePath()));
    }

    Path database() {
        return root.resolve("database");
    }

    Path binaries() {
        return root.resolve("postgres-binaries");
    }

    Path mails() {
        return made(root.resolve("mails"));
    }

    Path files() {
        return made(root.resolve("files"));
    }

    /** How far mails came that were under way when a start was killed. */
    Path mailJournal() {
        return root.resolve("mail-journal");
    }

    /** Stands while the demo's story is being told; left behind by a start that was cut off in the middle. */
    Path unfinishedDemo() {
        return root.resolve("demo-unfinished");
    }

    /** The key that secrets are sealed with; made on the first start and kept. */
    String masterKey() {
        return secret(root.resolve("master.key"));
    }

    /** What the roles of the database are known by; made on the first start that asks for one, and kept. */
    String databasePassword() {
        return secret(databasePasswordFile());
    }

    Path databasePasswordFile() {
        return root.resolve("database.password");
    }

    /** Of random bytes, for whoever owns the folder alone. */
    private static String secret(Path file) {
        try {
            if (!Files.exists(file)) {
                var key = new byte[KEY_BYTES];
                new SecureRandom().nextBytes(key);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, Base64.getEncoder().encodeToString(key));
            }
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
