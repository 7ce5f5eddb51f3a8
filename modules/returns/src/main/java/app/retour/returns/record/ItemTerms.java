package app.retour.returns.record;

import app.retour.kernel.CurrencyConversion;
import app.retour.kernel.Money;
import app.retour.kernel.ShopAmount;
import app.retour.rules.policy.EvidenceWanted;
import app.retour.rules.policy.Fee;
import app.retour.rules.policy.RefundMoment;
import app.retour.rules.policy.ReturnShipping;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** What the rules attached to an item besides the decision. Its fee is three columns; read it as {@link #fee}. */
@Embeddable
public record ItemTerms(
        boolean keepItem,
        @Enumerated(EnumType.STRING) FeeKind feeKind,
        @Enumerated(EnumType.STRING) Fee.Per feePer,
        BigDecimal feeValue,
        @Enumerated(EnumType.STRING) ReturnShipping returnShipping,
        @Enumerated(EnumType.STRING) RefundMoment refundMoment,
        int photosWanted,
        boolean commentWanted) {

    /** Which {@link Fee} a row holds. */
    public enum FeeKind {
        NONE,
        FLAT,
        PERCENT
    }

    public static ItemTerms of(
            boolean keepItem, Fee fee, ReturnShipping shipping, RefundMoment moment, EvidenceWanted evidence) {
        var photos = evidence.photos();
        var comment = evidence.comment();
        return switch (fee) {
            case Fee.Waived _ ->
                new ItemTerms(keepItem, FeeKind.NONE, Fee.Per.ITEM, BigDecimal.ZERO, shipping, moment, photos, comment);
            case Fee.Flat(var amount, var per) ->
                new ItemTerms(keepItem, FeeKind.FLAT, per, amount.amount(), shipping, moment, photos, comment);
            case Fee.Percent(var rate, var per) ->
                new ItemTerms(keepItem, FeeKind.PERCENT, per, rate, shipping, moment, photos, comment);
        };
    }

    /** Of what no rule was asked about. */
    public static ItemTerms plain(ReturnShipping shipping) {
        return of(false, new Fee.Waived(), shipping, RefundMoment.INSPECTION, EvidenceWanted.NOTHING);
    }

    /** @param shop the currency of what rules set */
    public Fee fee(Currency shop) {
        return switch (feeKind) {
            case NONE -> new Fee.Waived();
            case FLAT -> new Fee.Flat(Money.rounded(feeValue, shop), feePer);
            case PERCENT -> new Fee.Percent(feeValue, feePer);
        };
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
        return switch (fee(by.shop())) {
            case Fee.Waived _ -> null;
            case Fee.Percent percent -> atMost(worth.percent(percent.rate()), worth);
            case Fee.Flat(var amount, var per) -> {
                var times = per == Fee.Per.UNIT ? quantity : 1;
                yield by.toOrder(new ShopAmount(amount))
                        .map(own -> atMost(own.times(times), worth))
                        .orElseGet(() -> amount.isPositive() ? amount.times(times) : null);
            }
        };
    }

    private static @Nullable Money atMost(Money fee, Money worth) {
        return fee.isPositive() ? fee.min(worth) : null;
    }
}
