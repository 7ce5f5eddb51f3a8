package app.retour.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page needs: whose it is, how they write amounts and times, where the rest of it is. */
@ControllerAdvice(annotations = FramedPage.class)
class PortalFrame {
    private final Storefronts storefronts;
    private final PortalAssets assets;
    private final Languages languages;

    PortalFrame(Storefronts storefronts, PortalAssets assets, Languages languages) {
        this.storefronts = storefronts;
        this.assets = assets;
        this.languages = languages;
    }

    /** One language that the page could be in, named in itself. */
    record Other(String tag, String name, String path) {}

    @ModelAttribute
    void frame(HttpServletRequest request, Model model) {
        var storefront = storefronts.current();
        frame(request, model, storefront, LanguagePages.pageOf(request, storefront));
    }

    /** The frame of a page that tells a problem: it says nothing of the address, and from it one begins anew. */
    void ofProblem(HttpServletRequest request, Model model) {
        frame(request, model, storefronts.current(), "");
    }

    private void frame(HttpServletRequest request, Model model, Storefront storefront, String page) {
        var words = languages.of(request).words();
        model.addAttribute("storefront", storefront);
        model.addAttribute("wording", storefront.wording(words));
        model.addAttribute("languages", others(storefront, words, page));
        model.addAttribute("base", storefront.base());
        model.addAttribute("assets", assets.base(storefront));
        model.addAttribute("brandSheet", assets.brandSheet(storefront));
    }

    private List<Other> others(Storefront storefront, Locale words, String page) {
        return languages.all().stream()
                .filter(language -> !language.equals(words))
                .map(language -> new Other(
                        language.toLanguageTag(),
                        language.getDisplayLanguage(language),
                        storefront.base() + "/language/" + language.toLanguageTag()
                                + (page.isEmpty() ? "" : "?page=" + page)))
                .toList();
    }

    /** The frame of a page that belongs to no merchant, or to one who cannot be asked now. */
    void plain(Model model) {
        model.addAttribute("assets", assets.plainBase());
        model.addAttribute("brandSheet", assets.plainBrandSheet());
    }
}
