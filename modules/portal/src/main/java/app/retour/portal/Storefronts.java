package app.retour.portal;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Whose pages these are. The slug was resolved before; here the tenant is bound. */
@Component
class Storefronts {
    private static final String KEPT = Storefront.class.getName();
    private final Operations operations;

    Storefronts(Operations operations) {
        this.operations = operations;
    }

    /** Asked for once a request. */
    Storefront current() {
        var page = RequestContextHolder.currentRequestAttributes();
        if (page.getAttribute(KEPT, RequestAttributes.SCOPE_REQUEST) instanceof Storefront known) {
            return known;
        }
        var storefront = operations
                .one("storefront", Map.of(), "storefront", Storefront.class)
                .orElseThrow(() -> new NothingHere("a page of no merchant"));
        page.setAttribute(KEPT, storefront, RequestAttributes.SCOPE_REQUEST);
        return storefront;
    }
}
