/** What is due, what it comes to as things are now, and how it is paid. May use the judging and the goods. */
@NullMarked
package app.retour.returns.refunds;

import org.jspecify.annotations.NullMarked;
