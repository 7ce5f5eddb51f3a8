/** A real SMTP server in the process, and a page to look at what it was given. */
@NullMarked
package app.retour.embedded.inbox;

import org.jspecify.annotations.NullMarked;
