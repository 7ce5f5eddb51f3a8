/**
 * What a merchant sets up for orders: since when their history is complete, and by which tag goods are final sale. Uses the room
 * of rows.
 */
@NullMarked
package app.retour.orders.settings;

import org.jspecify.annotations.NullMarked;
