package app.retour.returns.settings;

import app.retour.rules.policy.Resolution;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody changes of a merchant's settings, in few words; all else stays as it is. */
public final class ChangedSettings {
    private final long version;
    private @Nullable List<Resolution> resolutions;
    private boolean assumeNoDelivery;
    private @Nullable Integer hoursToWait;
    private @Nullable OutboundShippingPolicy shipping;
    private @Nullable BigDecimal label;
    private @Nullable BigDecimal limit;
    private boolean agentsAdjustFreely;

    private ChangedSettings(long version) {
        this.version = version;
    }

    public static ChangedSettings of(ReturnSetup setup) {
        return new ChangedSettings(setup.settings().version());
    }

    /** As somebody who saw another version of them. */
    static ChangedSettings seenAs(long version) {
        return new ChangedSettings(version);
    }

    ChangedSettings resolutions(Resolution... offered) {
        resolutions = List.of(offered);
        return this;
    }

    public ChangedSettings assumeNoDelivery() {
        assumeNoDelivery = true;
        return this;
    }

    public ChangedSettings hoursToWait(int hours) {
        hoursToWait = hours;
        return this;
    }

    public ChangedSettings shipping(OutboundShippingPolicy policy) {
        shipping = policy;
        return this;
    }

    public ChangedSettings label(String fee) {
        label = new BigDecimal(fee);
        return this;
    }

    /** How far agents adjust; null for as far as they like. */
    public ChangedSettings limit(@Nullable String amount) {
        limit = amount == null ? null : new BigDecimal(amount);
        agentsAdjustFreely = amount == null;
        return this;
    }

    public ReturnSettingsChange told() {
        return new ReturnSettingsChange(
                version,
                resolutions,
                null,
                assumeNoDelivery,
                hoursToWait,
                null,
                shipping,
                null,
                label,
                limit,
                agentsAdjustFreely);
    }
}
