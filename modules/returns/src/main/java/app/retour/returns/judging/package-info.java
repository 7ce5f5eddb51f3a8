/** Brings the facts of an order and its shopper to the rules, and their judgement back. May use the record and what is beneath it. */
@NullMarked
package app.retour.returns.judging;

import org.jspecify.annotations.NullMarked;
