package app.retour.files;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import app.retour.kernel.TenantId;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Contents in a folder: {@code <tenant>/<last two digits of the id>/<id>}. A content is written beside its place, forced
 * to the disk and then moved, so that a crash leaves none or all of it.
 */
final class DirectoryFileStore implements FileStore {
    private static final String HALF = ".part";
    private final Path root;

    DirectoryFileStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public long write(TenantId tenant, FileId file, InputStream content) throws IOException {
        var place = place(tenant, file);
        var half = place.resolveSibling(place.getFileName() + HALF);
        Files.createDirectories(place.getParent());
        try {
            long written;
            try (var channel = FileChannel.open(half, CREATE_NEW, WRITE)) {
                written = content.transferTo(Channels.newOutputStream(channel));
                channel.force(true);
            }
            Files.move(half, place, ATOMIC_MOVE);
            return written;
        } finally {
            Files.deleteIfExists(half);
        }
    }

    @Override
    public InputStream read(TenantId tenant, FileId file) throws IOException {
        try {
            return Files.newInputStream(place(tenant, file));
        } catch (NoSuchFileException gone) {
            var missing = new FileNotFoundException("There is no content for file " + file);
            missing.initCause(gone);
            throw missing;
        }
    }

    @Override
    public void delete(TenantId tenant, FileId file) throws IOException {
        Files.deleteIfExists(place(tenant, file));
    }

    @Override
    public List<Kept> keptBefore(Instant instant) throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (var found = Files.find(
                root,
                3,
                (path, kind) -> kind.isRegularFile()
                        && kind.lastModifiedTime().toInstant().isBefore(instant)
                        && root.relativize(path).getNameCount() == 3)) {
            return found.flatMap(path -> kept(path).stream()).toList();
        }
    }

    private List<Kept> kept(Path path) {
        try {
            var inside = root.relativize(path);
            return List.of(new Kept(
                    TenantId.of(inside.getName(0).toString()),
                    new FileId(UUID.fromString(inside.getName(2).toString()))));
        } catch (IllegalArgumentException notOurs) {
            return List.of();
        }
    }

    private Path place(TenantId tenant, FileId file) {
        var name = file.toString();
        return root.resolve(tenant.toString())
                .resolve(name.substring(name.length() - 2))
                .resolve(name);
    }
}
