package app.retour.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.tenants.TenantContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import retour.testkit.RetourTest;

@RetourTest
class FilesTests {
    @TempDir
    static java.nio.file.Path folder;

    private final TenantId tenant = new TenantId(UUID.randomUUID());

    @Autowired
    Files files;

    @Autowired
    FileStore store;

    @Autowired
    KeptFiles rows;

    @DynamicPropertySource
    static void keptInItsOwnFolder(DynamicPropertyRegistry settings) {
        settings.add("retour.files.directory", () -> folder.toString());
    }

    @Test
    void whatWasTakenIsFoundAgain() throws IOException {
        var order = Ids.next();
        var id = stored(tenant, "../../jacket.exe", order);
        var found = TenantContext.callAs(tenant, () -> files.open(id)).orElseThrow();
        assertThat(found.name()).isEqualTo("jacket.jpg");
        assertThat(found.contentType()).isEqualTo("image/jpeg");
        assertThat(found.owner()).isEqualTo(order);
        try (var content = found.content().open()) {
            assertThat(content.readAllBytes()).hasSize((int) found.bytes());
        }
    }

    @Test
    void anotherTenantFindsNothing() {
        var id = stored(tenant, "mine.png", null);
        assertThat(TenantContext.callAs(new TenantId(UUID.randomUUID()), () -> files.open(id)))
                .isEmpty();
    }

    @Test
    void onlyALogoIsFoundWithoutATenant() {
        assertThat(files.openLogo(stored(tenant, "photo.png", null))).isEmpty();
        var logo = TenantContext.callAs(
                tenant, () -> files.store(new FileUpload(FileKind.LOGO, picture(), "logo.png", null)));
        assertThat(files.openLogo(logo))
                .hasValueSatisfying(found -> assertThat(found.name()).isEqualTo("logo.png"));
    }

    @Test
    void whatIsRefusedLeavesNothingBehind() {
        var other = new TenantId(UUID.randomUUID());
        var html = new ByteArrayInputStream("<script>".getBytes(UTF_8));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> TenantContext.callAs(
                        other, () -> files.store(new FileUpload(FileKind.PHOTO, html, "a.png", null))));
        var late = new ByteArrayInputStream(("a,b\n".repeat(50_000) + "\0").getBytes(UTF_8));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> TenantContext.callAs(
                        other, () -> files.store(new FileUpload(FileKind.IMPORT, late, "a.csv", null))));
        assertThat(folder.resolve(other.toString())).satisfies(path -> {
            if (java.nio.file.Files.exists(path)) {
                try (var left = java.nio.file.Files.walk(path)) {
                    assertThat(left.filter(java.nio.file.Files::isRegularFile)).isEmpty();
                }
            }
        });
    }

    @Test
    void contentsThatNoRowKnowsAreSweptAfterADay() throws IOException {
        var known = stored(tenant, "known.png", null);
        var orphan = new FileId(Ids.next());
        store.write(tenant, orphan, new ByteArrayInputStream(new byte[10]));
        sweepAt(Instant.now());
        assertThat(store.keptBefore(Instant.MAX)).contains(new FileStore.Kept(tenant, orphan));
        sweepAt(Instant.now().plus(Duration.ofHours(25)));
        assertThat(store.keptBefore(Instant.MAX))
                .contains(new FileStore.Kept(tenant, known))
                .doesNotContain(new FileStore.Kept(tenant, orphan));
    }

    private void sweepAt(Instant instant) {
        new OrphanSweep(store, rows, java.time.Clock.fixed(instant, java.time.ZoneOffset.UTC)).run();
    }

    private FileId stored(TenantId owner, String name, @Nullable UUID order) {
        return TenantContext.callAs(owner, () -> files.store(new FileUpload(FileKind.PHOTO, picture(), name, order)));
    }

    private static InputStream picture() {
        return new ByteArrayInputStream(SamplePictures.of("png", 30, 20));
    }
}
