/**
 * What a message is told about, to whom and why: the moments and whether the merchant has them on, the occasion, the
 * recipient. Uses no other room.
 */
@NullMarked
package app.retour.notifications.moments;

import org.jspecify.annotations.NullMarked;
