package app.retour.orders;

import app.retour.kernel.TenantId;
import java.util.List;

/**
 * A source told known orders anew; their sums, payments or refunds may be others now. Heard inside the transaction that
 * tells them, once for all of them, so that an import of many costs its listeners one look.
 */
public record OrdersUpdated(TenantId tenant, List<OrderId> orders) {}
