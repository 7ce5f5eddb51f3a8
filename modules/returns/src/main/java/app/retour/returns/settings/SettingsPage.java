package app.retour.returns.settings;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.kernel.ShopAmount;
import app.retour.rules.policy.Resolution;
import app.retour.rules.policy.ReturnShipping;
import app.retour.tenants.tenancy.TenantOwned;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A merchant's settings for returns; one row, made with the defaults on first use. */
@Entity
@Table(schema = "returns", name = "return_settings")
class SettingsPage extends TenantOwned {
    private static final int LONGEST_DAYS = 90;
    private static final int LONGEST_HOURS = 720;
    private static final BigDecimal MOST_AMOUNT = new BigDecimal("1000000000");
    private List<String> resolutions = List.of(Resolution.REFUND.name(), Resolution.EXCHANGE.name());
    private @Nullable Integer assumedTransitDays = 5;
    private int hoursToWaitForRest = 24;
    private int evidenceDays = 7;

    @Enumerated(EnumType.STRING)
    private OutboundShippingPolicy refundOutboundShipping = OutboundShippingPolicy.NEVER;

    @Enumerated(EnumType.STRING)
    private ReturnShipping returnShipping = ReturnShipping.SHOPPER;

    private @Nullable BigDecimal labelFee;
    private @Nullable BigDecimal agentAdjustmentLimit;

    @Embedded
    private ApprovalCaps caps = ApprovalCaps.OFF;

    protected SettingsPage() {}

    static SettingsPage withDefaults() {
        return new SettingsPage();
    }

    /** @param shop in which amounts are set */
    void change(ReturnSettingsChange change, Currency shop) {
        if (change.resolutions() instanceof List<Resolution> wanted) {
            if (wanted.isEmpty() || wanted.contains(Resolution.STORE_CREDIT)) {
                throw new Refusal(ErrorCode.INVALID, "Resolutions are refund, exchange, or both", "resolutions");
            }
            resolutions = wanted.stream().distinct().map(Enum::name).toList();
        }
        if (change.assumedTransitDays() instanceof Integer days) {
            assumedTransitDays = within(days, 0, LONGEST_DAYS, "assumedTransitDays");
        }
        if (change.assumeNoDelivery()) {
            assumedTransitDays = null;
        }
        if (change.hoursToWaitForRest() instanceof Integer hours) {
            hoursToWaitForRest = within(hours, 0, LONGEST_HOURS, "hoursToWaitForRest");
        }
        if (change.evidenceDays() instanceof Integer days) {
            evidenceDays = within(days, 1, LONGEST_DAYS, "evidenceDays");
        }
        if (change.refundOutboundShipping() instanceof OutboundShippingPolicy policy) {
            refundOutboundShipping = policy;
        }
        if (change.returnShipping() instanceof ReturnShipping shipping) {
            returnShipping = shipping;
        }
        if (change.labelFee() instanceof BigDecimal fee) {
            if (fee.signum() < 0) {
                throw new Refusal(ErrorCode.INVALID, "A label fee is 0 or more", "labelFee");
            }
            labelFee = exact(fee, shop, "labelFee");
        }
        if (change.agentAdjustmentLimit() instanceof BigDecimal limit) {
            if (limit.signum() < 0) {
                throw new Refusal(ErrorCode.INVALID, "A limit is 0 or more", "agentAdjustmentLimit");
            }
            agentAdjustmentLimit = exact(limit, shop, "agentAdjustmentLimit");
        }
        if (change.agentsAdjustFreely()) {
            agentAdjustmentLimit = null;
        }
    }

    ApprovalCaps caps() {
        return caps;
    }

    void cap(ApprovalCaps wanted) {
        caps = wanted;
    }

    private static BigDecimal exact(BigDecimal amount, Currency shop, String field) {
        if (amount.compareTo(MOST_AMOUNT) > 0
                || amount.stripTrailingZeros().scale() > Math.max(0, shop.getDefaultFractionDigits())) {
            throw new Refusal(
                    ErrorCode.INVALID,
                    "Give an amount as %s are written, at most %s"
                            .formatted(shop.getCurrencyCode(), MOST_AMOUNT.toPlainString()),
                    field);
        }
        return amount;
    }

    private static int within(int value, int least, int most, String field) {
        if (value < least || value > most) {
            throw new Refusal(ErrorCode.INVALID, "Give a number from %d to %d".formatted(least, most), field);
        }
        return value;
    }

    ReturnSettings snapshot(Currency currency) {
        return new ReturnSettings(
                resolutions.stream().map(Resolution::valueOf).toList(),
                assumedTransitDays,
                hoursToWaitForRest,
                evidenceDays,
                refundOutboundShipping,
                returnShipping,
                labelFee == null || labelFee.signum() == 0 ? null : ShopAmount.of(labelFee, currency),
                agentAdjustmentLimit == null ? null : ShopAmount.of(agentAdjustmentLimit, currency),
                version());
    }
}
