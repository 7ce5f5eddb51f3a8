package app.retour.returns.record;

import app.retour.returns.events.ReturnId;
import app.retour.returns.view.Refund;

/** A refund as it stands, for whoever only reads it. */
final class RefundSnapshot {
    private RefundSnapshot() {}

    static Refund of(Reimbursement refund) {
        var payment = refund.payment();
        return new Refund(
                refund.refundId(),
                new ReturnId(refund.returnId()),
                refund.version(),
                refund.state(),
                refund.amount(),
                refund.waterfall(),
                refund.isAdvance(),
                refund.dueAt(),
                refund.issuedAt(),
                payment.reference(),
                payment.failure(),
                refund.needsPersonBecause(),
                refund.hold() != null,
                payment.isOutcomeUnknown());
    }
}
