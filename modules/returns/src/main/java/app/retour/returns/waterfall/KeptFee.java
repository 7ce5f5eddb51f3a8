package app.retour.returns.waterfall;

import app.retour.kernel.Money;
import java.util.EnumSet;
import java.util.UUID;

/**
 * What refunds of a return kept of one fee so far.
 *
 * @param settled less all that was given back of it; where a person gave the giving back up, nobody got it, and it is not
 *     owed again
 * @param really less what was given back, and not given up
 */
record KeptFee(Money settled, Money really) {

    static KeptFee ofLabel(EarlierRefunds earlier) {
        var settled = earlier.settled(EnumSet.of(WaterfallLineKind.LABEL_FEE)).negated();
        return new KeptFee(settled, settled.plus(earlier.labelBackGivenUp()));
    }

    static KeptFee ofItem(EarlierRefunds earlier, UUID item) {
        var settled = earlier.ofItem(item).fee();
        return new KeptFee(settled, settled.plus(earlier.feeBackGivenUp(item)));
    }

    KeptFee plus(KeptFee other) {
        return new KeptFee(settled.plus(other.settled), really.plus(other.really));
    }

    /**
     * What is kept now so that it comes to this; negative gives back. What is kept as nobody gave it back is not kept twice.
     */
    Money more(Money whole) {
        return whole.minus(whole.max(settled).min(really));
    }
}
