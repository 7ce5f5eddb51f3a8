package app.retour.returns.settings;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.kernel.ShopAmount;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much the rules may approve on their own for one shopper; what is above goes to a person. Each cap may be off, and
 * is until the merchant switches it on. Whether one may hold up a statutory right is for the check behind the guards.
 *
 * @param approvals returns in the period; null: as many as there are
 * @param amount what was paid for the goods in the period, in the merchant's currency; null: any amount
 * @param days the period: so many local days before the request, and the day itself
 */
@Embeddable
public record ApprovalCaps(
        @Column(name = "cap_approvals") @Nullable Integer approvals,
        @Column(name = "cap_amount") @Nullable BigDecimal amount,
        @Column(name = "cap_days") int days) {
    public static final ApprovalCaps OFF = new ApprovalCaps(null, null, 30);
    private static final int MOST_APPROVALS = 1000;
    private static final int MOST_DAYS = 365;
    private static final BigDecimal MOST_AMOUNT = new BigDecimal("1000000000");

    /** @throws Refusal INVALID naming the field */
    ApprovalCaps checked(Currency currency) {
        if (days < 1 || days > MOST_DAYS) {
            throw new Refusal(ErrorCode.INVALID, "Give a number of days from 1 to %d".formatted(MOST_DAYS), "days");
        }
        if (approvals != null && (approvals < 1 || approvals > MOST_APPROVALS)) {
            throw new Refusal(
                    ErrorCode.INVALID,
                    "Give a number from 1 to %d, or leave the cap off".formatted(MOST_APPROVALS),
                    "approvals");
        }
        if (amount != null
                && (amount.signum() <= 0
                        || amount.compareTo(MOST_AMOUNT) > 0
                        || amount.stripTrailingZeros().scale() > currency.getDefaultFractionDigits())) {
            throw new Refusal(
                    ErrorCode.INVALID,
                    "Give an amount above 0 as %s are written, or leave the cap off"
                            .formatted(currency.getCurrencyCode()),
                    "amount");
        }
        return this;
    }

    /**
     * What stands against approving a return without a person.
     *
     * @param before what was approved without one in the period; its value is null when that cannot be told
     * @param returnValue of this whole return; null when it is in another currency and nobody told a rate
     */
    public List<String> guards(AutomaticApprovals before, @Nullable ShopAmount returnValue, Currency currency) {
        var raised = new ArrayList<String>();
        if (approvals != null && before.returns() >= approvals) {
            raised.add("%s in %s already; your cap is %d"
                    .formatted(
                            Units.counted(before.returns(), "automatic approval"),
                            Units.counted(days, "day"),
                            approvals));
        }
        if (amount != null) {
            var most = ShopAmount.of(amount, currency);
            var value = before.value();
            if (value == null || returnValue == null) {
                raised.add("nobody can say what automatic approvals in %s come to in %s; your cap is %s"
                        .formatted(Units.counted(days, "day"), currency.getCurrencyCode(), most));
            } else if (value.plus(returnValue).compareTo(most) > 0) {
                raised.add("with this return, automatic approvals in %s come to %s; your cap is %s"
                        .formatted(Units.counted(days, "day"), value.plus(returnValue), most));
            }
        }
        return raised;
    }
}
