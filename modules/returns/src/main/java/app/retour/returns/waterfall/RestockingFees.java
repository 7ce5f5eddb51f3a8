package app.retour.returns.waterfall;

import app.retour.kernel.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fees, as rules state them, as amounts: of all that came so far, and never above its worth.
 *
 * @param ofItems in the claims' order; nothing for an item whose fee is taken once per return
 * @param perReturn taken once, the highest
 */
record RestockingFees(List<Money> ofItems, Money perReturn) {

    static RestockingFees of(Money zero, List<RefundableItem> refundables, RefundedGoods goods) {
        var worth = goods.worth();
        var ofItems = new ArrayList<Money>();
        for (var i = 0; i < refundables.size(); i++) {
            var refundable = refundables.get(i);
            var none = refundable.fee().isPerReturn() || refundable.units() == 0;
            ofItems.add(
                    none
                            ? zero
                            : refundable.fee().of(worth.get(i), goods.units().get(i)));
        }
        var sharing = IntStream.range(0, refundables.size())
                .filter(i -> refundables.get(i).fee().isPerReturn()
                        && refundables.get(i).takesPart())
                .boxed()
                .toList();
        var whole = Money.sum(zero.currency(), sharing.stream().map(worth::get).toList());
        var highest =
                sharing.stream().map(i -> refundables.get(i).fee().of(whole, 1)).reduce(zero, Money::max);
        return new RestockingFees(List.copyOf(ofItems), highest);
    }
}
