package app.retour.returns.waterfall;

import app.retour.rules.vocabulary.ReasonGroup;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Whether the outbound shipping is given back with a return. Once per order is seen to by the reckoning. */
final class OutboundShippingRefund {
    private static final Set<ReasonGroup> OUR_FAULT =
            EnumSet.of(ReasonGroup.DEFECT, ReasonGroup.WRONG_ITEM, ReasonGroup.DAMAGED_IN_TRANSIT);

    private OutboundShippingRefund() {}

    static boolean isOwed(
            RefundCalculation.Terms terms, OrderMoney order, EarlierRefunds earlier, List<RefundableItem> refundables) {
        var came = refundables.stream()
                .filter(refundable -> refundable.units() > 0)
                .toList();
        return !came.isEmpty()
                && switch (terms.shipping()) {
                    case NEVER -> false;
                    case ALWAYS -> true;
                    case DEFECT -> came.stream().anyMatch(refundable -> OUR_FAULT.contains(refundable.reason()));
                    case FULL_RETURN ->
                        order.lines().entrySet().stream()
                                .filter(line -> !line.getValue().giftCard())
                                .allMatch(line -> isBack(line, terms, order, earlier, came));
                };
    }

    private static boolean isBack(
            Map.Entry<UUID, OrderMoney.Line> line,
            RefundCalculation.Terms terms,
            OrderMoney order,
            EarlierRefunds earlier,
            List<RefundableItem> came) {
        var id = line.getKey();
        var items = came.stream().map(RefundableItem::item).toList();
        var here = came.stream()
                .filter(refundable -> refundable.orderLine().equals(id))
                .mapToInt(RefundableItem::units)
                .sum();
        var outside = order.outsideOfLine(id).stream()
                .mapToInt(OrderMoney.Outside::units)
                .sum();
        var elsewhere = earlier.ofLineWithout(id, items).units()
                + terms.worthlessElsewhere().getOrDefault(id, 0);
        return here + outside + elsewhere >= line.getValue().quantity();
    }
}
