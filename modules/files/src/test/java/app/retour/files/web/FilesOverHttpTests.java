package app.retour.files.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.Caller;
import app.retour.files.FileId;
import app.retour.files.FileKind;
import app.retour.files.FileUpload;
import app.retour.files.Files;
import app.retour.kernel.TenantId;
import app.retour.tenants.tenancy.TenantContext;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import retour.testkit.RetourTest;

/** Without the security chain of the application: callers are bound by hand. */
@RetourTest
class FilesOverHttpTests {
    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final UUID order = UUID.randomUUID();

    @Autowired
    WebApplicationContext context;

    @Autowired
    Files files;

    private MockMvcTester http;

    @BeforeEach
    void connect() {
        http = MockMvcTester.from(context);
    }

    @Test
    void aPhotoIsTakenAndServedWithoutAnyPower() throws IOException {
        var sent = staff("returns:write", "returns:read").call(() -> send("PHOTO", picture()));
        assertThat(sent)
                .hasStatus(HttpStatus.CREATED)
                .bodyJson()
                .extractingPath("$.id")
                .isNotNull();
        var path = sent.getResponse().getContentAsString().replaceAll(".*\"(/files/[^\"]+)\".*", "$1");
        var fetched = staff("returns:read").call(() -> http.get().uri(path).exchange());
        assertThat(fetched)
                .hasStatusOk()
                .hasContentType("image/jpeg")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    }

    @Test
    void aShopperSeesTheirOwnOrdersFilesAndNoOthers() {
        var path = "/files/" + stored(FileKind.PHOTO, order);
        assertThat(as(Caller.shopper(tenant, order, Set.of()), path)).hasStatusOk();
        assertThat(as(Caller.shopper(tenant, UUID.randomUUID(), Set.of()), path))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(as(Caller.shopper(new TenantId(UUID.randomUUID()), order, Set.of()), path))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(as(Caller.anonymous(null), path)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(as(staff("tenant:read"), path)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void anybodySeesALogo() {
        assertThat(as(Caller.anonymous(null), "/files/" + stored(FileKind.LOGO, null)))
                .hasStatusOk()
                .hasContentType("image/png");
    }

    @Test
    void aFileThatIsNotWhatItClaimsIsRefusedInWords() {
        var answer = staff("returns:write")
                .call(() -> send("PHOTO", "<svg/>".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(answer)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .extractingPath("$.userErrors[0].code")
                .isEqualTo("INVALID");
    }

    @Test
    void sendingNeedsTheScopeOfTheKind() {
        assertThat(staff("returns:write").call(() -> send("IMPORT", picture()))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(send("PHOTO", picture())).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(Caller.shopper(tenant, order, Set.of()).call(() -> send("PHOTO", picture())))
                .hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void anIdThatIsNoneIsNotFound() {
        for (var id : new String[] {"1", "..%2f..%2fetc%2fpasswd", "zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz"}) {
            assertThat(as(staff("returns:read"), "/files/" + id)).hasStatus(HttpStatus.NOT_FOUND);
        }
    }

    private MvcTestResult as(Caller caller, String path) {
        return caller.call(() -> http.get().uri(java.net.URI.create(path)).exchange());
    }

    private Caller staff(String... scopes) {
        return Caller.staff(tenant, UUID.randomUUID(), Set.of(scopes));
    }

    private MvcTestResult send(String kind, byte[] content) {
        return http.post()
                .uri("/files")
                .multipart()
                .file(new MockMultipartFile("file", "photo.png", "text/html", content))
                .param("kind", kind)
                .exchange();
    }

    private FileId stored(FileKind kind, @org.jspecify.annotations.Nullable UUID owner) {
        var upload = new FileUpload(kind, new ByteArrayInputStream(picture()), "a.png", owner);
        return TenantContext.callAs(tenant, () -> files.store(upload));
    }

    private static byte[] picture() {
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB), "png", out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }
}
