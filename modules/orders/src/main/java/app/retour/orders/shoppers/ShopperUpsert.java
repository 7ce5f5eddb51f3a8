package app.retour.orders.shoppers;

import app.retour.kernel.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shopper as a source tells them. Found again by e-mail. Null means that this source does not know: what another source
 * told stays.
 *
 * @param fingerprint what the source's text hashes to; the same again changes nothing. Null: always written
 */
public record ShopperUpsert(
        String email,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String locale,
        @Nullable List<String> tags,
        @Nullable Boolean blocked,
        @Nullable Integer lifetimeOrders,
        @Nullable Money lifetimeSpend,
        @Nullable String fingerprint) {
    /** The same, with a fingerprint. */
    public ShopperUpsert withFingerprint(String fingerprint) {
        return new ShopperUpsert(email, name, phone, locale, tags, blocked, lifetimeOrders, lifetimeSpend, fingerprint);
    }
}
