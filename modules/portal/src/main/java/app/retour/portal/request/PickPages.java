package app.retour.portal.request;

import app.retour.portal.FramedPage;
import app.retour.portal.Storefront;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Which items, and how many. */
@Controller
@FramedPage
class PickPages {
    private static final Journey.Screen SCREEN = Journey.Screen.of(Journey.Kind.ITEMS);
    private final Writing.Drafts drafts;
    private final DraftCookie cookie;
    private final MessageSourceAccessor words;

    PickPages(Writing.Drafts drafts, DraftCookie cookie, MessageSourceAccessor portalWords) {
        this.drafts = drafts;
        this.cookie = cookie;
        this.words = portalWords;
    }

    @GetMapping("/r/{slug}/return/items")
    String items(HttpServletRequest request, Model model) {
        return page(drafts.open(request), Map.of(), model);
    }

    @PostMapping("/r/{slug}/return/items")
    String pick(
            @ModelAttribute(name = "storefront", binding = false) Storefront storefront,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var writing = drafts.open(request);
        var errors = new LinkedHashMap<String, String>();
        var picked = picked(writing.options(), request, errors);
        if (picked.isEmpty() && errors.isEmpty()) {
            errors.put("items", words.getMessage("items.none"));
        }
        var before = writing.draft().sent() == null
                ? writing.draft()
                : Draft.of(writing.options().orderId());
        var draft = before.picking(picked);
        if (errors.isEmpty() && !cookie.write(draft, storefront, request, response)) {
            errors.put("items", words.getMessage("draft.too-large"));
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(new Writing(draft, writing.options(), ShopperOrder.Preview.NONE), errors, model);
        }
        return "redirect:" + storefront.base()
                + drafts.with(draft, writing.options()).journey().after(SCREEN);
    }

    private Map<String, Integer> picked(
            ShopperOrder.Options options, HttpServletRequest request, Map<String, String> errors) {
        var picked = new LinkedHashMap<String, Integer>();
        for (var line : options.lines()) {
            var id = line.orderLineId();
            if (line.canGoBack() && request.getParameter("pick-" + id) != null) {
                var quantity = number(request.getParameter("quantity-" + id), line.returnable());
                if (quantity < 1 || quantity > line.returnable()) {
                    errors.put(id, words.getMessage("items.quantity", new Object[] {line.returnable()}));
                } else {
                    picked.put(id, quantity);
                }
            }
        }
        return picked;
    }

    private static int number(@Nullable String text, int otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise == 1 ? 1 : 0;
        }
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    private static String page(Writing writing, Map<String, String> errors, Model model) {
        writing.show(SCREEN, model);
        model.addAttribute("errors", errors);
        return "portal/items";
    }
}
