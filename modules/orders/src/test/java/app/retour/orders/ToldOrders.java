package app.retour.orders;

import app.retour.orders.OrderUpsert.LineUpsert;
import app.retour.orders.OrderUpsert.OutsideRefundUpsert;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Orders as sources tell them, to be changed in one thing each. */
public final class ToldOrders {
    public static final LineUpsert SHIRT = OrderFixtures.aLine("SHIRT", 2, "20.00");
    public static final LineUpsert BELT = OrderFixtures.aLine("BELT", 1, "15.00");

    private ToldOrders() {}

    /** Two shirts and a belt, 55.00 in all. */
    public static OrderUpsert order() {
        return order(SHIRT, BELT);
    }

    public static OrderUpsert order(LineUpsert first, LineUpsert... more) {
        var lines = Stream.concat(Stream.of(first), Stream.of(more)).toArray(LineUpsert[]::new);
        return ToldOrder.of("7001", "#1001", lines).email("ada@example.com").told();
    }

    static BigDecimal amount(String amount) {
        return new BigDecimal(amount);
    }

    /** What becomes of an order that nobody told before. */
    static OrderMerge first(OrderUpsert told) {
        return OrderMerge.of(null, List.of(), BigDecimal.ZERO, told, null);
    }

    static OrderMerge again(OrderMerge before, OrderUpsert told) {
        return OrderMerge.of(before.order(), before.lines(), before.explainedOutside(), told, null);
    }

    static OutsideRefundUpsert refund(String id, @Nullable String sku, String amount) {
        return new OutsideRefundUpsert(id, OutsideRefund.Kind.GOODS, null, sku, 1, amount(amount), null);
    }
}
