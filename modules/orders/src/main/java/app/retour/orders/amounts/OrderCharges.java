package app.retour.orders.amounts;

import app.retour.kernel.Money;
import java.util.Currency;

/**
 * What an order costs besides its goods. None of it is part of the order value.
 *
 * @param shipping as the shop shows it
 * @param shippingTax the shipping's part of the order's taxes, inside or on top of {@code shipping} as the tax mode says
 * @param paymentFee what the means of payment cost, for example cash on delivery
 * @param duties import duties
 * @param tips for the staff of the shop
 * @param rounding to what cash can pay; negative when rounded down
 */
public record OrderCharges(
        Money shipping, Money shippingTax, Money paymentFee, Money duties, Money tips, Money rounding) {
    /** Nothing but the goods. */
    public static OrderCharges none(Currency currency) {
        return ofShipping(Money.zero(currency), Money.zero(currency));
    }

    /** Shipping and nothing else. */
    public static OrderCharges ofShipping(Money shipping, Money shippingTax) {
        var zero = Money.zero(shipping.currency());
        return new OrderCharges(shipping, shippingTax, zero, zero, zero, zero);
    }

    /** What of the total is neither goods nor shipping nor tax. */
    public Money extras() {
        return paymentFee.plus(duties).plus(tips).plus(rounding);
    }
}
