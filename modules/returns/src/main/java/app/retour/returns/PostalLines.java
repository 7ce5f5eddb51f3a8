package app.retour.returns;

import app.retour.tenants.Address;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An address as a shopper writes it on a parcel: the country by its name, not by its code. */
public final class PostalLines {
    private PostalLines() {}

    /** @return empty for no address */
    public static List<String> of(@Nullable Address address, Locale language) {
        if (address == null) {
            return List.of();
        }
        return Stream.of(
                        address.name(),
                        address.street(),
                        address.street2(),
                        address.postcode() + " " + address.city(),
                        address.region(),
                        Locale.of("", address.country()).getDisplayCountry(language))
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
    }
}
