/** Parcels and carriers' webhooks in the API. */
@NullMarked
package app.retour.tracking.graphql;

import org.jspecify.annotations.NullMarked;
