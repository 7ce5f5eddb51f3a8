package app.retour.tracking.web;

import app.retour.tracking.CarrierWebhooks;
import app.retour.tracking.CarrierWebhooks.Reception;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes webhooks as they come, byte for byte: the signature is over the bytes. Answers say nothing but the status. */
@RestController
class CarrierWebhookController {
    private final CarrierWebhooks webhooks;

    CarrierWebhookController(CarrierWebhooks webhooks) {
        this.webhooks = webhooks;
    }

    @PostMapping("/webhooks/{source:easypost}/{path:[0-9a-f]{40}}")
    ResponseEntity<Void> receive(
            @PathVariable("source") String source, @PathVariable("path") String path, HttpServletRequest request)
            throws IOException {
        var body = request.getInputStream().readNBytes(CarrierWebhooks.MOST_BYTES + 1);
        return ResponseEntity.status(
                        status(webhooks.receive(source.toUpperCase(Locale.ROOT), path, request::getHeader, body)))
                .build();
    }

    private static HttpStatus status(Reception reception) {
        return switch (reception) {
            case TAKEN -> HttpStatus.OK;
            case NOBODYS -> HttpStatus.NOT_FOUND;
            case FORGED -> HttpStatus.UNAUTHORIZED;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
        };
    }
}
