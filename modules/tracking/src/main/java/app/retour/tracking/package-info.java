/**
 * Tracking: parcels on their way back, followed by what carriers and clerks say. Events come late, twice and out of
 * order; where a parcel is follows from all of them, whatever the order they came in. Knows what a parcel is about only
 * as an opaque id; announces {@link app.retour.tracking.ParcelMoved}.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "api",
            "tenants :: audit",
            "tenants :: jobs",
            "tenants :: secrets",
            "tenants :: tenancy",
            "privacy",
            "files"
        })
@NullMarked
package app.retour.tracking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
