package app.retour.orders;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.orders.rows.Limits;
import app.retour.orders.rows.OrderNumber;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The orders that a source may mean, by its own id and by the number that shoppers call them. */
final class KnownOrders {
    private final Map<String, Known> byExternalId = new HashMap<>();
    private final Map<OrderNumber, Known> byNumber = new HashMap<>();

    /** @param explainedOutside what is known of the refunds that the shop made */
    record Known(OrderRow order, Collection<LineRow> lines, BigDecimal explainedOutside) {}

    void put(OrderMerge merged) {
        var known = new Known(merged.order(), merged.lines(), merged.explainedOutside());
        var externalId = merged.order().externalId();
        if (externalId != null) {
            byExternalId.put(externalId, known);
        }
        byNumber.put(OrderNumber.of(merged.order().number()), known);
    }

    @Nullable
    UUID idOf(OrderUpsert told, int index) {
        var known = find(told, index);
        return known == null ? null : known.order.id();
    }

    /**
     * The order that is told once more, or null for a new one.
     *
     * @throws Refusal TAKEN where its id and its number are of two orders
     */
    @Nullable
    Known find(OrderUpsert told, int index) {
        var sameNumber = byNumber.get(OrderNumber.of(told.number()));
        var sameId = told.externalId() == null ? null : byExternalId.get(told.externalId());
        if (sameId != null && sameId != sameNumber && !isSameNumber(told, sameId)) {
            throw Limits.of(index)
                    .refusal(
                            ErrorCode.TAKEN,
                            "This id is known as that of order %s; two orders have two ids"
                                    .formatted(sameId.order.number()),
                            "externalId");
        }
        if (sameNumber != null && told.externalId() != null) {
            var other = sameNumber.order.externalId();
            if (other != null && !other.equals(told.externalId())) {
                throw Limits.of(index)
                        .refusal(ErrorCode.TAKEN, "Another order has this number already, with another id", "number");
            }
        }
        return sameId == null ? sameNumber : sameId;
    }

    private static boolean isSameNumber(OrderUpsert told, Known known) {
        return OrderNumber.of(told.number()).equals(OrderNumber.of(known.order.number()));
    }
}
