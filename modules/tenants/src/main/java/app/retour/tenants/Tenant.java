package app.retour.tenants;

import app.retour.kernel.TenantId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A merchant's account.
 *
 * @param version rises with each change; an update names the one it was made from
 * @param slug the portal's place, {@code /r/slug}
 * @param zone days are counted in it
 * @param live whether mail leaves to shoppers
 * @param contactEmail where shoppers write to
 * @param teamInbox where the team is told
 */
public record Tenant(
        TenantId id,
        long version,
        String name,
        String slug,
        Currency currency,
        ZoneId zone,
        Locale locale,
        boolean live,
        Brand brand,
        @Nullable Address returnAddress,
        @Nullable String contactEmail,
        @Nullable String teamInbox) {
    /**
     * A language as dates are written in it where the shop is: a German shop's English says 23 November, not November
     * 23. A language that names its region keeps it.
     */
    public Locale dates(Locale language) {
        return returnAddress == null || !language.getCountry().isEmpty()
                ? language
                : new Locale.Builder()
                        .setLocale(language)
                        .setRegion(returnAddress.country())
                        .build();
    }

    /** Names of the fields of {@code UpdateTenantInput} that going live still needs. */
    public List<String> missingForLive() {
        var missing = new ArrayList<String>();
        if (contactEmail == null) {
            missing.add("contactEmail");
        }
        if (returnAddress == null) {
            missing.add("returnAddress");
        }
        return List.copyOf(missing);
    }
}
