/** Returns, receipts, tasks and refunds by the page, filtered and counted. May use all other rooms. */
@NullMarked
package app.retour.returns.lists;

import org.jspecify.annotations.NullMarked;
