package app.retour.returns.waterfall;

import app.retour.kernel.Money;
import app.retour.orders.Order;
import app.retour.orders.OrderLine;
import app.retour.orders.amounts.TaxMode;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What the order line cost when the item was announced. A return keeps it, whatever a source tells of the order later.
 *
 * @param lineQuantity units bought
 * @param linePaid for all of them, after discounts
 * @param lineTax the line's tax
 * @param lineTaxOnTop whether it came on top of what was paid; null where nobody knew
 */
@Embeddable
public record AnnouncedPrice(
        int lineQuantity,
        BigDecimal linePaid,
        BigDecimal lineTax,
        @Nullable Boolean lineTaxOnTop) {
    public static AnnouncedPrice of(Order order, OrderLine line) {
        return new AnnouncedPrice(
                line.quantity(),
                line.paid().amount(),
                line.tax().amount(),
                order.taxMode() == TaxMode.UNKNOWN ? null : order.taxMode() == TaxMode.EXCLUDED);
    }

    public OrderMoney.Line line(Currency currency) {
        return new OrderMoney.Line(lineQuantity, Money.rounded(linePaid, currency), Money.rounded(lineTax, currency));
    }

    /**
     * What a fee is taken of, as in a refund: what the shopper paid for so many units, the tax on top included.
     *
     * @param value of the units, as the shop shows its prices
     */
    public Money worth(Money value, int units) {
        if (!Boolean.TRUE.equals(lineTaxOnTop)) {
            return value;
        }
        var line = line(value.currency());
        return new UnitShares(line.paid().plus(line.tax()), lineQuantity).ofFirst(units);
    }
}
