/** Tests of orders. */
@NullMarked
package app.retour.orders;

import org.jspecify.annotations.NullMarked;
