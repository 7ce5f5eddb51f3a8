package app.retour.returns;

import app.retour.kernel.Actor;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.orders.shoppers.ShopperId;
import app.retour.returns.eligibility.ReturnRequest;
import app.retour.returns.events.ReturnEvent;
import app.retour.returns.events.ReturnId;
import app.retour.returns.judging.FactGathering;
import app.retour.returns.record.DecisionRecord;
import app.retour.returns.record.OrderLocks;
import app.retour.returns.record.RequestedItem;
import app.retour.returns.record.RequestedItems;
import app.retour.returns.record.ReturnAggregates;
import app.retour.returns.record.ReturnAuthorization;
import app.retour.returns.record.ReturnAuthorizations;
import app.retour.returns.record.ReturnTimeline;
import app.retour.returns.refunds.RefundPlanning;
import app.retour.returns.settings.Units;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.view.EvidenceState;
import app.retour.returns.view.Return;
import app.retour.tenants.writing.WritesTogether;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a return begins, and how it is withdrawn. What the shopper is asked meanwhile is at {@link EvidenceIntake}. */
@Component
@Transactional
class Requests {
    /** Rows that a request changes after it made them, one each. */
    private static final Set<String> CHANGED_IN_PLACE =
            Set.of("returns.return_authorization", "returns.return_item", "api.idempotency_key");

    private final ReturnAggregates aggregates;
    private final ReturnAuthorizations authorizations;
    private final RequestedItems items;
    private final OrderLocks locks;
    private final RmaNumbers numbers;
    private final FactGathering judging;
    private final RequestCheck check;
    private final ItemDecisions itemDecisions;
    private final ReturnLifecycle progress;
    private final RefundPlanning planning;
    private final ReturnTimeline timeline;
    private final Clock clock;

    Requests(
            ReturnAggregates aggregates,
            ReturnAuthorizations authorizations,
            RequestedItems items,
            OrderLocks locks,
            RmaNumbers numbers,
            FactGathering judging,
            RequestCheck check,
            ItemDecisions itemDecisions,
            ReturnLifecycle progress,
            RefundPlanning planning,
            ReturnTimeline timeline,
            Clock clock) {
        this.aggregates = aggregates;
        this.authorizations = authorizations;
        this.items = items;
        this.locks = locks;
        this.numbers = numbers;
        this.judging = judging;
        this.check = check;
        this.itemDecisions = itemDecisions;
        this.progress = progress;
        this.planning = planning;
        this.timeline = timeline;
        this.clock = clock;
    }

    Return request(ReturnRequest request, Actor actor) {
        WritesTogether.untilCommit(CHANGED_IN_PLACE, RmaNumbers.TABLES);
        var isErased = locks.hold(request.orderId());
        if (isErased) {
            requireNothingOfAPerson(request, actor);
        }
        var before = judging.returnable(request.orderId());
        var order = before.order();
        if (order.shopper() instanceof ShopperId shopper) {
            locks.hold(shopper.value());
        }
        var wanted = check.check(request, before);
        var of = new ReturnAuthorization(
                numbers.slipCode(),
                request.orderId(),
                order.number(),
                order.shopper() instanceof ShopperId shopper ? shopper.value() : null,
                order.currency(),
                clock.instant());
        if (isErased) {
            of.isOfNobody(clock.instant());
        }
        var announced = new ArrayList<RequestedItem>();
        for (var i = 0; i < wanted.size(); i++) {
            announced.add(new RequestedItem(of, i + 1, wanted.get(i)));
        }
        var aggregate = aggregates.begin(of, announced);
        itemDecisions.judge(aggregate, before, announced, List.of());
        of.isNumbered(numbers.next());
        authorizations.save(of);
        items.saveAllAndFlush(announced);
        timeline.record(
                of,
                actor,
                "A return of %s was requested"
                        .formatted(Units.of(announced.stream()
                                .mapToInt(RequestedItem::quantity)
                                .sum())),
                s -> new ReturnEvent.ReturnRequested(s));
        progress.after(aggregate, announced, Actor.policy());
        return aggregates.snapshot(aggregate);
    }

    /** The shop may still take goods back; who sends them is not to be known again. */
    private static void requireNothingOfAPerson(ReturnRequest request, Actor actor) {
        if (actor.kind() == Actor.Kind.SHOPPER) {
            throw new Refusal(
                    ErrorCode.WRONG_STATE,
                    "Whoever ordered this was erased; nothing more is asked for them",
                    "orderId");
        }
        for (var i = 0; i < request.items().size(); i++) {
            var item = request.items().get(i);
            if (item.comment() != null && !item.comment().isBlank()
                    || !item.photoFiles().isEmpty()) {
                throw new Refusal(
                        ErrorCode.WRONG_STATE,
                        "Whoever ordered this was erased, and no words or photos of theirs are kept; leave them out",
                        "items",
                        String.valueOf(i),
                        item.photoFiles().isEmpty() ? "comment" : "photoFileIds");
            }
        }
    }

    private void end(Collection<RequestedItem> of, ItemDecision as, String because, Actor.Kind by) {
        of.forEach(item -> item.decide(new DecisionRecord(as, by, clock.instant(), null, because, null)));
    }

    Return cancel(ReturnId id, Actor actor) {
        var aggregate = aggregates.hold(id);
        if (!ShopperStatus.canCancel(aggregate)) {
            throw new Refusal(
                    ErrorCode.WRONG_STATE,
                    "Return %s can no longer be canceled"
                            .formatted(aggregate.authorization().rmaNumber()),
                    "returnId");
        }
        var live = aggregate.items().stream().filter(RequestedItem::isLive).toList();
        end(live, ItemDecision.CANCELED, "Withdrawn", actor.kind());
        aggregate.evidenceRequests().forEach(evidenceRequest -> evidenceRequest.end(EvidenceState.WITHDRAWN));
        aggregate.cancelOpenRefunds("Return canceled");
        items.saveAllAndFlush(aggregate.items());
        live.forEach(item -> timeline.judged(item, actor));
        planning.lookAgain(aggregate, actor);
        timeline.record(
                aggregate.authorization(), actor, "The return was withdrawn", s -> new ReturnEvent.ReturnCanceled(s));
        return aggregates.snapshot(aggregate);
    }
}
