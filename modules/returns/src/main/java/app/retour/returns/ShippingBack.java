package app.retour.returns;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Whether the outbound shipping is given back with a refund. Once per order is seen to by the reckoning. */
final class ShippingBack {
    private static final Set<ReasonGroup> OUR_FAULT =
            EnumSet.of(ReasonGroup.DEFECT, ReasonGroup.WRONG_ITEM, ReasonGroup.DAMAGED_IN_TRANSIT);

    private ShippingBack() {}

    static boolean isOwed(
            OutboundShippingPolicy policy, OrderMoney order, EarlierRefunds earlier, List<RefundClaim> claims) {
        return switch (policy) {
            case NEVER -> false;
            case ALWAYS -> true;
            case DEFECT -> claims.stream().anyMatch(claim -> OUR_FAULT.contains(claim.reason()));
            case FULL_RETURN -> isFull(order, earlier, claims);
        };
    }

    private static boolean isFull(OrderMoney order, EarlierRefunds earlier, List<RefundClaim> claims) {
        var units = new HashMap<UUID, Integer>();
        claims.forEach(claim -> units.merge(claim.orderLine(), claim.quantity(), Integer::sum));
        return order.lines().entrySet().stream()
                .allMatch(line -> units.getOrDefault(line.getKey(), 0) + earlier.unitsOfLine(line.getKey())
                        >= line.getValue().quantity());
    }
}
