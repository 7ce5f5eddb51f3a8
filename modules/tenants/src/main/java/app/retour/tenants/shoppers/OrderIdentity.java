package app.retour.tenants.shoppers;

import app.retour.kernel.TenantId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Told by who keeps orders: what a shopper's session of an order holds on to. */
public interface OrderIdentity {
    /** Of an order whose shopper was erased: no session and no link opens it, whenever it was made. */
    String NOBODYS = "";

    /**
     * Tells which order this is and whose; another as soon as either changes.
     *
     * @param byEmail as who proved its e-mail knows it; otherwise where it went counts too
     */
    String of(TenantId tenant, UUID order, boolean byEmail);

    /** The same of several orders. */
    default Map<UUID, String> ofAll(TenantId tenant, Set<UUID> orders, boolean byEmail) {
        return orders.stream().collect(Collectors.toMap(order -> order, order -> of(tenant, order, byEmail)));
    }
}
