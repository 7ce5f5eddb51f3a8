package app.retour.returns.waterfall;

import app.retour.kernel.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** What is kept back now of each claim: the fees of all that came, less what was kept before; negative gives back. */
record FeesDue(List<Money> parts) {

    static FeesDue of(OrderMoney order, EarlierRefunds earlier, List<RefundableItem> refundables, RefundedGoods goods) {
        var zero = Money.zero(order.currency());
        var fees = RestockingFees.of(zero, refundables, goods);
        var kept = refundables.stream()
                .map(refundable -> KeptFee.ofItem(earlier, refundable.item()))
                .toList();
        var parts = new ArrayList<Money>();
        for (var i = 0; i < refundables.size(); i++) {
            parts.add(
                    refundables.get(i).fee().isPerReturn()
                            ? zero
                            : kept.get(i).more(fees.ofItems().get(i)));
        }
        var sharing = IntStream.range(0, refundables.size())
                .filter(i -> refundables.get(i).fee().isPerReturn())
                .boxed()
                .toList();
        if (!sharing.isEmpty()) {
            var more = sharing.stream()
                    .map(kept::get)
                    .reduce(new KeptFee(zero, zero), KeptFee::plus)
                    .more(fees.perReturn());
            var weights = more.isNegative()
                    ? kept.stream().map(KeptFee::settled).toList()
                    : goods.due().stream().map(Taxed::gross).toList();
            var shares = share(more, sharing.stream().map(weights::get).toList());
            IntStream.range(0, sharing.size()).forEach(i -> parts.set(sharing.get(i), shares.get(i)));
        }
        return new FeesDue(Collections.unmodifiableList(parts));
    }

    /** By value, so that what comes now bears what is added now. */
    private static List<Money> share(Money amount, List<Money> weights) {
        return amount.allocate(weights.stream()
                .map(weight -> weight.amount().max(BigDecimal.ZERO))
                .toList());
    }
}
