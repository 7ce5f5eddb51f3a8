package app.retour.portal.request;

import app.retour.api.UserError;
import app.retour.portal.FramedPage;
import app.retour.portal.Refused;
import app.retour.portal.Storefront;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All of it once more, with what would apply; then it is sent. Sending twice gives the same return. */
@Controller
@FramedPage
class CheckPages {
    private static final Journey.Screen SCREEN = Journey.Screen.of(Journey.Kind.CHECK);
    private final Writing.Drafts drafts;
    private final ShopperOrder orders;
    private final DraftCookie cookie;
    private final Refused refused;

    CheckPages(Writing.Drafts drafts, ShopperOrder orders, DraftCookie cookie, Refused refused) {
        this.refused = refused;
        this.drafts = drafts;
        this.orders = orders;
        this.cookie = cookie;
    }

    @GetMapping("/r/{slug}/return/check")
    String check(
            @ModelAttribute(name = "storefront", binding = false) Storefront storefront,
            HttpServletRequest request,
            Model model) {
        var writing = drafts.open(request);
        if (writing.draft().sent() != null) {
            return "redirect:" + decision(storefront, writing.draft().sent());
        }
        if (!writing.draft().isComplete()) {
            return "redirect:" + storefront.base() + "/return/items";
        }
        return page(writing, writing.preview().userErrors(), model);
    }

    @PostMapping("/r/{slug}/return/check")
    String send(
            @RequestParam(defaultValue = "") String key,
            @ModelAttribute(name = "storefront", binding = false) Storefront storefront,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var writing = drafts.open(request);
        var draft = writing.draft();
        if (draft.sent() != null && draft.key().equals(key)) {
            return "redirect:" + decision(storefront, draft.sent());
        }
        if (!draft.isComplete() || !draft.key().equals(key)) {
            return "redirect:" + storefront.base() + "/return/items";
        }
        var answer = orders.request(draft);
        if (answer.returned() == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(writing, answer.userErrors(), model);
        }
        cookie.write(draft.sentAs(answer.returned().id()), storefront, request, response);
        return "redirect:" + decision(storefront, answer.returned().id());
    }

    private static String decision(Storefront storefront, String id) {
        return storefront.base() + "/returns/" + id + "/decision";
    }

    private String page(Writing writing, List<UserError> problems, Model model) {
        writing.show(SCREEN, model);
        model.addAttribute("preview", writing.preview());
        model.addAttribute(
                "problems", problems.stream().map(refused::say).distinct().toList());
        return "portal/check";
    }
}
