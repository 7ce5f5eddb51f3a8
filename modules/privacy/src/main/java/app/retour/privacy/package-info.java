/**
 * Privacy: what is kept of people, told table by table by the modules that keep it ({@link app.retour.privacy.PersonalData}),
 * and what follows from that alone: the export and the erasure of a shopper, and what a merchant's night takes away. Knows
 * no table of another module; those of the modules beneath it hold nothing of shoppers, and are told here.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "api",
            "tenants",
            "tenants :: audit",
            "tenants :: jobs",
            "tenants :: shoppers",
            "tenants :: tenancy"
        })
@NullMarked
package app.retour.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
