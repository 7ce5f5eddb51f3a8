package app.retour.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A shopper chooses their language. A plain link: it works without script, and who forged it could do no more than show
 * them the same page in another language.
 */
@Controller
@FramedPage
class LanguagePages {
    /** Within the portal only: no host, no second slash in front, nothing that steps up. */
    private static final Pattern PAGE = Pattern.compile("(/[A-Za-z0-9_=-]{1,200}){0,4}");

    private final Languages languages;

    LanguagePages(Languages languages) {
        this.languages = languages;
    }

    @GetMapping("/r/{slug}/language/{tag}")
    String choose(
            @PathVariable String tag,
            @RequestParam(defaultValue = "") String page,
            @ModelAttribute(name = "storefront", binding = false) Storefront storefront,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!languages.choose(tag, storefront, request, response)) {
            throw new NothingHere("a language");
        }
        return "redirect:" + storefront.base() + (PAGE.matcher(page).matches() ? page : "");
    }

    /** The page that a switch leads back to: the one that shows what a form that was sent is about. */
    static String pageOf(HttpServletRequest request, Storefront storefront) {
        var uri = request.getRequestURI();
        var page = uri.startsWith(storefront.base())
                ? uri.substring(storefront.base().length())
                : "";
        if (!"GET".equals(request.getMethod())) {
            page = page.replaceAll("^/find$", "").replaceAll("^(/returns/[^/]+)/(tracking|evidence)$", "$1");
        }
        return PAGE.matcher(page).matches() ? page : "";
    }
}
