/**
 * Policies and facts as documents, maps, lists and scalars: read with the path of each mistake, and written, for the API,
 * the database and files. May use policy and vocabulary.
 */
@NullMarked
package app.retour.rules.documents;

import org.jspecify.annotations.NullMarked;
