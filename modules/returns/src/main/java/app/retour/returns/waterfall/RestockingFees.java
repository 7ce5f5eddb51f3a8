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

    static RestockingFees of(Money zero, List<RefundClaim> claims, RefundedGoods goods) {
        var worth = goods.worth();
        var ofItems = new ArrayList<Money>();
        for (var i = 0; i < claims.size(); i++) {
            var claim = claims.get(i);
            var none = claim.fee().isPerReturn() || claim.units() == 0;
            ofItems.add(none ? zero : claim.fee().of(worth.get(i), goods.units().get(i)));
        }
        var sharing = IntStream.range(0, claims.size())
                .filter(i -> claims.get(i).fee().isPerReturn() && claims.get(i).takesPart())
                .boxed()
                .toList();
        var whole = Money.sum(zero.currency(), sharing.stream().map(worth::get).toList());
        var highest =
                sharing.stream().map(i -> claims.get(i).fee().of(whole, 1)).reduce(zero, Money::max);
        return new RestockingFees(List.copyOf(ofItems), highest);
    }
}
