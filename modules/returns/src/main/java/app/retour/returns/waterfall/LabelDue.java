package app.retour.returns.waterfall;

import app.retour.kernel.Money;
import app.retour.rules.policy.ReturnShipping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is kept back now for the label: once per return, and nothing when any item's way back is the merchant's. */
public final class LabelDue {
    private LabelDue() {}

    /**
     * @param net what the whole return comes to, less what was kept for the label before; no more is taken than it allows
     * @return negative gives back what was kept before
     */
    static Money of(EarlierRefunds earlier, List<RefundableItem> refundables, @Nullable Money fee, Money net) {
        var zero = Money.zero(net.currency());
        var kept = KeptFee.ofLabel(earlier);
        var whole = fee != null && isDeducted(refundables)
                ? fee.min(net.plus(kept.settled()).max(zero))
                : zero;
        return kept.more(whole);
    }

    /** One item's way back is to be taken off, and nothing in the parcel makes it free; whether it came yet or not. */
    public static boolean isDeducted(List<RefundableItem> refundables) {
        var deducted = refundables.stream()
                .anyMatch(refundable -> refundable.takesPart() && refundable.wayBack() == ReturnShipping.DEDUCTED);
        var free = refundables.stream()
                .anyMatch(refundable -> refundable.takesPart() && refundable.wayBack() == ReturnShipping.MERCHANT);
        return deducted && !free;
    }
}
