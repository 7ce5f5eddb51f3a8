package app.retour.portal.door;

import app.retour.api.UserError;
import app.retour.portal.FramedPage;
import app.retour.portal.Operations;
import app.retour.portal.Refused;
import app.retour.portal.TooManyTries;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A shopper has themselves erased: they ask, get a link at the address that the shop has of them, and confirm there. */
@Controller
@FramedPage
class ErasurePages {
    private final Operations operations;
    private final TriesAtTheDoor tries;
    private final Refused refused;
    private final MessageSourceAccessor words;

    ErasurePages(Operations operations, TriesAtTheDoor tries, Refused refused, MessageSourceAccessor portalWords) {
        this.operations = operations;
        this.tries = tries;
        this.refused = refused;
        this.words = portalWords;
    }

    record Sent(boolean mailSent, List<UserError> userErrors) {}

    record Confirmed(boolean erased, List<Obstacle> standsAgainst, List<UserError> userErrors) {}

    /** As the schema names them; each has words. */
    enum Obstacle {
        OPEN_RETURN,
        RUNNING_IMPORT
    }

    @GetMapping("/r/{slug}/erase")
    String ask(Model model) {
        return page(null, null, null, model);
    }

    @PostMapping("/r/{slug}/erase")
    String send(HttpServletResponse response, Model model) {
        var sent = operations
                .one("request-erasure", Map.of(), "requestErasure", Sent.class)
                .orElseThrow();
        return answered(sent.mailSent() ? "sent" : null, null, whyNotSent(sent.userErrors()), response, model);
    }

    /** Looking at it does nothing: programs that read mails open links. */
    @GetMapping("/r/{slug}/erase/{token}")
    String confirm(@PathVariable String token, HttpServletResponse response, Model model) {
        response.setHeader("Referrer-Policy", "no-referrer");
        return page(null, token, null, model);
    }

    @PostMapping("/r/{slug}/erase/{token}")
    String erase(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (!tries.mayTry(request)) {
            throw new TooManyTries();
        }
        response.setHeader("Referrer-Policy", "no-referrer");
        var confirmed = operations
                .one("confirm-erasure", Map.of("input", Map.of("token", token)), "confirmErasure", Confirmed.class)
                .orElseThrow();
        // A link that was used, or is none, does not work at a second try either.
        model.addAttribute(
                "over", !confirmed.erased() && confirmed.standsAgainst().isEmpty());
        return answered(confirmed.erased() ? "done" : null, token, whyNotErased(confirmed), response, model);
    }

    private static String answered(
            @Nullable String said,
            @Nullable String token,
            @Nullable String problem,
            HttpServletResponse response,
            Model model) {
        if (problem != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return page(said, token, problem, model);
    }

    private static String page(@Nullable String said, @Nullable String token, @Nullable String problem, Model model) {
        model.addAttribute("said", said);
        model.addAttribute("token", token);
        model.addAttribute("errors", problem == null ? Map.of() : Map.of("form", problem));
        return "portal/erase";
    }

    private @Nullable String whyNotSent(List<UserError> problems) {
        return problems.isEmpty() ? null : whyNotSent(problems.getFirst());
    }

    private String whyNotSent(UserError error) {
        return switch (error.code()) {
            case WRONG_STATE -> words.getMessage("erase.not-live");
            case NOT_FOUND -> words.getMessage("erase.no-address");
            case THROTTLED ->
                words.getMessage(List.of("shop").equals(error.field()) ? "erase.shop-throttled" : "erase.throttled");
            default -> refused.say(error);
        };
    }

    private @Nullable String whyNotErased(Confirmed answer) {
        if (answer.userErrors().isEmpty()) {
            return null;
        }
        if (!answer.standsAgainst().isEmpty()) {
            return answer.standsAgainst().stream()
                    .map(obstacle -> words.getMessage("erase.against." + obstacle))
                    .collect(Collectors.joining(" "));
        }
        var error = answer.userErrors().getFirst();
        return switch (error.code()) {
            case WRONG_STATE -> words.getMessage("erase.used");
            case NOT_FOUND -> words.getMessage("erase.too-old");
            default -> refused.say(error);
        };
    }
}
