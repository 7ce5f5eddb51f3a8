/**
 * The constants of the schema that pages know, each by the name of its type there, with what a page asks of them. A test holds
 * them against the schema: one that is new there, or misspelt here, is refused. Uses no other room.
 */
@NullMarked
package app.retour.portal.schema;

import org.jspecify.annotations.NullMarked;
