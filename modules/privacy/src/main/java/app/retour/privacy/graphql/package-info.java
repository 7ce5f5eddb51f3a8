/** Privacy in the API. */
@NullMarked
package app.retour.privacy.graphql;

import org.jspecify.annotations.NullMarked;
