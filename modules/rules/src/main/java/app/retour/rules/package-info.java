/**
 * Rules: what a merchant wants done with which return, judged item by item. Knows facts, policies and decisions, not
 * returns: whoever judges brings typed {@link app.retour.rules.Facts} and an opaque subject. Answers questions through
 * {@link app.retour.rules.Policies}, never acts. The law it follows stands in the product contract ("Rules: the law").
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "api",
            "tenants",
            "tenants :: audit",
            "tenants :: clients",
            "tenants :: jobs",
            "tenants :: people",
            "tenants :: tenancy",
            "privacy"
        })
@NullMarked
package app.retour.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
