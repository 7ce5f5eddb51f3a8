/** Identity over HTTP, against the started application and real PostgreSQL. */
@NullMarked
package app.retour.app.security;

import org.jspecify.annotations.NullMarked;
