package app.retour.orders.shoppers;

import app.retour.kernel.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The merchant's customer: personal data, so handle with care. One normalised e-mail is one shopper of a tenant.
 *
 * @param email normalised: trimmed, lower case
 * @param tags null when no source supplied them
 * @param lifetimeOrders as a source counted them, at the time it said so
 * @param lifetimeSpend as a source summed it
 */
public record Shopper(
        ShopperId id,
        String email,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String locale,
        @Nullable List<String> tags,
        @Nullable Boolean blocked,
        @Nullable Integer lifetimeOrders,
        @Nullable Money lifetimeSpend) {}
