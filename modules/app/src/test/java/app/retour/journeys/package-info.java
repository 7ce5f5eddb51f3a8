/** The main job over HTTP, from a merchant's sign-up to the mails that people read. */
@NullMarked
package app.retour.journeys;

import org.jspecify.annotations.NullMarked;
