package app.retour.portal;

import app.retour.api.Caller;
import app.retour.tenants.shoppers.ShopperSessions;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where a return stands: right after it was asked for, and ever after. */
@Controller
@FramedPage
class StatusPages {
    private final ShopperReturns returns;

    StatusPages(ShopperReturns returns) {
        this.returns = returns;
    }

    @GetMapping("/r/{slug}/returns/{id}/decision")
    String decision(@PathVariable String id, Model model) {
        show(returns.find(id), Map.of(), model);
        return "portal/decision";
    }

    @GetMapping("/r/{slug}/returns/{id}")
    String status(@PathVariable String id, Model model) {
        return status(returns.find(id), Map.of(), model);
    }

    @GetMapping("/r/{slug}/returns/{id}/cancel")
    String askToCancel(@PathVariable String id, Model model) {
        var found = returns.find(id);
        show(found, Map.of(), model);
        return found.canCancel() ? "portal/cancel" : "redirect:" + path(model, id);
    }

    static String path(Model model, String id) {
        return model.getAttribute("base") + "/returns/" + id;
    }

    static String status(ShopperReturns.Return found, Map<String, String> errors, Model model) {
        show(found, errors, model);
        return "portal/status";
    }

    private static void show(ShopperReturns.Return found, Map<String, String> errors, Model model) {
        model.addAttribute("found", found);
        model.addAttribute("errors", errors);
        model.addAttribute("mostPhotos", Photos.MOST);
        model.addAttribute("longest", ShopperReturns.LONGEST_COMMENT);
        // The mails name them; who came by postcode is not told names.
        model.addAttribute("showsWords", Caller.current().holds(ShopperSessions.BY_EMAIL));
    }
}
