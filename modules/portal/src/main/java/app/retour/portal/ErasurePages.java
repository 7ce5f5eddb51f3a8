package app.retour.portal;

import app.retour.api.UserError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
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

    record Confirmed(boolean erased, List<UserError> userErrors) {}

    @GetMapping("/r/{slug}/erase")
    String ask(Model model) {
        return page(null, null, List.of(), model);
    }

    @PostMapping("/r/{slug}/erase")
    String send(HttpServletResponse response, Model model) {
        var sent = operations
                .one("request-erasure", Map.of(), "requestErasure", Sent.class)
                .orElseThrow();
        return answered(sent.mailSent() ? "sent" : null, null, sent.userErrors(), response, model);
    }

    /** Looking at it does nothing: programs that read mails open links. */
    @GetMapping("/r/{slug}/erase/{token}")
    String confirm(@PathVariable String token, HttpServletResponse response, Model model) {
        response.setHeader("Referrer-Policy", "no-referrer");
        return page(null, token, List.of(), model);
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
        return answered(confirmed.erased() ? "done" : null, token, confirmed.userErrors(), response, model);
    }

    private String answered(
            @Nullable String said,
            @Nullable String token,
            List<UserError> problems,
            HttpServletResponse response,
            Model model) {
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return page(said, token, problems, model);
    }

    private String page(@Nullable String said, @Nullable String token, List<UserError> problems, Model model) {
        model.addAttribute("said", said);
        model.addAttribute("token", token);
        model.addAttribute(
                "errors", problems.isEmpty() ? Map.of() : Map.of("form", textOf(problems.getFirst(), token)));
        return "portal/erase";
    }

    private String textOf(UserError error, @Nullable String token) {
        return switch (error.code()) {
            case WRONG_STATE -> words.getMessage(token == null ? "erase.not-live" : "erase.open");
            case NOT_FOUND -> words.getMessage(token == null ? "erase.no-address" : "erase.too-old");
            case THROTTLED -> words.getMessage("erase.throttled");
            default -> refused.say(error);
        };
    }
}
