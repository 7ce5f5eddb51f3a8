package app.retour.returns;

import app.retour.orders.Order;
import app.retour.rules.LegalBasis;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** On what ground goods come back: consumers of the EU, the EEA and the UK have rights that no rule takes away. */
final class LegalGrounds {
    private static final int WITHDRAWAL_DAYS = 14;
    private static final Set<String> COUNTRIES = Set.of(
            "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU",
            "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE", "IS", "LI", "NO", "GB");

    private LegalGrounds() {}

    /** @param daysSinceDelivery null when unknown, which counts as in time */
    static @Nullable LegalBasis of(Order order, ReasonGroup reason, @Nullable Integer daysSinceDelivery) {
        if (order.shippingCountry() == null) {
            return null;
        }
        if (!COUNTRIES.contains(order.shippingCountry()) || Boolean.TRUE.equals(order.business())) {
            return LegalBasis.GOODWILL;
        }
        return switch (reason) {
            case DEFECT, WRONG_ITEM, DAMAGED_IN_TRANSIT -> LegalBasis.CONFORMITY;
            case SIZE, CHANGED_MIND, OTHER ->
                daysSinceDelivery == null || daysSinceDelivery <= WITHDRAWAL_DAYS
                        ? LegalBasis.WITHDRAWAL
                        : LegalBasis.GOODWILL;
        };
    }
}
