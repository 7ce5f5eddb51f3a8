package app.retour.portal.request;

import app.retour.portal.FramedPage;
import app.retour.portal.ShopperReturns;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What there is about an order: returns that run, and whether more can go back. */
@Controller
@FramedPage
class OrderPages {
    private final ShopperOrder orders;
    private final ShopperReturns returns;

    OrderPages(ShopperOrder orders, ShopperReturns returns) {
        this.orders = orders;
        this.returns = returns;
    }

    @GetMapping("/r/{slug}/order")
    String order(Model model) {
        var options = orders.options();
        var running = returns.ofOrder();
        if (running.isEmpty()) {
            return "redirect:" + model.getAttribute("base") + "/return/items";
        }
        model.addAttribute("options", options);
        model.addAttribute("returns", running);
        return "portal/order";
    }
}
