/** Orders in the API. */
@NullMarked
package app.retour.orders.graphql;

import org.jspecify.annotations.NullMarked;
