package app.retour.portal;

import app.retour.api.UserError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;

/** What a shopper can do about their return: give evidence, tell the tracking number, cancel. */
@Controller
@FramedPage
class ShopperActions {
    private static final int LONGEST_NUMBER = 100;
    private final ShopperReturns returns;
    private final Photos photos;
    private final Refused refused;
    private final MessageSourceAccessor words;

    ShopperActions(ShopperReturns returns, Photos photos, Refused refused, MessageSourceAccessor portalWords) {
        this.refused = refused;
        this.returns = returns;
        this.photos = photos;
        this.words = portalWords;
    }

    @PostMapping("/r/{slug}/returns/{id}/tracking")
    String tracking(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String carrier,
            @RequestParam(name = "tracking", defaultValue = "") String number,
            @RequestParam(defaultValue = "") String instead,
            HttpServletResponse response,
            Model model) {
        var errors = new LinkedHashMap<String, String>();
        if (number.isBlank() || number.length() > LONGEST_NUMBER) {
            errors.put("tracking", words.getMessage("tracking.missing"));
        } else {
            collect(
                    returns.announce(id, carrier.strip(), number.strip(), instead)
                            .userErrors(),
                    "tracking",
                    errors);
        }
        model.addAttribute("carrier", carrier);
        model.addAttribute("tracking", number);
        model.addAttribute("instead", instead);
        return answer(id, errors, response, model);
    }

    @PostMapping("/r/{slug}/returns/{id}/cancel")
    String cancel(@PathVariable String id, HttpServletResponse response, Model model) {
        var errors = new LinkedHashMap<String, String>();
        collect(returns.cancel(id).userErrors(), "form", errors);
        return answer(id, errors, response, model);
    }

    @PostMapping("/r/{slug}/returns/{id}/evidence")
    String evidence(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Model model) {
        var found = returns.find(id);
        var errors = new LinkedHashMap<String, String>();
        var given = new ArrayList<GivenEvidence>();
        for (var wanted : found.wantedEvidence()) {
            for (var item : found.itemsOf(wanted)) {
                given.add(evidenceFor(item, wanted, request, errors));
            }
        }
        if (given.isEmpty()) {
            errors.putIfAbsent("form", words.getMessage("evidence.not-wanted"));
        }
        if (errors.isEmpty()) {
            collect(returns.give(id, given).userErrors(), "form", errors);
        }
        return answer(id, errors, response, model);
    }

    private GivenEvidence evidenceFor(
            ShopperReturns.Item item,
            ShopperReturns.EvidenceRequest wanted,
            HttpServletRequest request,
            Map<String, String> errors) {
        var uploads = request instanceof MultipartRequest parts
                ? parts.getFiles("photos-" + item.id())
                : List.<MultipartFile>of();
        var comment = request.getParameter("comment-" + item.id());
        var said = comment == null || comment.isBlank() ? null : comment.strip();
        var sent = uploads.stream().filter(upload -> !upload.isEmpty()).count();
        if (sent < wanted.photosWanted()) {
            errors.put(
                    "photos-" + item.id(),
                    words.getMessage("evidence.photos.missing", new Object[] {wanted.photosWanted()}));
        }
        if (wanted.commentWanted() && said == null) {
            errors.put("comment-" + item.id(), words.getMessage("evidence.comment.missing"));
        }
        if (!errors.isEmpty()) {
            return new GivenEvidence(item.id(), List.of(), said);
        }
        var taken = photos.take(uploads, Photos.MOST);
        if (!taken.refused().isEmpty()) {
            errors.put("photos-" + item.id(), String.join(" ", taken.refused()));
        }
        return new GivenEvidence(item.id(), taken.stored(), said);
    }

    private void collect(List<UserError> problems, String field, Map<String, String> errors) {
        if (!problems.isEmpty()) {
            errors.put(field, refused.say(problems));
        }
    }

    private String answer(String id, Map<String, String> errors, HttpServletResponse response, Model model) {
        if (errors.isEmpty()) {
            return "redirect:" + StatusPages.path(model, id);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return StatusPages.status(returns.find(id), errors, model);
    }
}
