package app.retour.returns.documents;

import app.retour.kernel.Money;
import app.retour.orders.amounts.TaxMode;
import app.retour.returns.events.RefundId;
import app.retour.returns.events.ReturnId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a credit note needs of one refund that was issued. Never changed: a later correction is another refund, and so
 * another document.
 *
 * @param sequence 1001, 1002, 1003 … per tenant, without gaps, in the order of issue
 * @param issuedOn the day of issue by the shop's calendar
 * @param taxMode how the order's prices told tax; the sums here are net, tax and gross either way
 */
public record RefundDocument(
        RefundDocumentId documentId,
        long sequence,
        RefundId refundId,
        ReturnId returnId,
        UUID orderId,
        String orderNumber,
        String rmaNumber,
        Instant issuedAt,
        LocalDate issuedOn,
        TaxMode taxMode,
        DocumentSums sums) {

    /** As people and books name it. */
    public String number() {
        return "CN-" + sequence;
    }

    public List<DocumentLine> lines() {
        return sums.lines();
    }

    public List<DocumentTax> taxes() {
        return sums.taxes();
    }

    public Money net() {
        return sums.net();
    }

    public Money tax() {
        return sums.tax();
    }

    public Money total() {
        return sums.total();
    }
}
