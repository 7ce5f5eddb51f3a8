package app.retour.returns.settings;

import app.retour.rules.policy.Resolution;
import app.retour.rules.policy.ReturnShipping;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to change of the settings; null leaves a value as it is. */
public record ReturnSettingsChange(
        long version,
        @Nullable List<Resolution> resolutions,
        @Nullable Integer assumedTransitDays,
        boolean assumeNoDelivery,
        @Nullable Integer hoursToWaitForRest,
        @Nullable Integer evidenceDays,
        @Nullable OutboundShippingPolicy refundOutboundShipping,
        @Nullable ReturnShipping returnShipping,
        @Nullable BigDecimal labelFee,
        @Nullable BigDecimal agentAdjustmentLimit,
        boolean agentsAdjustFreely) {}
