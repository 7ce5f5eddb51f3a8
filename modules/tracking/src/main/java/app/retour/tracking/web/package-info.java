/** Where carriers send their webhooks. */
@NullMarked
package app.retour.tracking.web;

import org.jspecify.annotations.NullMarked;
