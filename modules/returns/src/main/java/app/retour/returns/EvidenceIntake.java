package app.retour.returns;

import app.retour.kernel.Actor;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.returns.events.ReturnEvent;
import app.retour.returns.events.ReturnId;
import app.retour.returns.judging.FactGathering;
import app.retour.returns.judging.ReturnableOrder;
import app.retour.returns.record.OrderLocks;
import app.retour.returns.record.RequestedItem;
import app.retour.returns.record.RequestedItems;
import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.record.ReturnAggregates;
import app.retour.returns.record.ReturnAuthorization;
import app.retour.returns.record.ReturnTimeline;
import app.retour.returns.record.StoredEvidenceRequest;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.view.EvidenceState;
import app.retour.returns.view.Return;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the photos and words that were asked for; when all of an item is there, it is judged again. */
@Component
@Transactional
class EvidenceIntake {
    private final ReturnAggregates aggregates;
    private final RequestedItems items;
    private final AllEvidence evidence;
    private final OrderLocks locks;
    private final FactGathering facts;
    private final RequestCheck check;
    private final ItemDecisions itemDecisions;
    private final ReturnLifecycle progress;
    private final ReturnTimeline timeline;
    private final Clock clock;

    EvidenceIntake(
            ReturnAggregates aggregates,
            RequestedItems items,
            AllEvidence evidence,
            OrderLocks locks,
            FactGathering facts,
            RequestCheck check,
            ItemDecisions itemDecisions,
            ReturnLifecycle progress,
            ReturnTimeline timeline,
            Clock clock) {
        this.aggregates = aggregates;
        this.items = items;
        this.evidence = evidence;
        this.locks = locks;
        this.facts = facts;
        this.check = check;
        this.itemDecisions = itemDecisions;
        this.progress = progress;
        this.timeline = timeline;
        this.clock = clock;
    }

    Return giveEvidence(ReturnId id, List<Returns.Evidence> given, Actor actor) {
        var aggregate = aggregates.hold(id);
        aggregate.authorization().requireNotErased("returnId");
        aggregate.requireNotClosed();
        if (given.isEmpty()) {
            throw new Refusal(ErrorCode.REQUIRED, "Give a photo or some words", "evidence");
        }
        for (var i = 0; i < given.size(); i++) {
            take(aggregate, given.get(i), String.valueOf(i));
        }
        var answered = new ArrayList<RequestedItem>();
        var askedByPerson = new ArrayList<UUID>();
        for (var evidenceRequest : aggregate.evidenceRequests().stream()
                .filter(StoredEvidenceRequest::isOpen)
                .toList()) {
            var about = aggregate.items().stream()
                    .filter(item ->
                            evidenceRequest.asksFor(item.id()) && item.decision() == ItemDecision.WAITING_FOR_SHOPPER)
                    .toList();
            if (about.stream()
                    .noneMatch(item ->
                            item.evidence().lacks(item.terms().photosWanted(), evidenceRequest.commentWanted()))) {
                evidenceRequest.end(EvidenceState.GIVEN);
                answered.addAll(about);
                if (evidenceRequest.byPerson()) {
                    about.forEach(item -> askedByPerson.add(item.id()));
                }
                timeline.record(
                        aggregate.authorization(),
                        actor,
                        "The shopper gave what was wanted",
                        stamp -> new ReturnEvent.EvidenceGiven(stamp, evidenceRequest.requestId()));
            }
        }
        items.saveAllAndFlush(aggregate.items());
        if (!answered.isEmpty()) {
            holdForJudging(aggregate.authorization());
            itemDecisions.judge(aggregate, without(aggregate), answered, askedByPerson);
            progress.after(aggregate, answered, Actor.policy());
        }
        return aggregates.snapshot(aggregate);
    }

    /**
     * What guards count must not change meanwhile. Always return, order, shopper, in this order: refunds that follow take
     * the order's lock again.
     */
    private void holdForJudging(ReturnAuthorization of) {
        locks.hold(of.orderId());
        if (of.shopperId() instanceof UUID shopper) {
            locks.hold(shopper);
        }
    }

    private void take(ReturnAggregate aggregate, Returns.Evidence given, String at) {
        var item = aggregate.item(given.item().value());
        if (item.decision() != ItemDecision.WAITING_FOR_SHOPPER && item.decision() != ItemDecision.IN_REVIEW) {
            throw new Refusal(
                    ErrorCode.WRONG_STATE, "“%s” is decided already".formatted(item.title()), "evidence", at, "itemId");
        }
        check.requirePhotos(given.photoFiles(), aggregate.authorization().orderId(), "evidence", at, "photoFileIds");
        var comment = RequestCheck.comment(given.comment(), "evidence", at, "comment");
        item.addEvidence(given.photoFiles(), comment);
        var evidenceRequest = aggregate.evidenceRequests().stream()
                .filter(open -> open.isOpen() && open.asksFor(item.id()))
                .findFirst();
        evidence.save(new GivenEvidence(
                evidenceRequest.map(StoredEvidenceRequest::id).orElse(null),
                item,
                given.photoFiles(),
                comment,
                clock.instant()));
    }

    /** The order as other returns left it. */
    private ReturnableOrder without(ReturnAggregate aggregate) {
        var all = facts.returnable(aggregate.authorization().orderId());
        return new ReturnableOrder(
                all.order(),
                all.announced().stream()
                        .filter(item -> !item.returnId()
                                .equals(aggregate.authorization().id()))
                        .toList());
    }
}
