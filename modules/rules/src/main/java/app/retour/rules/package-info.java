/**
 * Rules: what a merchant wants done with which return, judged item by item. Knows facts, policies and decisions, not
 * returns: whoever judges brings typed {@link app.retour.rules.vocabulary.Facts} and an opaque subject. Answers questions
 * through {@link app.retour.rules.Policies}, never acts. The law it follows stands in the product contract ("Rules: the
 * law"). Of the rooms each may use those before it: vocabulary, policy, documents, evaluation; solver, analysis;
 * customfacts, publishing; decisions; this face, and trials.
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
