package app.retour.portal;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page needs: whose it is, how she writes amounts and times, where the rest of it is. */
@ControllerAdvice(
        assignableTypes = {
            FindPages.class,
            OrderPages.class,
            PickPages.class,
            DetailPages.class,
            EvidencePages.class,
            CheckPages.class,
            StatusPages.class,
            ShopperActions.class
        })
class PortalFrame {
    private final Storefronts storefronts;
    private final PortalAssets assets;

    PortalFrame(Storefronts storefronts, PortalAssets assets) {
        this.storefronts = storefronts;
        this.assets = assets;
    }

    @ModelAttribute
    void frame(Model model) {
        frame(storefronts.current(), model);
    }

    void frame(Storefront storefront, Model model) {
        model.addAttribute("storefront", storefront);
        model.addAttribute("wording", storefront.wording());
        model.addAttribute("base", storefront.base());
        model.addAttribute("assets", assets.base(storefront));
        model.addAttribute("brandSheet", assets.brandSheet(storefront));
    }

    /** The frame of a page that belongs to no merchant, or to one who cannot be asked now. */
    void plain(Model model) {
        model.addAttribute("assets", assets.plainBase());
        model.addAttribute("brandSheet", assets.plainBrandSheet());
    }

    Storefront storefront() {
        return storefronts.current();
    }
}
