package app.retour.returns;

import app.retour.kernel.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Orders as no merchant would think of them, and the parts in which they come back. */
final class RandomOrders {
    private RandomOrders() {}

    static OrderMoney anOrder(Random random, Currency currency, boolean onTop, boolean outside) {
        var lines = new HashMap<UUID, OrderMoney.Line>();
        var goods = Money.zero(currency);
        for (var i = 0; i <= random.nextInt(4); i++) {
            var paid = Money.ofMinorUnits(random.nextInt(20_000), currency);
            var tax = Money.ofMinorUnits(random.nextInt(2_000), currency);
            lines.put(UUID.randomUUID(), new OrderMoney.Line(1 + random.nextInt(7), paid, tax));
            goods = goods.plus(paid).plus(onTop ? tax : Money.zero(currency));
        }
        var shipping = Money.ofMinorUnits(random.nextInt(900), currency);
        var total = goods.plus(shipping);
        var card = total.percent(BigDecimal.valueOf(random.nextInt(101)));
        return new OrderMoney(
                currency,
                onTop,
                true,
                false,
                shipping,
                total,
                outside ? total.percent(BigDecimal.valueOf(random.nextInt(60))) : Money.zero(currency),
                lines,
                List.of(
                        new OrderMoney.Tender("card", "Visa", false, true, card),
                        new OrderMoney.Tender("gift", "Gift card", true, true, total.minus(card))));
    }

    static List<List<RefundClaim>> randomParts(Random random, OrderMoney order) {
        var parts = new ArrayList<List<RefundClaim>>();
        var left = new HashMap<UUID, Integer>();
        order.lines().forEach((line, paid) -> left.put(line, paid.quantity()));
        while (left.values().stream().anyMatch(units -> units > 0)) {
            var part = new ArrayList<RefundClaim>();
            left.replaceAll((line, units) -> {
                var taken = units == 0 ? 0 : 1 + random.nextInt(units);
                if (taken > 0) {
                    part.add(new RefundClaim(
                            UUID.randomUUID(), line, "Thing", taken, aFee(random), false, true, ReasonGroup.OTHER));
                }
                return units - taken;
            });
            parts.add(part);
        }
        return parts;
    }

    private static RefundClaim.Fee aFee(Random random) {
        var pers = RefundClaim.Fee.Per.values();
        var kinds = RefundClaim.Fee.Kind.values();
        return new RefundClaim.Fee(
                kinds[random.nextInt(kinds.length)],
                pers[random.nextInt(pers.length)],
                BigDecimal.valueOf(random.nextInt(100)));
    }
}
