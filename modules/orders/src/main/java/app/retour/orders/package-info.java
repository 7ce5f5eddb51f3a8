/**
 * Orders: what was bought, by whom, for how much, and what has become of it outside. Brought in by Shopify's CSV files
 * and by GraphQL. A value that no source ever supplied stays unknown (null), never a guess. Knows nothing of returns.
 * Announces {@link app.retour.orders.OrderDelivered}, {@link app.retour.orders.OrderCanceled} and {@link
 * app.retour.orders.OrdersImported}.
 */
@ApplicationModule(
        allowedDependencies = {
            "tenants",
            "tenants :: audit",
            "tenants :: jobs",
            "tenants :: secrets",
            "tenants :: shoppers",
            "tenants :: tenancy",
            "privacy",
            "files"
        })
@NullMarked
package app.retour.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
