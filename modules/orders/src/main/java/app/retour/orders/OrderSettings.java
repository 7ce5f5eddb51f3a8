package app.retour.orders;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a tenant's orders are read.
 *
 * @param historyCompleteSince from this day on, in the tenant's zone, every order is known; null: shoppers' histories
 *     are not counted
 * @param finalSaleTag products with this tag are final sale, others not; null: only where a source says so
 */
public record OrderSettings(
        @Nullable LocalDate historyCompleteSince, @Nullable String finalSaleTag) {}
