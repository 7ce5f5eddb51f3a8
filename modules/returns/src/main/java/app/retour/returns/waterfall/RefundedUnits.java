package app.retour.returns.waterfall;

import app.retour.kernel.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Units of an order line that one refund pays for; kept with the refund, so that no unit is paid for twice. No units,
 * but an amount or a fee: something for units paid for before.
 *
 * @param amount gross of fees, with tax
 * @param fee kept back for these units
 * @param tax the part of the amount that is tax; null in what was written before this was noted
 * @param price of the order line as its return was announced; null where there are no units, or nobody noted it yet
 */
public record RefundedUnits(
        UUID orderLine,
        UUID item,
        int quantity,
        Money amount,
        Money fee,
        @Nullable Money tax,
        @Nullable LinePrice price) {

    /** Nothing of its own, but a fee of units paid for before. */
    public static RefundedUnits fee(UUID orderLine, UUID item, Money fee) {
        var zero = Money.zero(fee.currency());
        return new RefundedUnits(orderLine, item, 0, zero, fee, zero, null);
    }

    /** Whether a source told another price of their line since, or before. */
    boolean areAtAnotherPrice(LinePrice than) {
        return quantity > 0 && price != null && !price.isOneUnitLike(than);
    }

    /** So much less for the same units. */
    public RefundedUnits less(Money by) {
        var left = amount.minus(by);
        var leftTax = tax == null ? null : new Taxed(amount, tax).taxOf(left);
        return new RefundedUnits(orderLine, item, quantity, left, fee, leftTax, price);
    }
}
