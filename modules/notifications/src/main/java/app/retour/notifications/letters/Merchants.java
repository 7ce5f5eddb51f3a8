package app.retour.notifications.letters;

import app.retour.api.Origins;
import app.retour.tenants.Address;
import app.retour.tenants.Tenants;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The merchant of the moment, as messages need them. */
@Component
public class Merchants {
    private final Tenants tenants;
    private final Origins origins;

    Merchants(Tenants tenants, Origins origins) {
        this.tenants = tenants;
        this.origins = origins;
    }

    public Merchant current() {
        var tenant = tenants.current();
        var logo = tenant.brand().logoFile();
        return new Merchant(
                tenant.name(),
                tenant.slug(),
                tenant.locale(),
                tenant.zone(),
                tenant.currency(),
                tenant::dates,
                tenant.live(),
                new Letterhead(
                        tenant.name(),
                        tenant.brand().color(),
                        tenant.brand().onColor(),
                        logo == null ? null : origins.portal() + "/files/" + logo,
                        tenant.contactEmail(),
                        tenant.locale().toLanguageTag()),
                written(tenant.returnAddress()),
                tenant.contactEmail(),
                tenant.teamInbox());
    }

    private static @Nullable Function<Locale, String> written(@Nullable Address address) {
        return address == null
                ? null
                : language -> PlainText.lines(Arrays.asList(
                        address.name(),
                        address.street(),
                        address.street2(),
                        "%s %s".formatted(address.postcode(), address.city()),
                        address.region(),
                        Locale.of("", address.country()).getDisplayCountry(language)));
    }
}
