package app.retour.returns.judging;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.orders.Order;
import app.retour.orders.OrderLine;
import app.retour.orders.OrderLineId;
import app.retour.returns.eligibility.BlockedBecause;
import app.retour.returns.eligibility.ReturnRequest;
import app.retour.returns.record.RequestedItem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order and what returns have announced of it; knows what is left. Only facts of life block a line. */
public record ReturnableOrder(Order order, List<RequestedItem> announced) {

    /**
     * Units that live returns announced, and units that came back whatever was decided about them; but not what was sent
     * back to the shopper, or never came of a return that is closed.
     */
    public int announced(UUID line) {
        return announced.stream()
                .filter(item -> item.orderLineId().equals(line))
                .mapToInt(RequestedItem::unitsTaken)
                .sum();
    }

    public int returnable(OrderLine line) {
        if (line.giftCard() || order.canceledAt() != null) {
            return 0;
        }
        var shipped = Math.min(line.quantity(), line.fulfilledQuantity());
        return Math.max(0, shipped - announced(line.id().value()));
    }

    @Nullable
    public BlockedBecause blocked(OrderLine line) {
        if (returnable(line) > 0) {
            return null;
        }
        if (line.giftCard()) {
            return BlockedBecause.GIFT_CARD;
        }
        if (order.canceledAt() != null) {
            return BlockedBecause.ORDER_CANCELED;
        }
        return announced(line.id().value()) > 0 ? BlockedBecause.ALREADY_RETURNED : BlockedBecause.NOT_SHIPPED;
    }

    public OrderLine line(UUID id, String... field) {
        return order.line(new OrderLineId(id))
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "The order has no such line", field));
    }

    /** @throws Refusal QUANTITY_EXCEEDED when more is asked for than is left, over all items of the request */
    public void requireLeft(ReturnRequest request) {
        var asked = new HashMap<UUID, Integer>();
        for (var i = 0; i < request.items().size(); i++) {
            var item = request.items().get(i);
            var line = line(item.orderLineId(), "items", String.valueOf(i), "orderLineId");
            if (item.quantity() < 1) {
                throw new Refusal(
                        ErrorCode.INVALID, "Send back at least one unit", "items", String.valueOf(i), "quantity");
            }
            var sum = (long) asked.getOrDefault(item.orderLineId(), 0) + item.quantity();
            if (sum > returnable(line)) {
                throw new Refusal(
                        ErrorCode.QUANTITY_EXCEEDED,
                        "Of “%s” %d can still be returned, not %d%s"
                                .formatted(line.title(), returnable(line), sum, said(blocked(line))),
                        "items",
                        String.valueOf(i),
                        "quantity");
            }
            asked.put(item.orderLineId(), Math.toIntExact(sum));
        }
    }

    private static String said(@Nullable BlockedBecause blocked) {
        return blocked == null ? "" : ": " + sentence(blocked);
    }

    static String sentence(BlockedBecause blocked) {
        return switch (blocked) {
            case NOT_SHIPPED -> "it has not been shipped yet";
            case ALREADY_RETURNED -> "it is already being returned";
            case GIFT_CARD -> "gift cards cannot be returned";
            case ORDER_CANCELED -> "the order was canceled";
        };
    }

    /** What was paid for units of a line, each at its own whole-cent share, from the first that is not announced yet. */
    public Money value(OrderLine line, int from, int units) {
        if (line.quantity() == 0) {
            return Money.zero(order.currency());
        }
        var parts = line.paid().allocate(Collections.nCopies(line.quantity(), BigDecimal.ONE));
        var start = Math.min(from, parts.size());
        return Money.sum(order.currency(), parts.subList(start, Math.min(parts.size(), start + units)));
    }

    public static Money unitPaid(OrderLine line) {
        return line.quantity() == 0
                ? line.paid()
                : Money.rounded(
                        line.paid().amount().divide(BigDecimal.valueOf(line.quantity()), 8, RoundingMode.HALF_UP),
                        line.paid().currency());
    }

    /** Whether nothing bought stays with the shopper when these units come back too. */
    boolean isFullWith(Map<UUID, Integer> units) {
        return order.lines().stream()
                .filter(line -> !line.giftCard())
                .allMatch(line -> announced(line.id().value())
                                + units.getOrDefault(line.id().value(), 0)
                        >= line.quantity());
    }
}
