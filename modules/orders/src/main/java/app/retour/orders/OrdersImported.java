package app.retour.orders;

import app.retour.kernel.TenantEvent;
import app.retour.kernel.TenantId;
import java.time.Instant;

/** An import came to its end; what it found stands in the import. */
public record OrdersImported(TenantId tenant, ImportId importId, Instant at) implements TenantEvent {}
