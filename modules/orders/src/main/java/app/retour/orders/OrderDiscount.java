package app.retour.orders;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A discount on a whole order, told as one amount: shared out over the lines by what they cost, to the smallest coin. Gift
 * cards bear none of it while the goods can.
 */
final class OrderDiscount {
    private OrderDiscount() {}

    /**
     * @param paid for each line, before this discount
     * @return for each line, after it
     * @throws Refusal INVALID where it is more than there is to take it off
     */
    static List<Money> takenOff(OrderUpsert told, List<Money> paid) {
        if (told.discount() == null || told.discount().signum() == 0) {
            return paid;
        }
        var discount = exact(told);
        var whole = Money.sum(told.currency(), paid);
        if (discount.compareTo(whole) > 0) {
            throw new Refusal(
                    ErrorCode.INVALID,
                    "A discount is at most what the lines cost, %s; take one on shipping off the shipping"
                            .formatted(whole),
                    "discount");
        }
        var goods = new ArrayList<BigDecimal>();
        for (var i = 0; i < paid.size(); i++) {
            var giftCard = Boolean.TRUE.equals(told.lines().get(i).giftCard());
            goods.add(giftCard ? BigDecimal.ZERO : paid.get(i).amount());
        }
        var ofGoods = goods.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var shares = discount.allocate(
                discount.amount().compareTo(ofGoods) <= 0
                        ? goods
                        : paid.stream().map(Money::amount).toList());
        var left = new ArrayList<Money>();
        for (var i = 0; i < paid.size(); i++) {
            left.add(paid.get(i).minus(shares.get(i)));
        }
        return left;
    }

    private static Money exact(OrderUpsert told) {
        try {
            return new Money(told.discount() == null ? BigDecimal.ZERO : told.discount(), told.currency());
        } catch (IllegalArgumentException tooPrecise) {
            throw new Refusal(
                    ErrorCode.INVALID, "%s has fewer decimals than this amount".formatted(told.currency()), "discount");
        }
    }
}
