/** Stored files in the API. */
@NullMarked
package app.retour.files.graphql;

import org.jspecify.annotations.NullMarked;
