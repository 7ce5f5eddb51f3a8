package app.retour.returns;

import app.retour.kernel.Money;
import java.util.UUID;

/**
 * Units of an order line that one refund pays for; kept with the refund, so that no unit is paid for twice.
 *
 * @param amount gross of fees, with tax on top
 * @param fee kept back for these units
 */
record RefundedUnits(UUID orderLine, UUID item, int quantity, Money amount, Money fee) {}
