package app.retour.portal;

import java.util.Map;
import org.springframework.stereotype.Component;

/** Whose pages these are. The slug was resolved before; here the tenant is bound. */
@Component
class Storefronts {
    private final Operations operations;

    Storefronts(Operations operations) {
        this.operations = operations;
    }

    Storefront current() {
        return operations
                .one("storefront", Map.of(), "storefront", Storefront.class)
                .orElseThrow(() -> new NothingHere("a page of no merchant"));
    }
}
