package app.retour.orders;

import app.retour.kernel.TenantEvent;
import app.retour.kernel.TenantId;
import java.time.Instant;

/** A source said that an order was canceled. */
public record OrderCanceled(TenantId tenant, OrderId orderId, Instant canceledAt) implements TenantEvent {}
