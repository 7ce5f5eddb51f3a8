package app.retour.returns;

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
 */
record RefundedUnits(
        UUID orderLine,
        UUID item,
        int quantity,
        Money amount,
        Money fee,
        @Nullable Money tax) {

    /** So much less for the same units. */
    RefundedUnits less(Money by) {
        var left = amount.minus(by);
        var leftTax = tax == null ? null : new Taxed(amount, tax).taxOf(left);
        return new RefundedUnits(orderLine, item, quantity, left, fee, leftTax);
    }
}
