package app.retour.returns;

import app.retour.kernel.Money;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the rules attached to an item besides the decision. */
@Embeddable
record ItemTerms(
        boolean keepItem,
        @Enumerated(EnumType.STRING) RefundClaim.Fee.Kind feeKind,
        @Enumerated(EnumType.STRING) RefundClaim.Fee.Per feePer,
        BigDecimal feeValue,
        @Enumerated(EnumType.STRING) ReturnShipping returnShipping,
        @Enumerated(EnumType.STRING) RefundMoment refundMoment,
        int photosWanted,
        boolean commentWanted) {

    static ItemTerms plain(ReturnShipping shipping) {
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

    ItemTerms wanting(int photos, boolean comment) {
        return new ItemTerms(keepItem, feeKind, feePer, feeValue, returnShipping, refundMoment, photos, comment);
    }

    RefundClaim.Fee fee() {
        return new RefundClaim.Fee(feeKind, feePer, feeValue);
    }

    /** What the fee would be for units worth that much; null for none. A fee per return is told for each item alone. */
    @Nullable
    Money feeOn(Money worth, int quantity) {
        var amount = switch (feeKind) {
            case NONE -> Money.zero(worth.currency());
            case PERCENT -> worth.percent(feeValue);
            case FLAT ->
                Money.rounded(feeValue, worth.currency()).times(feePer == RefundClaim.Fee.Per.UNIT ? quantity : 1);
        };
        return amount.isPositive() ? amount.min(worth) : null;
    }
}
