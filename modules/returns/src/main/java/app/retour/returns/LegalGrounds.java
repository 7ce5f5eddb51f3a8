package app.retour.returns;

import app.retour.orders.Order;
import app.retour.rules.LegalBasis;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** On what ground goods come back: consumers of the EU, the EEA and the UK have rights that no rule takes away. */
final class LegalGrounds {
    private LegalGrounds() {}

    /** @param daysSinceDelivery null when unknown, which counts as in time */
    static @Nullable LegalBasis of(Order order, ReasonGroup reason, @Nullable Integer daysSinceDelivery) {
        var country = order.shippingCountry();
        if (country == null) {
            return null;
        }
        if (!LegalBasis.COUNTRIES.contains(country.strip().toUpperCase(Locale.ROOT))
                || Boolean.TRUE.equals(order.business())) {
            return LegalBasis.GOODWILL;
        }
        return switch (reason) {
            case DEFECT, WRONG_ITEM, DAMAGED_IN_TRANSIT -> LegalBasis.CONFORMITY;
            case SIZE, CHANGED_MIND, OTHER ->
                daysSinceDelivery == null || daysSinceDelivery <= LegalBasis.WITHDRAWAL_DAYS
                        ? LegalBasis.WITHDRAWAL
                        : LegalBasis.GOODWILL;
        };
    }
}
