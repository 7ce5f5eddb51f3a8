/** Accounts, people and clients in the API: thin, over the module's face. */
@NullMarked
package app.retour.tenants.graphql;

import org.jspecify.annotations.NullMarked;
