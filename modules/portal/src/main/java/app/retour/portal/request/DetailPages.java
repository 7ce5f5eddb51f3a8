package app.retour.portal.request;

import app.retour.portal.FramedPage;
import app.retour.portal.ShopperReturns;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Why an item goes back, and what is wanted instead; one question a screen. */
@Controller
@FramedPage
class DetailPages {
    private final Writing.Drafts drafts;
    private final DraftCookie cookie;
    private final MessageSourceAccessor words;

    DetailPages(Writing.Drafts drafts, DraftCookie cookie, MessageSourceAccessor portalWords) {
        this.drafts = drafts;
        this.cookie = cookie;
        this.words = portalWords;
    }

    @GetMapping("/r/{slug}/return/{number}/reason")
    String reason(@PathVariable int number, HttpServletRequest request, Model model) {
        return reasonPage(number, drafts.open(request), Map.of(), model);
    }

    @PostMapping("/r/{slug}/return/{number}/reason")
    String because(
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(defaultValue = "") String comment,
            @ModelAttribute(name = "storefront", binding = false) Storefront storefront,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var writing = drafts.open(request);
        writing.item(number);
        var errors = new LinkedHashMap<String, String>();
        if (writing.options().reason(reason).isEmpty()) {
            errors.put("reason", words.getMessage("reason.missing"));
        }
        if (comment.length() > ShopperReturns.LONGEST_COMMENT) {
            errors.put("comment", words.getMessage("comment.too-long", new Object[] {ShopperReturns.LONGEST_COMMENT}));
        }
        var said = comment.isBlank() ? null : comment.strip();
        var code = reason == null ? "" : reason;
        var answered = writing.draft().changing(number, item -> item.because(code, said));
        if (errors.isEmpty()) {
            var fitting = fitting(number, drafts.with(answered, writing.options()));
            if (cookie.write(fitting.draft(), storefront, request, response)) {
                return next(Journey.Kind.REASON, number, fitting, storefront);
            }
            errors.put("comment", words.getMessage("draft.too-large"));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return reasonPage(number, new Writing(answered, writing.options(), ShopperOrder.Preview.NONE), errors, model);
    }

    @GetMapping("/r/{slug}/return/{number}/resolution")
    String resolution(@PathVariable int number, HttpServletRequest request, Model model) {
        return resolutionPage(number, drafts.open(request), Map.of(), model);
    }

    @PostMapping("/r/{slug}/return/{number}/resolution")
    String chooseResolution(
            @PathVariable int number,
            @RequestParam(defaultValue = "") String resolution,
            @RequestParam(defaultValue = "") String variant,
            @ModelAttribute(name = "storefront", binding = false) Storefront storefront,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var writing = drafts.open(request);
        var chosen = ResolutionChoice.choices(writing.item(number), writing.options(), writing.preview()).stream()
                .filter(choice -> choice.resolution().name().equals(resolution))
                .findFirst();
        var errors = new LinkedHashMap<String, String>();
        if (chosen.isEmpty()) {
            errors.put("resolution", words.getMessage("resolution.missing"));
        }
        var picked = chosen.map(ResolutionChoice::resolution).orElse(null);
        var exchange = picked != null && picked.isExchange();
        if (exchange
                && chosen.get().variants().stream()
                        .noneMatch(offered -> offered.productId().equals(variant))) {
            errors.put("variant", words.getMessage("resolution.variant.missing"));
        }
        var draft = writing.draft().changing(number, item -> item.choosing(picked, exchange ? variant : null));
        if (errors.isEmpty() && cookie.write(draft, storefront, request, response)) {
            return next(Journey.Kind.RESOLUTION, number, drafts.with(draft, writing.options()), storefront);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return resolutionPage(number, new Writing(draft, writing.options(), writing.preview()), errors, model);
    }

    /** Another reason may close a resolution that was chosen before, or leave only one that needs no asking. */
    private Writing fitting(int number, Writing writing) {
        var item = writing.item(number);
        var choices = ResolutionChoice.choices(item, writing.options(), writing.preview());
        var kept = choices.stream().anyMatch(choice -> choice.resolution() == item.resolution());
        var only = choices.size() == 1 && !ResolutionChoice.isAQuestion(choices)
                ? choices.getFirst().resolution()
                : null;
        if (kept || item.resolution() == null && only == null) {
            return writing;
        }
        return drafts.with(writing.draft().changing(number, old -> old.choosing(only, null)), writing.options());
    }

    static String next(Journey.Kind kind, int number, Writing writing, Storefront storefront) {
        return "redirect:" + storefront.base() + writing.journey().after(new Journey.Screen(kind, number));
    }

    private static String reasonPage(int number, Writing writing, Map<String, String> errors, Model model) {
        writing.show(new Journey.Screen(Journey.Kind.REASON, number), model);
        model.addAttribute("errors", errors);
        model.addAttribute("longest", ShopperReturns.LONGEST_COMMENT);
        return "portal/reason";
    }

    private static String resolutionPage(int number, Writing writing, Map<String, String> errors, Model model) {
        writing.show(new Journey.Screen(Journey.Kind.RESOLUTION, number), model);
        model.addAttribute(
                "choices", ResolutionChoice.choices(writing.item(number), writing.options(), writing.preview()));
        model.addAttribute("errors", errors);
        return "portal/resolution";
    }
}
