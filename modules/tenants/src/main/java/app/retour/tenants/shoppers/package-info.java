/**
 * A shopper's way in: the session of one order, the links that their mails bear. May use the tenancy, the secrets and the
 * account mails.
 */
@NamedInterface("shoppers")
@NullMarked
package app.retour.tenants.shoppers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
