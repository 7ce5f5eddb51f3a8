package app.retour.returns.refunds;

import app.retour.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What staff may still give back of their own accord.
 *
 * @param shipping with its tax, never more than {@code total}
 * @param total what was paid for the order and is neither given back nor promised
 * @param limit of the caller's role, less what staff gave on this return already; null without a limit
 * @param refusedBecause why nothing can be given back; null when something can
 */
public record Reimbursable(
        Money shipping,
        Money total,
        @Nullable Money limit,
        @Nullable String refusedBecause) {}
