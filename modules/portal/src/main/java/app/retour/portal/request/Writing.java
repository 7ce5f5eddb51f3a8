package app.retour.portal.request;

import app.retour.portal.NothingHere;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * A request being written: what is written so far, what the order allows, what would apply.
 *
 * @param draft as the shopper's browser keeps it
 */
record Writing(Draft draft, ShopperOrder.Options options, ShopperOrder.Preview preview) {
    Journey journey() {
        return Journey.of(draft, options, preview);
    }

    Draft.Item item(int number) {
        return draft.of(number).orElseThrow(() -> new NothingHere("item " + number));
    }

    ShopperOrder.Line line(int number) {
        return options.line(item(number).line()).orElseThrow(() -> new NothingHere("item " + number));
    }

    /** What the frame of a screen about one item shows. */
    void show(Journey.Screen screen, Model model) {
        model.addAttribute("step", screen.kind().step());
        model.addAttribute("back", journey().before(screen));
        model.addAttribute("draft", draft);
        model.addAttribute("options", options);
        if (screen.item() > 0) {
            model.addAttribute("number", screen.item());
            model.addAttribute("item", item(screen.item()));
            model.addAttribute("line", line(screen.item()));
        }
    }

    /** Opens what a request's cookie holds. */
    @Component
    static class Drafts {
        private final ShopperOrder orders;
        private final DraftCookie cookie;

        Drafts(ShopperOrder orders, DraftCookie cookie) {
            this.orders = orders;
            this.cookie = cookie;
        }

        Writing open(HttpServletRequest request) {
            var options = orders.options();
            return with(cookie.read(request, options.orderId()), options);
        }

        Writing with(Draft draft, ShopperOrder.Options options) {
            return new Writing(draft, options, orders.preview(draft));
        }
    }
}
