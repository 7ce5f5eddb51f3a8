/** The root fields of the schema. */
@NullMarked
package app.retour.api.graphql;

import org.jspecify.annotations.NullMarked;
