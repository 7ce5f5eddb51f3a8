package app.retour.mail.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The tries of one process, the last {@value #SLOTS} of them: a head, then in turn one number for each, even once it was
 * entered and odd once the end of its mail begins. What was written lies in the system's memory, so it survives the process;
 * it is not forced to the disk, so it says nothing once the machine was started anew. The process holds a lock, which the
 * system takes from it when its last thread is gone and nothing can be written or sent by it any more.
 */
final class JournalFile implements AutoCloseable {
    static final String SUFFIX = ".journal";
    static final int SLOTS = 1024;
    private static final long MAGIC = 0x5265_746f_7572_4a31L;
    private static final int HEAD = 5 * Long.BYTES;
    private static final int LENGTH = HEAD + SLOTS * Long.BYTES;

    /** Closing a file gives up every lock that this process has on it, so it must not be opened twice. */
    private static final Set<Path> OPEN_HERE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final RandomAccessFile file;

    private JournalFile(Path path, RandomAccessFile file) {
        this.path = path;
        this.file = file;
    }

    /** A new one in this folder. */
    static JournalFile create(Path folder, UUID id, UUID boot) throws IOException {
        var path = folder.resolve(id + SUFFIX);
        var made = locked(path).orElseThrow(() -> new IOException("Somebody else has the new journal"));
        try {
            var head = ByteBuffer.allocate(LENGTH);
            put(put(head.putLong(MAGIC), id), boot);
            // All of it at once: what is written later takes no more room on the disk.
            made.file.write(head.array());
            if (!Files.exists(path)) {
                throw new IOException("Somebody took the new journal for that of a dead process");
            }
            return made;
        } catch (IOException unusable) {
            made.delete();
            made.close();
            throw unusable;
        }
    }

    /** One that a process left behind. Empty: it is gone, or its process lives. */
    static Optional<JournalFile> ofDead(Path path) throws IOException {
        return Files.exists(path) ? locked(path) : Optional.empty();
    }

    private static Optional<JournalFile> locked(Path path) throws IOException {
        if (!OPEN_HERE.add(path)) {
            return Optional.empty();
        }
        RandomAccessFile file = null;
        try {
            file = new RandomAccessFile(path.toFile(), "rw");
            if (lock(file) != null) {
                return Optional.of(new JournalFile(path, file));
            }
        } catch (IOException broken) {
            release(path, file);
            throw broken;
        }
        release(path, file);
        return Optional.empty();
    }

    private static @Nullable FileLock lock(RandomAccessFile file) throws IOException {
        try {
            return file.getChannel().tryLock();
        } catch (OverlappingFileLockException ours) {
            return null;
        }
    }

    private static void release(Path path, @Nullable RandomAccessFile file) throws IOException {
        try {
            if (file != null) {
                file.close();
            }
        } finally {
            OPEN_HERE.remove(path);
        }
    }

    /** Not through a channel: that would be closed, and the lock given up, when the thread is interrupted. */
    synchronized void write(long number, boolean isEnding) throws IOException {
        file.seek(HEAD + (number % SLOTS) * Long.BYTES);
        file.write(ByteBuffer.allocate(Long.BYTES)
                .putLong(number << 1 | (isEnding ? 1 : 0))
                .array());
    }

    /**
     * The tries that were entered and whose mail was not ended, among those not overwritten since. None when this is no whole
     * journal of that name, or the machine was started anew since.
     */
    synchronized List<Long> notEnded(UUID boot) throws IOException {
        if (file.length() != LENGTH) {
            return List.of();
        }
        var bytes = new byte[LENGTH];
        file.seek(0);
        file.readFully(bytes);
        var content = ByteBuffer.wrap(bytes);
        if (content.getLong() != MAGIC
                || !path.getFileName().toString().equals(uuid(content) + SUFFIX)
                || !boot.equals(uuid(content))) {
            return List.of();
        }
        var found = new ArrayList<Long>();
        for (var slot = 0; slot < SLOTS; slot++) {
            var said = content.getLong();
            var number = said >>> 1;
            if (said != 0 && said % 2 == 0 && number % SLOTS == slot) {
                found.add(number);
            }
        }
        return List.copyOf(found);
    }

    /** While the lock is held, so that nobody else reads it too. */
    void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    @Override
    public void close() throws IOException {
        release(path, file);
    }

    private static ByteBuffer put(ByteBuffer into, UUID id) {
        return into.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static UUID uuid(ByteBuffer from) {
        return new UUID(from.getLong(), from.getLong());
    }
}
