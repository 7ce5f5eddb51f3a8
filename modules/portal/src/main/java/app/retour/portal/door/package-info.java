/**
 * The pages by which one comes in: number and proof, the signed link of a mail, and the link by which one asks to be
 * erased. Uses the root, and of request what proves an order.
 */
@NullMarked
package app.retour.portal.door;

import org.jspecify.annotations.NullMarked;
