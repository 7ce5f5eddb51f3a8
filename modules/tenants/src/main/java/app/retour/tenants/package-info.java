/**
 * Tenants: merchants, their people, roles, API clients and audit; and the tenant of the moment, to which every
 * transaction is bound before its first statement. Everything a tenant owns stands under forced row-level security.
 */
@ApplicationModule(allowedDependencies = {"kernel", "api", "mail", "mail :: journal", "mail :: queue"})
@NullMarked
package app.retour.tenants;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
