package app.retour.files.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.retour.api.Caller;
import app.retour.files.FileId;
import app.retour.files.FileStore;
import app.retour.kernel.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import retour.testkit.RetourTest;
import retour.testkit.TestDatabase;

/** A disk that is full, and a merchant who sends more than a day's share. */
@RetourTest
@Import(FilesThatDoNotFitTests.Disk.class)
@TestPropertySource(properties = "retour.files.most-per-day=3")
class FilesThatDoNotFitTests {
    private static final Path FULL = Path.of("/dev/full");
    private static volatile boolean isFull;

    private final TenantId tenant = new TenantId(UUID.randomUUID());

    @Autowired
    WebApplicationContext context;

    private MockMvcTester http;

    @BeforeEach
    void connect() {
        http = MockMvcTester.from(context);
    }

    @AfterEach
    void roomAgain() {
        isFull = false;
    }

    @Test
    void aFullDiskIsSaidClearlyAndLeavesNothing() throws Exception {
        assumeTrue(Files.isWritable(FULL), "a device that is full is there on Linux");
        isFull = true;
        assertThat(sent(tenant))
                .hasStatus(HttpStatus.INSUFFICIENT_STORAGE)
                .bodyJson()
                .hasPathSatisfying(
                        "$.userErrors[0].code", code -> assertThat(code).isEqualTo("UNAVAILABLE"))
                .hasPathSatisfying(
                        "$.userErrors[0].message",
                        message -> message.assertThat().asString().contains("no room", "id"));
        assertThat(kept()).isZero();
        isFull = false;
        assertThat(sent(tenant)).hasStatus(HttpStatus.CREATED);
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void aDaysShareIsEachMerchantsOwn() {
        for (var i = 0; i < 3; i++) {
            assertThat(sent(tenant)).hasStatus(HttpStatus.CREATED);
        }
        assertThat(sent(tenant))
                .hasStatus(HttpStatus.CONTENT_TOO_LARGE)
                .bodyJson()
                .extractingPath("$.userErrors[0].code")
                .isEqualTo("TOO_LARGE");
        assertThat(sent(new TenantId(UUID.randomUUID()))).hasStatus(HttpStatus.CREATED);
    }

    private MvcTestResult sent(TenantId by) {
        var file = new MockMultipartFile("file", "orders.csv", "text/csv", "Email\na@mail.example\n".getBytes(UTF_8));
        return Caller.staff(by, UUID.randomUUID(), Set.of("orders:write"))
                .call(() -> http.post()
                        .uri("/files")
                        .multipart()
                        .file(file)
                        .param("kind", "IMPORT")
                        .exchange());
    }

    private int kept() throws Exception {
        try (var database = TestDatabase.shared().as("postgres");
                var asked = database.prepareStatement("select count(*) from files.stored_file where tenant_id = ?")) {
            asked.setObject(1, tenant.value());
            var answer = asked.executeQuery();
            answer.next();
            return answer.getInt(1);
        }
    }

    /** The system's own answer of a device that has no room. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Disk {
        @Bean
        static BeanPostProcessor disk() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof FileStore store ? new MayBeFull(store) : bean;
                }
            };
        }
    }

    record MayBeFull(FileStore store) implements FileStore {
        @Override
        public long write(TenantId tenant, FileId file, InputStream content) throws IOException {
            if (!isFull) {
                return store.write(tenant, file, content);
            }
            try (var device = Files.newOutputStream(FULL)) {
                return content.transferTo(device);
            }
        }

        @Override
        public InputStream read(TenantId tenant, FileId file) throws IOException {
            return store.read(tenant, file);
        }

        @Override
        public void delete(TenantId tenant, FileId file) throws IOException {
            store.delete(tenant, file);
        }

        @Override
        public List<Kept> keptBefore(Instant instant) throws IOException {
            return store.keptBefore(instant);
        }
    }
}
