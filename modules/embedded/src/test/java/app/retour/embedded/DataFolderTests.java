package app.retour.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
    void theKeyIsMadeOnceForItsOwnerAlone() throws IOException {
        var folder = DataFolder.claim(root);
        var key = folder.masterKey();
        assertThat(key).hasSizeGreaterThanOrEqualTo(32);
        assertThat(folder.masterKey()).isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("master.key"))))
                .isEqualTo("rw-------");
    }
}
