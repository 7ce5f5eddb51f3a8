package app.retour.returns.goods;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.kernel.UnknownId;
import app.retour.returns.events.DiscrepancyKind;
import app.retour.returns.record.RequestedItem;
import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.status.ItemDecision;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns counts and grades into goods of a return, and says what does not fit. Pure. */
public final class GoodsCount {
    private GoodsCount() {}

    /** Sources disagree. */
    public record Finding(DiscrepancyKind kind, String said) {}

    /** @param booked the receipt is closed: its goods are the return's */
    public static void grade(
            List<CountedLine> counted, @Nullable ReturnAggregate aggregate, List<Grading> gradings, boolean booked) {
        for (var grading : gradings) {
            var line = counted.stream()
                    .filter(known -> known.id().equals(grading.lineId()))
                    .findFirst()
                    .orElseThrow(() -> new UnknownId(grading.lineId(), "The receipt has no such line"));
            var accepted = line.accepted();
            var refused = line.refused();
            var sentBack = line.sentBack();
            line.inspect(
                    grading.accepted() instanceof Integer said ? said : line.received() - grading.refused(),
                    grading.refused(),
                    grading.grade(),
                    grading.disposition(),
                    grading.note());
            if (booked && aggregate != null && line.itemId() != null) {
                inspect(
                        aggregate,
                        aggregate.item(line.itemId()),
                        line.accepted() - accepted,
                        line.refused() - refused,
                        line.sentBack() - sentBack);
            }
        }
    }

    /** Accepted units that were paid for stay accepted; what is only due follows the goods. */
    private static void inspect(
            ReturnAggregate aggregate, RequestedItem item, int moreAccepted, int moreRefused, int moreSentBack) {
        var next = item.goods().inspect(moreAccepted, moreRefused, moreSentBack);
        var paid = aggregate.committedUnits(item);
        if (moreAccepted < 0 && next.accepted() < Math.min(paid, item.goods().accepted())) {
            throw new Refusal(
                    ErrorCode.WRONG_STATE,
                    "Accepted units of “%s” are refunded; they cannot be refused any more".formatted(item.title()),
                    "grades");
        }
        item.moveGoods(next);
    }

    /**
     * Takes what was counted to the return's items.
     *
     * @param expectMore what has not come may still come; otherwise it is missing
     */
    public static List<Finding> book(List<CountedLine> counted, ReturnAggregate aggregate, boolean expectMore) {
        for (var line : counted) {
            if (line.itemId() != null) {
                var item = aggregate.item(line.itemId());
                item.moveGoods(item.goods()
                        .receive(line.received(), item.quantity())
                        .inspect(line.accepted(), line.refused(), line.sentBack()));
            }
        }
        var findings = new ArrayList<Finding>();
        for (var line : counted) {
            if (line.itemId() == null) {
                findings.add(new Finding(
                        DiscrepancyKind.UNKNOWN_ITEM,
                        "%d × %s came, which the return does not name".formatted(line.received(), line.title())));
            }
        }
        for (var item : aggregate.items()) {
            compare(counted, item, expectMore, findings);
        }
        return findings;
    }

    private static void compare(
            List<CountedLine> counted, RequestedItem item, boolean expectMore, List<Finding> findings) {
        var came = counted.stream()
                .filter(line -> item.id().equals(line.itemId()))
                .mapToInt(CountedLine::received)
                .sum();
        if (came > 0 && item.decision() != ItemDecision.APPROVED) {
            findings.add(new Finding(
                    DiscrepancyKind.ARRIVED_UNAPPROVED,
                    "%d × %s came, which is not approved".formatted(came, item.title())));
        }
        if (came > 0 && item.goods().received() > item.quantity()) {
            findings.add(new Finding(
                    DiscrepancyKind.OVER,
                    "%d × %s came, %s announced"
                            .formatted(
                                    item.goods().received(),
                                    item.title(),
                                    item.quantity() == 1 ? "1 was" : item.quantity() + " were")));
        }
        if (!expectMore && item.expected() > 0) {
            findings.add(new Finding(
                    DiscrepancyKind.SHORT, "%d × %s did not come".formatted(item.expected(), item.title())));
            item.moveGoods(item.goods().miss(item.goods().missing() + item.expected()));
        }
    }

    /** What was counted of announced goods is inspected, and something was. */
    public static boolean isInspected(List<CountedLine> counted) {
        // What nobody announced is settled by a person and holds up no refund.
        var announced = counted.stream().filter(line -> line.itemId() != null).toList();
        return announced.stream().anyMatch(line -> line.received() > 0)
                && announced.stream().allMatch(CountedLine::isInspected);
    }

    /** Items of which more was paid for than came and was not refused, or may still come. */
    public static List<String> refundedNotReceived(ReturnAggregate aggregate) {
        var said = new ArrayList<String>();
        for (var item : aggregate.items()) {
            var goods = item.goods();
            var paid = aggregate.refundedUnits(item, true);
            if (item.travels() && paid > Math.max(Payable.unrefused(item), goods.arrived())) {
                said.add("%d × %s refunded, %d missing, %d refused"
                        .formatted(paid, item.title(), goods.missing(), goods.refused()));
            }
        }
        return said;
    }
}
