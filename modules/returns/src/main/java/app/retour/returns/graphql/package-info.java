/** Returns in the API. */
@NullMarked
package app.retour.returns.graphql;

import org.jspecify.annotations.NullMarked;
