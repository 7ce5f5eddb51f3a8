/**
 * Notifications: the right thing told once. Hears {@link app.retour.returns.events.ReturnEvent}; writes one row of the ledger
 * per moment, subject, recipient and channel; renders the merchant's words; sends by SMTP. The ledger is its own queue
 * and keeps why each message was sent, failed or skipped. Nothing depends on this module.
 *
 * <p>A message is handed to the mail server outside of any transaction: first connect, then note that it is being handed
 * over, then hand over, then note that it was sent. What a crash leaves in the middle is never sent again by itself, unless
 * the journal of the dead process says that the mail server was not told its end.
 */
@ApplicationModule(
        allowedDependencies = {
            "mail",
            "mail :: journal",
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
            "returns :: waterfall"
        })
@NullMarked
package app.retour.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
