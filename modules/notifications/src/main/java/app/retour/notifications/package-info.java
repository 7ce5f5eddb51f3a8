/**
 * Notifications: the right thing told once. Hears {@link app.retour.returns.events.ReturnEvent} in the transaction that says it; writes one row
 * of the ledger per moment, subject, recipient and channel; renders the merchant's words. The ledger is its own queue
 * and keeps why each message was sent, failed or skipped. Nothing depends on this module.
 */
@ApplicationModule(
        allowedDependencies = {
            "mail",
            "mail :: journal",
            "mail :: queue",
            "tenants",
            "tenants :: accountmail",
            "tenants :: audit",
            "tenants :: people",
            "tenants :: shoppers",
            "tenants :: tenancy",
            "privacy",
            "files",
            "orders",
            "orders :: shoppers",
            "tracking",
            "returns",
            "returns :: events",
            "returns :: settings",
            "returns :: status",
            "returns :: view",
            "returns :: waterfall",
            "rules :: policy"
        })
@NullMarked
package app.retour.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
