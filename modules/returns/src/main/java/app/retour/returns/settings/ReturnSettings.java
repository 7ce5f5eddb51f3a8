package app.retour.returns.settings;

import app.retour.kernel.ShopAmount;
import app.retour.rules.policy.Resolution;
import app.retour.rules.policy.ReturnShipping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How returns behave for a merchant.
 *
 * @param assumedTransitDays from dispatch to delivery, when delivery is unknown; null: nothing is assumed
 * @param hoursToWaitForRest business hours ({@code BusinessHours}) that approved items wait for the rest; 0: never
 * @param evidenceDays that a shopper has to give evidence
 * @param agentAdjustmentLimit by how much staff who are no owners may adjust a refund; null: without limit
 * @param labelFee kept back when the way back is deducted; null: nothing
 */
public record ReturnSettings(
        List<Resolution> resolutions,
        @Nullable Integer assumedTransitDays,
        int hoursToWaitForRest,
        int evidenceDays,
        OutboundShippingPolicy refundOutboundShipping,
        ReturnShipping returnShipping,
        @Nullable ShopAmount labelFee,
        @Nullable ShopAmount agentAdjustmentLimit,
        long version) {}
