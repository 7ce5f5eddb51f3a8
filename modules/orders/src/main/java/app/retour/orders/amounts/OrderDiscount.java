package app.retour.orders.amounts;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A discount on a whole order, told as one amount: shared out over the lines by what they cost, to the smallest coin. Gift
 * cards bear none of it while the goods can.
 */
public final class OrderDiscount {
    private OrderDiscount() {}

    /**
     * @param told null for none
     * @param paid for each line, before this discount
     * @param giftCards for each line, whether it is one
     * @return for each line, after it
     * @throws Refusal INVALID where it is more than there is to take it off
     */
    public static List<Money> takenOff(
            @Nullable BigDecimal told, Currency currency, List<Money> paid, List<Boolean> giftCards) {
        if (told == null || told.signum() == 0) {
            return paid;
        }
        var discount = exact(told, currency);
        var whole = Money.sum(currency, paid);
        if (discount.compareTo(whole) > 0) {
            throw new Refusal(
                    ErrorCode.INVALID,
                    "A discount is at most what the lines cost, %s; take one on shipping off the shipping"
                            .formatted(whole),
                    "discount");
        }
        var goods = new ArrayList<BigDecimal>();
        for (var i = 0; i < paid.size(); i++) {
            goods.add(giftCards.get(i) ? BigDecimal.ZERO : paid.get(i).amount());
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

    private static Money exact(BigDecimal told, Currency currency) {
        try {
            return new Money(told, currency);
        } catch (IllegalArgumentException tooPrecise) {
            throw new Refusal(
                    ErrorCode.INVALID, "%s has fewer decimals than this amount".formatted(currency), "discount");
        }
    }
}
