package app.retour.files.web;

import static org.springframework.http.HttpStatus.CONTENT_TOO_LARGE;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.INSUFFICIENT_STORAGE;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import app.retour.api.Caller;
import app.retour.api.CorrelationId;
import app.retour.api.GlobalId;
import app.retour.api.NoRoom;
import app.retour.api.Outage;
import app.retour.files.FileId;
import app.retour.files.FileKind;
import app.retour.files.FileUpload;
import app.retour.files.Files;
import app.retour.files.StoredFile;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.tenants.tenancy.TenantContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files in and out. What comes out is never run by a browser: its type is ours, sniffing is off, scripts are shut. */
@RestController
class FileController {
    private static final Map<FileKind, String> SCOPES = Map.of(
            FileKind.PHOTO, "returns:write",
            FileKind.DOCUMENT, "returns:write",
            FileKind.LOGO, "tenant:write",
            FileKind.IMPORT, "orders:write");
    /** By then the queue of a moment is read. */
    private static final String SECONDS_TO_COME_BACK = "5";

    private static final Logger LOG = LoggerFactory.getLogger(FileController.class);
    private final Files files;

    FileController(Files files) {
        this.files = files;
    }

    /** @param kind PHOTO, LOGO, DOCUMENT or IMPORT */
    @PostMapping(path = "/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Object> store(@RequestParam("file") MultipartFile file, @RequestParam("kind") FileKind kind)
            throws IOException {
        var caller = Caller.current();
        if (!caller.is(Caller.Kind.STAFF) && !caller.is(Caller.Kind.INTEGRATOR)) {
            return refusal(UNAUTHORIZED.value(), ErrorCode.FORBIDDEN, "Sign in to send files", List.of());
        }
        if (!caller.holds(SCOPES.getOrDefault(kind, ""))) {
            return refusal(
                    FORBIDDEN.value(),
                    ErrorCode.FORBIDDEN,
                    "Sending a %s needs %s".formatted(kind, SCOPES.get(kind)),
                    List.of("kind"));
        }
        try (var content = file.getInputStream()) {
            var upload = new FileUpload(kind, content, file.getOriginalFilename(), null);
            var id = TenantContext.callAs(caller.requireTenant(), () -> files.store(upload));
            return ResponseEntity.status(CREATED)
                    .body(Map.of("id", GlobalId.of("StoredFile", id.value()), "path", "/files/" + id));
        }
    }

    @GetMapping("/files/{id}")
    ResponseEntity<Resource> fetch(@PathVariable("id") String id) throws IOException {
        var caller = Caller.current();
        var found = parsed(id).flatMap(file -> visible(file, caller));
        return found.isPresent()
                ? answer(found.get())
                : ResponseEntity.status(NOT_FOUND).build();
    }

    private Optional<StoredFile> visible(FileId file, Caller caller) {
        var tenant = caller.tenant();
        var own = tenant == null
                ? Optional.<StoredFile>empty()
                : TenantContext.callAs(tenant, () -> files.open(file)).filter(found -> found.visibleTo(caller));
        return own.isPresent() || TenantContext.find().isPresent() ? own : files.openLogo(file);
    }

    private static ResponseEntity<Resource> answer(StoredFile file) throws IOException {
        var shown = file.kind() == FileKind.PHOTO || file.kind() == FileKind.LOGO;
        var disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        var logo = file.kind() == FileKind.LOGO;
        var kept = CacheControl.maxAge(Duration.ofHours(logo ? 24 : 1));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.contentType()))
                .contentLength(file.bytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", logo ? "cross-origin" : "same-origin")
                .cacheControl(logo ? kept.cachePublic() : kept.cachePrivate())
                .body(new InputStreamResource(file.content()::open, file.name()));
    }

    /** The id as GraphQL tells it, or the plain one of a path. */
    private static Optional<FileId> parsed(String id) {
        try {
            return Optional.of(new FileId(id.length() == 36 ? UUID.fromString(id) : GlobalId.parse(id, "StoredFile")));
        } catch (Refusal | IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(Refusal refusal) {
        var status = switch (refusal.code()) {
            case TOO_LARGE -> CONTENT_TOO_LARGE;
            case THROTTLED -> SERVICE_UNAVAILABLE;
            default -> UNPROCESSABLE_CONTENT;
        };
        return refusal(status.value(), refusal.code(), String.valueOf(refusal.getMessage()), refusal.field());
    }

    @ExceptionHandler
    ResponseEntity<Object> noRoom(NoRoom failure) {
        LOG.error("A file could not be kept, {}", CorrelationId.current(), failure);
        return refusal(
                INSUFFICIENT_STORAGE.value(),
                Outage.CODE,
                "There is no room for this file right now, and nothing of it was kept. Try again later; if it stays, tell us"
                        + " the id "
                        + CorrelationId.current(),
                List.of("file"));
    }

    private static ResponseEntity<Object> refusal(int status, ErrorCode code, String message, List<String> field) {
        return refusal(status, code.name(), message, field);
    }

    private static ResponseEntity<Object> refusal(int status, String code, String message, List<String> field) {
        var answer = ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
        if (status == SERVICE_UNAVAILABLE.value()) {
            answer.header(HttpHeaders.RETRY_AFTER, SECONDS_TO_COME_BACK);
        }
        return answer.body(Map.of("userErrors", List.of(Map.of("field", field, "message", message, "code", code))));
    }
}
