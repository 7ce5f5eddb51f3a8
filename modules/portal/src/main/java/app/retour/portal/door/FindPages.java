package app.retour.portal.door;

import app.retour.api.UserError;
import app.retour.kernel.ErrorCode;
import app.retour.portal.FramedPage;
import app.retour.portal.LinkTooOld;
import app.retour.portal.Refused;
import app.retour.portal.Storefront;
import app.retour.portal.TooManyTries;
import app.retour.portal.request.ShopperOrder;
import app.retour.tenants.shoppers.ShopperSessions;
import app.retour.tenants.tenancy.TenantContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The door: a shopper proves their order, or comes by a signed link of a mail. */
@Controller
@FramedPage
class FindPages {
    private static final int LONGEST = 200;
    private final ShopperOrder orders;
    private final ShopperSessions sessions;
    private final TriesAtTheDoor tries;
    private final Refused refused;
    private final MessageSourceAccessor words;

    FindPages(
            ShopperOrder orders,
            ShopperSessions sessions,
            TriesAtTheDoor tries,
            Refused refused,
            MessageSourceAccessor portalWords) {
        this.tries = tries;
        this.refused = refused;
        this.orders = orders;
        this.sessions = sessions;
        this.words = portalWords;
    }

    @GetMapping({"/r/{slug}", "/r/{slug}/"})
    String form(
            @RequestParam(required = false) @Nullable String ended,
            @RequestParam(defaultValue = "") String order,
            Model model) {
        model.addAttribute("errors", Map.of());
        model.addAttribute("ended", ended != null);
        // The links of mails bring the number along.
        model.addAttribute("number", order.length() > LONGEST ? "" : order);
        return "portal/find";
    }

    @PostMapping("/r/{slug}/find")
    String find(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String proof,
            @ModelAttribute(name = "storefront", binding = false) Storefront storefront,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var errors = missing(number, proof);
        if (errors.isEmpty() && !tries.mayTry(request)) {
            errors.put("form", words.getMessage("find.throttled"));
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        } else if (errors.isEmpty()) {
            var answer = orders.prove(number.strip(), proof.strip());
            if (answer.token() != null) {
                giveSession(answer.token(), storefront, request, response);
                return "redirect:" + storefront.base() + "/order";
            }
            for (var error : answer.userErrors()) {
                errors.putIfAbsent(fieldOf(error), textOf(error));
                response.setStatus(
                        error.code() == ErrorCode.THROTTLED
                                ? HttpStatus.TOO_MANY_REQUESTS.value()
                                : HttpStatus.UNPROCESSABLE_CONTENT.value());
            }
        } else {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("errors", errors);
        model.addAttribute("ended", false);
        model.addAttribute("number", number);
        model.addAttribute("proof", proof);
        return "portal/find";
    }

    /** The link of a mail. It is exchanged for a session, so that it does not stay in the address bar. */
    @GetMapping("/r/{slug}/s/{token}")
    String link(
            @PathVariable String token,
            @RequestParam(name = "return", required = false) @Nullable String returnId,
            @ModelAttribute(name = "storefront", binding = false) Storefront storefront,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!tries.mayTry(request)) {
            throw new TooManyTries();
        }
        var session = sessions.verifyLink(token)
                .filter(known -> known.tenant().equals(TenantContext.current()))
                .orElseThrow(LinkTooOld::new);
        giveSession(
                sessions.issue(session.tenant(), session.order(), session.byEmail()), storefront, request, response);
        response.setHeader("Referrer-Policy", "no-referrer");
        return "redirect:" + storefront.base()
                + (returnId == null || !returnId.matches("[A-Za-z0-9_=-]{1,200}") ? "/order" : "/returns/" + returnId);
    }

    private static void giveSession(
            String token, Storefront storefront, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(ShopperSessions.COOKIE, token)
                .path(storefront.base())
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(ShopperSessions.LIFETIME)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private Map<String, String> missing(String number, String proof) {
        var errors = new LinkedHashMap<String, String>();
        if (number.isBlank() || number.length() > LONGEST) {
            errors.put("number", words.getMessage("find.number.missing"));
        }
        if (proof.isBlank() || proof.length() > LONGEST) {
            errors.put("proof", words.getMessage("find.proof.missing"));
        }
        return errors;
    }

    private static String fieldOf(UserError error) {
        var named = error.field() == null || error.field().isEmpty()
                ? ""
                : error.field().getLast();
        return error.code() == ErrorCode.NOT_FOUND || error.code() == ErrorCode.THROTTLED
                ? "form"
                : switch (named) {
                    case "orderNumber" -> "number";
                    case "email", "postcode" -> "proof";
                    default -> "form";
                };
    }

    /** One answer for a wrong number and a wrong proof. */
    private String textOf(UserError error) {
        return switch (error.code()) {
            case NOT_FOUND -> words.getMessage("find.unknown");
            case THROTTLED -> words.getMessage("find.throttled");
            default -> refused.say(error);
        };
    }
}
