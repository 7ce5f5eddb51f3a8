package app.retour.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {
    @TempDir
    Path root;

    @Test
    void aSecondStartOnTheSameFolderIsRefusedInWords() {
        DataFolder.claim(root);
        System.gc();
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> DataFolder.claim(root))
                .withMessageContaining("Another Retour is running")
                .withMessageContaining("RETOUR_DATA");
    }

    @Test
    void aFolderThatCannotBeMadeIsToldSo() throws IOException {
        var file = Files.createFile(root.resolve("file"));
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> DataFolder.claim(file))
                .withMessageContaining("cannot be written");
    }

    @Test
    void theFolderIsItsOwnersAloneAndOneOfBeforeBecomesSo() throws IOException {
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        DataFolder.claim(root);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
                .isEqualTo("rwx------");
    }

    @Test
    void theKeyIsMadeOnceForItsOwnerAlone() throws IOException {
        var folder = DataFolder.claim(root);
        var key = folder.masterKey();
        assertThat(key).hasSizeGreaterThanOrEqualTo(32);
        assertThat(folder.masterKey()).isEqualTo(key);
        assertThat(folder.databasePassword())
                .isEqualTo(folder.databasePassword())
                .isNotEqualTo(key);
        for (var secret : List.of(root.resolve("master.key"), folder.databasePasswordFile())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                    .isEqualTo("rw-------");
        }
    }
}
