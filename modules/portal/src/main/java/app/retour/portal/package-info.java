/**
 * The merchant's hosted return pages at {@code /r/{slug}}: find the order, say what goes back and why, see what would
 * apply, send the request, follow it to the refund. Rendered on the server, complete without JavaScript. Reads and
 * writes only through the GraphQL schema, executed in the process as the shopper, so a merchant's own shop can do all
 * that these pages do; the one exception is bytes (photos, logo), which come from {@code files}.
 *
 * <p>Nothing is kept on the server between two screens: a half-written request lives in the shopper's own cookie and is
 * judged by the schema when it is sent.
 */
@ApplicationModule(
        allowedDependencies = {"kernel", "api", "tenants", "tenants :: shoppers", "tenants :: tenancy", "files"})
@NullMarked
package app.retour.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
