package app.retour.returns;

import app.retour.kernel.Money;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes units off the lines of an order, each at its own whole-cent share of what the line cost, none twice. */
class RefundedGoods {
    private final OrderMoney order;
    private final EarlierRefunds earlier;
    private final Map<UUID, Integer> taken = new HashMap<>();
    private final Map<UUID, Money> given = new HashMap<>();

    RefundedGoods(OrderMoney order, EarlierRefunds earlier) {
        this.order = order;
        this.earlier = earlier;
    }

    /** Adds the claim's lines and tells their sum; never above what the order line cost less what was given for it. */
    Money take(RefundClaim claim, List<Waterfall.Line> lines) {
        var line = order.lines().get(claim.orderLine());
        if (line == null) {
            throw new IllegalArgumentException("The order has no line " + claim.orderLine());
        }
        var from = taken.getOrDefault(claim.orderLine(), earlier.unitsOfLine(claim.orderLine()));
        var until = Math.min(line.quantity(), from + claim.quantity());
        taken.put(claim.orderLine(), until);
        var left = gross(line)
                .minus(earlier.amountOfLine(claim.orderLine()))
                .minus(given.getOrDefault(claim.orderLine(), zero()))
                .max(zero());
        var price = share(line.paid(), line.quantity(), from, until).min(left);
        var tax = taxOnTop() ? share(line.tax(), line.quantity(), from, until).min(left.minus(price)) : zero();
        var text = claim.quantity() == 1 ? claim.title() : claim.quantity() + " × " + claim.title();
        lines.add(new Waterfall.Line(WaterfallLineKind.ITEM, text, price, claim.item()));
        if (tax.isPositive()) {
            lines.add(new Waterfall.Line(WaterfallLineKind.TAX, "Tax", tax, claim.item()));
        }
        var sum = price.plus(tax);
        given.merge(claim.orderLine(), sum, Money::plus);
        return sum;
    }

    private Money gross(OrderMoney.Line line) {
        return taxOnTop() ? line.paid().plus(line.tax()) : line.paid();
    }

    private boolean taxOnTop() {
        return Boolean.TRUE.equals(order.taxOnTop());
    }

    private Money share(Money whole, int units, int from, int until) {
        if (units == 0 || until <= from) {
            return zero();
        }
        var parts = whole.allocate(Collections.nCopies(units, BigDecimal.ONE));
        return Money.sum(order.currency(), parts.subList(from, until));
    }

    private Money zero() {
        return Money.zero(order.currency());
    }
}
