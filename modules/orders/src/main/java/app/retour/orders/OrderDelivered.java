package app.retour.orders;

import app.retour.kernel.TenantEvent;
import app.retour.kernel.TenantId;
import java.time.Instant;

/** A source said, for the first time or anew, when an order reached the shopper. */
public record OrderDelivered(TenantId tenant, OrderId orderId, Instant deliveredAt) implements TenantEvent {}
