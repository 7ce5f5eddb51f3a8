package app.retour.returns;

import app.retour.kernel.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/** Turns fees, as rules state them, into amounts: never above the units' worth; per return once, the highest, by value. */
final class RestockingFees {
    private RestockingFees() {}

    /** @param worth of each claim's units, in the claims' order; so is the answer */
    static List<Money> of(Currency currency, List<RefundClaim> claims, List<Money> worth) {
        var fees = new ArrayList<Money>();
        for (var i = 0; i < claims.size(); i++) {
            var claim = claims.get(i);
            fees.add(
                    claim.fee().per() == RefundClaim.Fee.Per.RETURN
                            ? Money.zero(currency)
                            : one(claim, worth.get(i)).min(worth.get(i)));
        }
        perReturn(currency, claims, worth, fees);
        return List.copyOf(fees);
    }

    private static void perReturn(Currency currency, List<RefundClaim> claims, List<Money> worth, List<Money> fees) {
        var sharing = IntStream.range(0, claims.size())
                .filter(i -> claims.get(i).fee().per() == RefundClaim.Fee.Per.RETURN
                        && !claims.get(i).feeTaken())
                .boxed()
                .toList();
        if (sharing.isEmpty()) {
            return;
        }
        var whole = Money.sum(currency, sharing.stream().map(worth::get).toList());
        var highest = sharing.stream()
                .map(i -> one(claims.get(i), whole))
                .reduce(Money.zero(currency), Money::max)
                .min(whole);
        var parts = highest.allocate(
                sharing.stream().map(i -> worth.get(i).amount()).toList());
        for (var i = 0; i < sharing.size(); i++) {
            fees.set(sharing.get(i), parts.get(i));
        }
    }

    private static Money one(RefundClaim claim, Money worth) {
        var fee = claim.fee();
        return switch (fee.kind()) {
            case NONE -> Money.zero(worth.currency());
            case PERCENT -> worth.percent(fee.value()).min(worth);
            case FLAT -> flat(claim, worth);
        };
    }

    private static Money flat(RefundClaim claim, Money worth) {
        var amount = Money.rounded(claim.fee().value(), worth.currency());
        return switch (claim.fee().per()) {
            case UNIT -> amount.times(claim.quantity());
            case ITEM, RETURN -> claim.feeTaken() ? Money.zero(worth.currency()) : amount;
        };
    }
}
