/** Rules in the API: thin controllers over the face. */
@NullMarked
package app.retour.rules.graphql;

import org.jspecify.annotations.NullMarked;
