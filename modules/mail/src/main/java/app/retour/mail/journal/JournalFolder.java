package app.retour.mail.journal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the processes of one installation on one machine keep their journals, each its own.
 *
 * @param boot of the machine as it runs; null where no system tells it: no journal is kept then
 */
record JournalFolder(Path path, @Nullable UUID boot) {
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    /** On this machine. */
    static JournalFolder of(Path path) {
        return new JournalFolder(path, thisBoot());
    }

    private static @Nullable UUID thisBoot() {
        try {
            return UUID.fromString(Files.readString(BOOT).strip());
        } catch (IOException | IllegalArgumentException untold) {
            return null;
        }
    }

    /** A new journal. */
    JournalFile create(UUID id) throws IOException {
        if (boot == null) {
            throw new IOException("This system does not tell when it was started: no " + BOOT);
        }
        Files.createDirectories(
                path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return JournalFile.create(path.toRealPath(), id, boot);
    }

    /** One of those whose process is dead; to be closed. Empty: there is none, or not any more. */
    Optional<JournalFile> dead(UUID id) throws IOException {
        return JournalFile.ofDead(path.toRealPath().resolve(id + JournalFile.SUFFIX));
    }

    /** All that lie here, those of the living too. */
    List<UUID> all() throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        var found = new ArrayList<UUID>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, "*" + JournalFile.SUFFIX)) {
            for (var file : files) {
                id(file).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<UUID> id(Path file) {
        var name = file.getFileName().toString();
        try {
            return Optional.of(UUID.fromString(name.substring(0, name.length() - JournalFile.SUFFIX.length())));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
