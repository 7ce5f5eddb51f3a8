package app.retour.tenants.shoppers;

import app.retour.kernel.TenantId;
import java.util.UUID;

/**
 * A shopper's short session for one order.
 *
 * @param byEmail whether they proved the order's e-mail; by postcode they see no name, address or full e-mail
 */
public record ShopperSession(TenantId tenant, UUID order, boolean byEmail) {}
