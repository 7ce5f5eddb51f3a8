package app.retour.returns;

import app.retour.kernel.Money;
import app.retour.orders.OrderLine;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * What the order line cost when the item was announced. A return keeps it, whatever a source tells of the order later.
 *
 * @param lineQuantity units bought
 * @param linePaid for all of them, after discounts
 * @param lineTax the line's tax
 */
@Embeddable
record AnnouncedPrice(int lineQuantity, BigDecimal linePaid, BigDecimal lineTax) {
    static AnnouncedPrice of(OrderLine line) {
        return new AnnouncedPrice(
                line.quantity(), line.paid().amount(), line.tax().amount());
    }

    OrderMoney.Line line(Currency currency) {
        return new OrderMoney.Line(lineQuantity, Money.rounded(linePaid, currency), Money.rounded(lineTax, currency));
    }
}
