package app.retour.files.web;

import app.retour.files.FileKind;
import app.retour.kernel.ErrorCode;
import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Answers uploads beyond every limit, which are refused before a controller sees them. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class OversizedUploads {
    @ExceptionHandler
    ResponseEntity<Object> tooLarge(MaxUploadSizeExceededException beyond) {
        return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE)
                .body(Map.of(
                        "userErrors",
                        List.of(Map.of(
                                "field",
                                List.of("file"),
                                "message",
                                "The request is too large; no file may have more than %d MB"
                                        .formatted(FileKind.IMPORT.mostBytes() / 1_000_000),
                                "code",
                                ErrorCode.TOO_LARGE))));
    }
}
