package app.retour.returns.refunds;

import app.retour.returns.record.PayingAnswer;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.waterfall.Waterfall;
import java.util.Objects;

/** What is done with a refund that a gateway is to be asked for, the first time or again, as things are now. */
enum Asking {
    /** It fits; asked again, the gateway pays once and answers the same. */
    ASK,
    /** The gateway has not heard of it, so it is not paid: it is due again, and changed. */
    STOP,
    /** It may be paid already, and may not be paid any more: asking again could pay it, so a person finds out. */
    FIND_OUT;

    static Asking of(Reimbursement refund, PayingAnswer found) {
        if (found instanceof PayingAnswer.Pays) {
            return ASK;
        }
        if (!refund.payment().wasCalled()) {
            return STOP;
        }
        return found instanceof PayingAnswer.Changed changed
                        && changed.isPaid()
                        && changed.units().equals(refund.units())
                        && isWithin(refund.waterfall(), changed.waterfall())
                ? ASK
                : FIND_OUT;
    }

    /** No means gets more than it may. */
    private static boolean isWithin(Waterfall asked, Waterfall fits) {
        return asked.total().compareTo(fits.total()) <= 0
                && asked.tenders().stream()
                        .allMatch(share -> fits.tenders().stream()
                                .anyMatch(may -> Objects.equals(may.tenderId(), share.tenderId())
                                        && share.amount().compareTo(may.amount()) <= 0));
    }
}
