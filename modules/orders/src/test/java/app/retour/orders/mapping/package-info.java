/** Tests of reading files of any shop. */
@NullMarked
package app.retour.orders.mapping;

import org.jspecify.annotations.NullMarked;
