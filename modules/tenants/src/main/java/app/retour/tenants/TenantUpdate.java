package app.retour.tenants;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of a merchant's account; what is null stays.
 *
 * @param version of the account as the person saw it
 * @param contactEmail empty removes it
 * @param teamInbox empty removes it
 * @param logo null keeps it
 */
public record TenantUpdate(
        long version,
        @Nullable String name,
        @Nullable String slug,
        @Nullable String timeZone,
        @Nullable String locale,
        @Nullable String contactEmail,
        @Nullable String teamInbox,
        @Nullable Address returnAddress,
        @Nullable String color,
        @Nullable Logo logo) {
    /** @param file null removes the logo */
    public record Logo(@Nullable UUID file) {}
}
