package app.retour.returns;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * Units of a return item that are to be paid for now.
 *
 * @param fee what the rules said; the waterfall never takes more than the units are worth
 * @param feeTaken a flat fee for the item was kept back before
 * @param labelDeducted the way back is at the shopper's cost, taken from the refund
 */
record RefundClaim(
        UUID item,
        UUID orderLine,
        String title,
        int quantity,
        Fee fee,
        boolean feeTaken,
        boolean labelDeducted,
        ReasonGroup reason) {

    /** A fee as the rules state it. */
    record Fee(Kind kind, Per per, BigDecimal value) {
        static final Fee NONE = new Fee(Kind.NONE, Per.ITEM, BigDecimal.ZERO);

        enum Kind {
            NONE,
            FLAT,
            PERCENT
        }

        enum Per {
            UNIT,
            ITEM,
            RETURN
        }
    }
}
