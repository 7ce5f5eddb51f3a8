package app.retour.returns;

import app.retour.kernel.Actor;
import app.retour.returns.judging.FactGathering;
import app.retour.returns.record.RequestedItem;
import app.retour.returns.record.RequestedItems;
import app.retour.returns.settings.ReturnSetup;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.view.ReturnItem;
import app.retour.rules.StillPossible;
import app.retour.rules.evaluation.DecisionId;
import app.retour.rules.policy.Resolution;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a shopper may still have where the rules refused what they asked for: told after the decision, never before. Where a
 * person rejected, the person's word stands and nothing is told.
 */
@Service
@Transactional
public class Alternatives {
    private final RequestedItems items;
    private final StillPossible rules;
    private final FactGathering judging;
    private final RequestCheck check;
    private final ReturnSetup setup;

    Alternatives(
            RequestedItems items, StillPossible rules, FactGathering judging, RequestCheck check, ReturnSetup setup) {
        this.items = items;
        this.rules = rules;
        this.judging = judging;
        this.check = check;
        this.setup = setup;
    }

    /**
     * Another resolution that the rules would approve today.
     *
     * @param until the last day, by the merchant's calendar; null when no day ends it
     */
    public record Option(Resolution resolution, @Nullable LocalDate until) {}

    /** Of an item as it stands; nothing where nothing was refused by the rules. */
    public List<Option> of(ReturnItem item) {
        if (item.decision() != ItemDecision.REJECTED && item.decision() != ItemDecision.IN_REVIEW) {
            return List.of();
        }
        var decisionRecord = items.findById(item.itemId().value())
                .map(RequestedItem::decisionRecord)
                .filter(said -> said.decidedBy() == Actor.Kind.POLICY)
                .orElse(null);
        if (decisionRecord == null || !(decisionRecord.policyDecision() instanceof UUID decision)) {
            return List.of();
        }
        var others = setup.settings().resolutions().stream()
                .filter(one -> one != item.resolution())
                .toList();
        if (others.isEmpty()) {
            return List.of();
        }
        return rules.instead(new DecisionId(decision), others, judging.today(), withdrawal(item)).stream()
                .map(one -> new Option(one.resolution(), one.until()))
                .filter(one -> canBeHad(item, one.resolution()))
                .toList();
    }

    private @Nullable LocalDate withdrawal(ReturnItem item) {
        var announced = items.findById(item.itemId().value()).orElseThrow();
        return judging.withdrawal(judging.order(announced.orderId())).until();
    }

    /** The goods are still theirs to send, and there is another variant to have. */
    private boolean canBeHad(ReturnItem item, Resolution resolution) {
        var announced = items.findById(item.itemId().value()).orElseThrow();
        var order = judging.returnable(announced.orderId());
        var line = order.line(item.orderLineId());
        return (item.decision() == ItemDecision.IN_REVIEW || order.returnable(line) > 0)
                && (resolution != Resolution.EXCHANGE || !check.variants(line).isEmpty());
    }
}
