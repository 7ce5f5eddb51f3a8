package app.retour.tenants;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where goods go back to.
 *
 * @param country ISO 3166-1 alpha-2
 */
public record Address(
        String name,
        String street,
        @Nullable String street2,
        String postcode,
        String city,
        @Nullable String region,
        String country) {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int LONGEST = 200;

    /** @throws Refusal REQUIRED, TOO_LARGE or INVALID, naming the part */
    public Address {
        name = required(name, "name");
        street = required(street, "street");
        street2 = optional(street2, "street2");
        postcode = required(postcode, "postcode");
        city = required(city, "city");
        region = optional(region, "region");
        country = required(country, "country").toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(country)) {
            throw new Refusal(
                    ErrorCode.INVALID,
                    "A country is two letters of ISO 3166, for example DE",
                    "returnAddress",
                    "country");
        }
    }

    private static String required(String part, String field) {
        var text = part.strip();
        if (text.isEmpty()) {
            throw new Refusal(ErrorCode.REQUIRED, "An address needs its " + field, "returnAddress", field);
        }
        return bounded(text, field);
    }

    private static @Nullable String optional(@Nullable String part, String field) {
        return part == null || part.isBlank() ? null : bounded(part.strip(), field);
    }

    private static String bounded(String text, String field) {
        if (text.length() > LONGEST) {
            throw new Refusal(
                    ErrorCode.TOO_LARGE, "A line of an address has at most 200 characters", "returnAddress", field);
        }
        return text;
    }
}
