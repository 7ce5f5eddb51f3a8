package app.retour.orders.shoppers;

import org.jspecify.annotations.Nullable;

/**
 * Where an order was sent: personal data.
 *
 * @param country ISO 3166-1 alpha-2 where the source uses it
 */
public record PostalAddress(
        @Nullable String name,
        @Nullable String company,
        @Nullable String line1,
        @Nullable String line2,
        @Nullable String city,
        @Nullable String postcode,
        @Nullable String province,
        @Nullable String country,
        @Nullable String phone) {
    /** Nothing is known of it. */
    public static final PostalAddress EMPTY = new PostalAddress(null, null, null, null, null, null, null, null, null);

    /** The same, with another number to call. */
    public PostalAddress withPhone(String spoken) {
        return new PostalAddress(name, company, line1, line2, city, postcode, province, country, spoken);
    }
}
