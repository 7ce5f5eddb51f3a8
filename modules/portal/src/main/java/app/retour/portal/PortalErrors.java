package app.retour.portal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.support.BindingAwareModelMap;
import org.springframework.web.servlet.ModelAndView;

/** Pages for what is refused before any of ours is asked: a form that is too old, an upload that is too large. */
@Component
class PortalErrors implements ErrorViewResolver {
    private final PortalFrame frame;

    PortalErrors(PortalFrame frame) {
        this.frame = frame;
    }

    @Override
    public @Nullable ModelAndView resolveErrorView(
            HttpServletRequest request, HttpStatus status, Map<String, Object> known) {
        if (!String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .startsWith("/r/")) {
            return null;
        }
        Model model = new BindingAwareModelMap();
        frame.plain(model);
        model.addAttribute("problem", problem(status));
        model.addAttribute("errorId", status.is5xxServerError() ? known.get("correlationId") : null);
        return new ModelAndView("portal/problem", model.asMap(), status);
    }

    private static String problem(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND, METHOD_NOT_ALLOWED, BAD_REQUEST -> "missing";
            case CONTENT_TOO_LARGE -> "large";
            case SERVICE_UNAVAILABLE -> "away";
            default -> status.is4xxClientError() ? "stale" : "failed";
        };
    }
}
