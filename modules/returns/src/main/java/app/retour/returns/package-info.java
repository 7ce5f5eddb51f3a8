/**
 * Returns: from a shopper's request to the last cent given back. Four facts are kept apart and never mixed: the decision
 * per item, the parcel per reverse shipment, the goods per item in quantities, the money per reimbursement. Asks {@code
 * rules} for judgements, {@code orders} for what was bought, {@code tracking} for parcels. Announces {@link
 * app.retour.returns.events.ReturnEvent}.
 */
@ApplicationModule(
        allowedDependencies = {
            "tenants",
            "tenants :: audit",
            "tenants :: jobs",
            "tenants :: people",
            "tenants :: shoppers",
            "tenants :: tenancy",
            "tenants :: writing",
            "privacy",
            "files",
            "orders",
            "orders :: amounts",
            "orders :: products",
            "orders :: shoppers",
            "rules",
            "rules :: customfacts",
            "rules :: decisions",
            "rules :: evaluation",
            "rules :: policy",
            "rules :: publishing",
            "rules :: trials",
            "rules :: vocabulary",
            "tracking"
        })
@NullMarked
package app.retour.returns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
