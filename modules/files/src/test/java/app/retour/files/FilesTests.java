package app.retour.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.api.Caller;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.tenants.tenancy.TenantContext;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;
import retour.testkit.RetourTest;

@RetourTest
class FilesTests {
    private static final byte[] PNG = SamplePictures.of("png", 30, 20);

    @TempDir
    static java.nio.file.Path folder;

    private final TenantId tenant = new TenantId(UUID.randomUUID());

    @Autowired
    Files files;

    @Autowired
    FileStore store;

    @Autowired
    StoredUploads rows;

    @Autowired
    ContentWorkers workers;

    @Autowired
    @Qualifier("contentMeters")
    MeterBinder meters;

    @Autowired
    WebApplicationContext context;

    @DynamicPropertySource
    static void keptInItsOwnFolder(DynamicPropertyRegistry settings) {
        settings.add("retour.files.directory", () -> folder.toString());
        settings.add("retour.files.at-once", () -> "1");
        settings.add("retour.files.waiting", () -> "1");
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

    @Test
    void whileTooManyAreReadTheNextIsToldToComeBackAndImportsPass() throws Exception {
        var open = new CountDownLatch(1);
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var held = others.submit(() -> workers.run(new TenantId(UUID.randomUUID()), null, () -> opened(open)));
            Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> workers.reading() == 1);
            var waiting = others.submit(() -> stored(tenant, "waits.png", null));
            Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> workers.waiting() == 1);
            var busy = Caller.staff(tenant, UUID.randomUUID(), Set.of("returns:write"))
                    .call(() -> MockMvcTester.from(context)
                            .post()
                            .uri("/files")
                            .multipart()
                            .file(new MockMultipartFile("file", "a.png", "image/png", PNG))
                            .param("kind", "PHOTO")
                            .exchange());
            assertThat(busy)
                    .hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
                    .hasHeader("Retry-After", "5")
                    .bodyJson()
                    .extractingPath("$.userErrors[0]")
                    .asMap()
                    .containsEntry("code", "THROTTLED")
                    .hasEntrySatisfying(
                            "message", said -> assertThat(said).asString().contains("in a few seconds"));
            var csv = new ByteArrayInputStream("a,b\n1,2\n".getBytes(UTF_8));
            TenantContext.callAs(tenant, () -> files.store(new FileUpload(FileKind.IMPORT, csv, "a.csv", null)));
            var measures = new SimpleMeterRegistry();
            meters.bindTo(measures);
            assertThat(measures.get("retour.files.waiting").gauge().value()).isEqualTo(1);
            assertThat(measures.get("retour.files.busy").functionCounter().count())
                    .isEqualTo(1);
            open.countDown();
            assertThat(held.get()).isTrue();
            var taken = waiting.get();
            assertThat(TenantContext.callAs(tenant, () -> files.open(taken))).isPresent();
        }
    }

    private static boolean opened(CountDownLatch latch) throws IOException {
        try {
            latch.await();
            return true;
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    private void sweepAt(Instant instant) {
        new OrphanSweep(store, rows, java.time.Clock.fixed(instant, java.time.ZoneOffset.UTC)).run();
    }

    private FileId stored(TenantId owner, String name, @Nullable UUID order) {
        return TenantContext.callAs(owner, () -> files.store(new FileUpload(FileKind.PHOTO, picture(), name, order)));
    }

    private static InputStream picture() {
        return new ByteArrayInputStream(PNG);
    }
}
