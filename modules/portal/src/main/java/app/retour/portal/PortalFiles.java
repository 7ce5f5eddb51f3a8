package app.retour.portal;

import app.retour.api.Caller;
import app.retour.files.FileId;
import app.retour.files.FileKind;
import app.retour.files.Files;
import app.retour.files.StoredFile;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Pictures within reach of the shopper's cookie: the logo for anybody, what hangs on their order for them. */
@Controller
class PortalFiles {
    private final Files files;

    PortalFiles(Files files) {
        this.files = files;
    }

    @GetMapping("/r/{slug}/files/{id}")
    ResponseEntity<Resource> file(@PathVariable UUID id) throws IOException {
        var file =
                files.open(new FileId(id)).filter(PortalFiles::mayBeSeen).orElseThrow(() -> new NothingHere("a file"));
        var shown = file.kind() == FileKind.DOCUMENT ? ContentDisposition.attachment() : ContentDisposition.inline();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.contentType()))
                .contentLength(file.bytes())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        shown.filename(file.name()).build().toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(
                        file.kind() == FileKind.LOGO
                                ? CacheControl.maxAge(Duration.ofDays(365))
                                        .cachePublic()
                                        .immutable()
                                : CacheControl.maxAge(Duration.ofHours(2)).cachePrivate())
                .body(new InputStreamResource(file.content().open()));
    }

    private static boolean mayBeSeen(StoredFile file) {
        var caller = Caller.current();
        return switch (file.kind()) {
            case LOGO -> true;
            case PHOTO ->
                caller.is(Caller.Kind.SHOPPER) && (file.owner() == null || caller.mayTouchOrder(file.owner()));
            case DOCUMENT ->
                caller.is(Caller.Kind.SHOPPER) && file.owner() != null && caller.mayTouchOrder(file.owner());
            case IMPORT -> false;
        };
    }
}
