/** EasyPost's tracker webhooks: its signature, its events, its words. */
@NullMarked
package app.retour.tracking.carriers.easypost;

import org.jspecify.annotations.NullMarked;
