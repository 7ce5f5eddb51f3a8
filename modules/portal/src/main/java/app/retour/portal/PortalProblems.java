package app.retour.portal;

import app.retour.api.Outage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.support.BindingAwareModelMap;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

/** Pages for what goes wrong: in the merchant's brand, in plain words, with an id where only an operator can help. */
@ControllerAdvice(basePackageClasses = PortalProblems.class)
class PortalProblems {
    private static final Logger LOG = LoggerFactory.getLogger(PortalProblems.class);
    private final PortalFrame frame;

    PortalProblems(PortalFrame frame) {
        this.frame = frame;
    }

    /** Addresses under a merchant's pages that are none. */
    @Controller
    static class Elsewhere {
        @GetMapping("/r/{slug}/**")
        String nothing() {
            throw new NothingHere("this address");
        }
    }

    /**
     * Where a browser is led whose files were refused before they were read: the answer to the form itself can show no page,
     * since making one reads the form.
     */
    @Controller
    static class RefusedFiles {
        @GetMapping("/r/{slug}/files/too-large")
        String tooLarge() {
            throw new MaxUploadSizeExceededException(-1);
        }

        @GetMapping("/r/{slug}/files/too-many")
        String tooMany() {
            throw new TooManyFiles();
        }
    }

    /** More is being sent at this moment than there is room for. */
    private static final class TooManyFiles extends RuntimeException {}

    @ExceptionHandler(TooManyFiles.class)
    ModelAndView tooMany(HttpServletResponse response) {
        response.setHeader("Retry-After", "30");
        return page(HttpStatus.SERVICE_UNAVAILABLE, "crowded", null);
    }

    @ExceptionHandler
    String ended(SessionEnded ended, HttpServletRequest request) {
        return "redirect:/r/" + slugOf(request) + "?ended";
    }

    @ExceptionHandler(NothingHere.class)
    ModelAndView nothing() {
        return page(HttpStatus.NOT_FOUND, "missing", null);
    }

    @ExceptionHandler(LinkTooOld.class)
    ModelAndView tooOld() {
        return page(HttpStatus.GONE, "old", null);
    }

    @ExceptionHandler(TooManyTries.class)
    ModelAndView tooOften() {
        return page(HttpStatus.TOO_MANY_REQUESTS, "often", null);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ModelAndView tooLarge() {
        return page(HttpStatus.CONTENT_TOO_LARGE, "large", null);
    }

    @ExceptionHandler
    ModelAndView unexpected(Exception failure, HttpServletResponse response) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            var missing = known.getStatusCode().isSameCodeAs(HttpStatus.NOT_FOUND)
                    || known.getStatusCode().isSameCodeAs(HttpStatus.BAD_REQUEST);
            return page(HttpStatus.valueOf(known.getStatusCode().value()), missing ? "missing" : "stale", null);
        }
        var logged = failure instanceof OperationFailed failed ? failed.errorId() : null;
        var id = Optional.ofNullable(logged)
                .or(() -> Optional.ofNullable(response.getHeader("X-Correlation-Id")))
                .orElseGet(() -> UUID.randomUUID().toString());
        if (failure instanceof OperationFailed failed ? failed.isOutage() : Outage.isIn(failure)) {
            LOG.warn("A portal page cannot be shown now, error id {}: {}", id, failure.toString());
            response.setHeader(HttpHeaders.RETRY_AFTER, Outage.RETRY_AFTER_SECONDS);
            if (request().getMethod().equals("GET")) {
                response.setHeader("Refresh", Outage.RETRY_AFTER_SECONDS);
            }
            return page(HttpStatus.SERVICE_UNAVAILABLE, "away", id);
        }
        LOG.error("A portal page failed, error id {}", id, failure);
        return page(HttpStatus.INTERNAL_SERVER_ERROR, "failed", id);
    }

    private ModelAndView page(HttpStatus status, String problem, @Nullable String id) {
        Model model = new BindingAwareModelMap();
        try {
            frame.ofProblem(request(), model);
        } catch (RuntimeException brandless) {
            frame.plain(model);
            LOG.debug("The page of a problem goes without its brand", brandless);
        }
        model.addAttribute("problem", problem);
        model.addAttribute("errorId", id);
        return new ModelAndView("portal/problem", model.asMap(), status);
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }

    private static String slugOf(HttpServletRequest request) {
        var parts = request.getRequestURI().split("/", 4);
        return parts.length > 2 && parts[2].matches("[a-z0-9-]{1,63}") ? parts[2] : "";
    }
}
