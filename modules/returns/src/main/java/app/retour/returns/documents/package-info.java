/**
 * Refund documents: what a credit note needs, written once for every refund that is issued, under a number without gaps.
 * Pure sums in {@link app.retour.returns.documents.DocumentSums}; hears {@link
 * app.retour.returns.events.ReturnEvent.RefundIssued} inside the transaction that issues, so both happen or neither does.
 */
@NullMarked
package app.retour.returns.documents;

import org.jspecify.annotations.NullMarked;
