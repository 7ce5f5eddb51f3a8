/**
 * The embedded start: everything the product needs on one machine, started by itself. Real PostgreSQL, a real SMTP server
 * with an inbox to look at, a demo merchant. Not part of the production jar.
 */
@NullMarked
package app.retour.embedded;

import org.jspecify.annotations.NullMarked;
