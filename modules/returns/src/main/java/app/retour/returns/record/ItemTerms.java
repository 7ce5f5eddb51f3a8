package app.retour.returns.record;

import app.retour.kernel.CurrencyConversion;
import app.retour.kernel.Money;
import app.retour.kernel.ShopAmount;
import app.retour.returns.settings.RefundMoment;
import app.retour.returns.settings.ReturnShipping;
import app.retour.returns.waterfall.RefundClaim;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the rules attached to an item besides the decision. */
@Embeddable
public record ItemTerms(
        boolean keepItem,
        @Enumerated(EnumType.STRING) RefundClaim.Fee.Kind feeKind,
        @Enumerated(EnumType.STRING) RefundClaim.Fee.Per feePer,
        BigDecimal feeValue,
        @Enumerated(EnumType.STRING) ReturnShipping returnShipping,
        @Enumerated(EnumType.STRING) RefundMoment refundMoment,
        int photosWanted,
        boolean commentWanted) {

    public static ItemTerms plain(ReturnShipping shipping) {
        return new ItemTerms(
                false,
                RefundClaim.Fee.Kind.NONE,
                RefundClaim.Fee.Per.ITEM,
                BigDecimal.ZERO,
                shipping,
                RefundMoment.INSPECTION,
                0,
                false);
    }

    public RefundClaim.Fee fee() {
        return new RefundClaim.Fee(feeKind, feePer, feeValue);
    }

    public ItemTerms wanting(int photos, boolean comment) {
        return new ItemTerms(keepItem, feeKind, feePer, feeValue, returnShipping, refundMoment, photos, comment);
    }

    /**
     * What the fee would be for units worth that much; null for none. A fee per return is told for each item alone. A flat
     * one that no rate brings into the order's currency is told in the shop's.
     */
    @Nullable
    public Money feeOn(Money worth, int quantity, CurrencyConversion by) {
        return switch (feeKind) {
            case NONE -> null;
            case PERCENT -> atMost(worth.percent(feeValue), worth);
            case FLAT -> {
                var set = ShopAmount.of(feeValue, by.shop());
                var times = feePer == RefundClaim.Fee.Per.UNIT ? quantity : 1;
                yield by.toOrder(set)
                        .map(amount -> atMost(amount.times(times), worth))
                        .orElseGet(() -> set.isPositive() ? set.money().times(times) : null);
            }
        };
    }

    private static @Nullable Money atMost(Money fee, Money worth) {
        return fee.isPositive() ? fee.min(worth) : null;
    }
}
