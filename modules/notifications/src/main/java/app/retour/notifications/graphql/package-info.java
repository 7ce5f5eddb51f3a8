/** Notifications in the API: thin, and only through the module's face. */
@NullMarked
package app.retour.notifications.graphql;

import org.jspecify.annotations.NullMarked;
