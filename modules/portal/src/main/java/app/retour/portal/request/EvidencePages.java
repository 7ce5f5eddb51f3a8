package app.retour.portal.request;

import app.retour.portal.FramedPage;
import app.retour.portal.Photos;
import app.retour.portal.ShopperReturns;
import app.retour.portal.Storefront;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.springframework.web.multipart.MultipartFile;

/** Photos and words that the rules want to see before they judge. May be skipped: then they are asked for afterwards. */
@Controller
@FramedPage
class EvidencePages {
    private final Writing.Drafts drafts;
    private final DraftCookie cookie;
    private final Photos photos;
    private final MessageSourceAccessor words;

    EvidencePages(Writing.Drafts drafts, DraftCookie cookie, Photos photos, MessageSourceAccessor portalWords) {
        this.drafts = drafts;
        this.cookie = cookie;
        this.photos = photos;
        this.words = portalWords;
    }

    @GetMapping("/r/{slug}/return/{number}/evidence")
    String evidence(@PathVariable int number, HttpServletRequest request, Model model) {
        return page(number, drafts.open(request), Map.of(), model);
    }

    /** @param then {@code next}, {@code stay} after adding a photo, {@code skip}, or {@code remove:<file>} */
    @PostMapping("/r/{slug}/return/{number}/evidence")
    String show(
            @PathVariable int number,
            @RequestParam(name = "photos", required = false) @Nullable List<MultipartFile> uploads,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(defaultValue = "next") String then,
            @ModelAttribute(name = "storefront", binding = false) Storefront storefront,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var writing = drafts.open(request);
        var item = writing.item(number);
        var errors = new LinkedHashMap<String, String>();
        var kept = new ArrayList<>(item.photos());
        kept.removeIf(photo -> then.equals("remove:" + photo));
        var taken = photos.take(uploads == null ? List.of() : uploads, Photos.MOST - kept.size());
        kept.addAll(taken.stored());
        if (!taken.refused().isEmpty()) {
            errors.put("photos", String.join(" ", taken.refused()));
        }
        var asksComment = writing.preview()
                .of(item.line())
                .map(ShopperOrder.PreviewItem::commentWanted)
                .orElse(false);
        var said = asksComment ? (comment.isBlank() ? null : comment.strip()) : item.comment();
        if (said != null && said.length() > ShopperReturns.LONGEST_COMMENT) {
            errors.put("comment", words.getMessage("comment.too-long", new Object[] {ShopperReturns.LONGEST_COMMENT}));
        }
        if ("next".equals(then)) {
            missing(writing, item, kept.size(), said, errors);
        }
        var draft = writing.draft().changing(number, old -> old.showing(kept, said));
        // What was stored is kept also when something else is to be mended.
        if (!cookie.write(draft, storefront, request, response)) {
            errors.put("comment", words.getMessage("draft.too-large"));
        }
        var shown = drafts.with(draft, writing.options());
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(number, shown, errors, model);
        }
        return "next".equals(then) || "skip".equals(then)
                ? DetailPages.next(Journey.Kind.EVIDENCE, number, shown, storefront)
                : "redirect:" + storefront.base() + new Journey.Screen(Journey.Kind.EVIDENCE, number).path();
    }

    private void missing(
            Writing writing, Draft.Item item, int given, @Nullable String said, Map<String, String> errors) {
        writing.preview().of(item.line()).ifPresent(wanted -> {
            if (given < wanted.photosWanted()) {
                errors.putIfAbsent(
                        "photos", words.getMessage("evidence.photos.missing", new Object[] {wanted.photosWanted()}));
            }
            if (wanted.commentWanted() && said == null) {
                errors.putIfAbsent("comment", words.getMessage("evidence.comment.missing"));
            }
        });
    }

    private static String page(int number, Writing writing, Map<String, String> errors, Model model) {
        writing.show(new Journey.Screen(Journey.Kind.EVIDENCE, number), model);
        model.addAttribute(
                "wanted", writing.preview().of(writing.item(number).line()).orElse(null));
        model.addAttribute("errors", errors);
        model.addAttribute("mostPhotos", Photos.MOST);
        model.addAttribute("longest", ShopperReturns.LONGEST_COMMENT);
        return "portal/evidence";
    }
}
