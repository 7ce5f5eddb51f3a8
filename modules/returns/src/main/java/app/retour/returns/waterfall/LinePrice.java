package app.retour.returns.waterfall;

import app.retour.kernel.Money;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;

/** What was paid for a whole order line, tax included, and for how many units. */
record LinePrice(int quantity, Money gross) {

    static LinePrice of(OrderMoney order, UUID lineId) {
        var line = Objects.requireNonNull(order.lines().get(lineId), "The order has no such line");
        return new LinePrice(line.quantity(), order.gross(line).gross());
    }

    boolean isOneUnitLike(LinePrice other) {
        return gross.amount()
                        .multiply(BigDecimal.valueOf(other.quantity))
                        .compareTo(other.gross.amount().multiply(BigDecimal.valueOf(quantity)))
                == 0;
    }
}
