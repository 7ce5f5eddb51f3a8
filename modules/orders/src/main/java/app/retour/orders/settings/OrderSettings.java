package app.retour.orders.settings;

import app.retour.kernel.ErrorCode;
import app.retour.orders.rows.Limits;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a tenant's orders are read.
 *
 * @param historyCompleteSince from this day on, in the tenant's zone, every order is known; null: shoppers' histories
 *     are not counted
 * @param finalSaleTag products with this tag are final sale, others not; null: only where a source says so
 */
public record OrderSettings(
        @Nullable LocalDate historyCompleteSince, @Nullable String finalSaleTag) {
    /** @throws app.retour.kernel.Refusal naming the setting */
    public void check() {
        var limits = new Limits(List.of());
        limits.text(finalSaleTag, Limits.LONG_TEXT, "finalSaleTag");
        if (historyCompleteSince != null
                && (historyCompleteSince.getYear() < 1970 || historyCompleteSince.getYear() > 2199)) {
            throw limits.refusal(ErrorCode.INVALID, "A day of the years 1970 to 2199", "historyCompleteSince");
        }
    }
}
