package app.retour.returns.eligibility;

import app.retour.orders.Order;
import app.retour.rules.vocabulary.LegalBasis;
import app.retour.rules.vocabulary.ReasonGroup;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** On what ground goods come back: consumers of the EU, the EEA and the UK have rights that no rule takes away. */
public final class LegalGrounds {
    private LegalGrounds() {}

    public static @Nullable LegalBasis of(
            Order order, ReasonGroup reason, WithdrawalPeriod withdrawal, LocalDate asked) {
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
            case SIZE, CHANGED_MIND, OTHER -> withdrawal.includes(asked) ? LegalBasis.WITHDRAWAL : LegalBasis.GOODWILL;
        };
    }
}
