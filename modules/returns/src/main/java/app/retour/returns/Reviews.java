package app.retour.returns;

import app.retour.kernel.Actor;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Phrase;
import app.retour.kernel.Refusal;
import app.retour.returns.events.ReturnId;
import app.retour.returns.events.ReturnItemId;
import app.retour.returns.goods.Discrepancy;
import app.retour.returns.goods.StoredDiscrepancies;
import app.retour.returns.record.DecisionRecord;
import app.retour.returns.record.RequestedItem;
import app.retour.returns.record.RequestedItems;
import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.record.ReturnAggregates;
import app.retour.returns.record.ReturnTimeline;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.view.EvidenceState;
import app.retour.returns.view.Return;
import app.retour.rules.Policies;
import app.retour.rules.decisions.DecisionByHand;
import app.retour.rules.evaluation.DecisionId;
import app.retour.rules.policy.Outcome;
import app.retour.tenants.audit.Audit;
import app.retour.tenants.people.Staff;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the team decides. Every decision names the version of the return that was looked at; another one is refused as
 * STALE, so that two people never overwrite each other.
 */
@Service
@Transactional
public class Reviews {
    private static final int LONGEST_REASON = 1000;
    private final ReturnAggregates aggregates;
    private final RequestedItems items;
    private final StoredDiscrepancies discrepancies;
    private final ReturnLifecycle progress;
    private final ClosingByHand closing;
    private final Policies policies;
    private final ReturnTimeline timeline;
    private final Audit audit;
    private final Staff staff;
    private final Clock clock;

    Reviews(
            ReturnAggregates aggregates,
            RequestedItems items,
            StoredDiscrepancies discrepancies,
            ReturnLifecycle progress,
            ClosingByHand closing,
            Policies policies,
            ReturnTimeline timeline,
            Audit audit,
            Staff staff,
            Clock clock) {
        this.aggregates = aggregates;
        this.items = items;
        this.discrepancies = discrepancies;
        this.progress = progress;
        this.closing = closing;
        this.policies = policies;
        this.timeline = timeline;
        this.audit = audit;
        this.staff = staff;
        this.clock = clock;
    }

    /** Which of an item, and how many of it; null for all of it. The rest becomes an item of its own. */
    public record Choice(ReturnItemId item, @Nullable Integer quantity) {}

    /** @param note for the team */
    public Return approve(ReturnId id, long version, List<Choice> choices, @Nullable String note, Actor actor) {
        return decide(id, version, choices, ItemDecision.APPROVED, null, note, actor);
    }

    /** @param reason that the shopper reads */
    public Return reject(
            ReturnId id, long version, List<Choice> choices, String reason, @Nullable String note, Actor actor) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Refusal(
                    reason.isBlank() ? ErrorCode.REQUIRED : ErrorCode.TOO_LARGE,
                    "Tell the shopper why, in at most %d characters".formatted(LONGEST_REASON),
                    "reason");
        }
        return decide(id, version, choices, ItemDecision.REJECTED, reason.strip(), note, actor);
    }

    private Return decide(
            ReturnId id,
            long version,
            List<Choice> choices,
            ItemDecision to,
            @Nullable String reason,
            @Nullable String note,
            Actor actor) {
        var aggregate = aggregates.hold(id, version);
        aggregate.requireNotClosed();
        if (choices.isEmpty()) {
            throw new Refusal(ErrorCode.REQUIRED, "Choose at least one item", "items");
        }
        var chosen = new ArrayList<RequestedItem>();
        for (var choice : choices) {
            chosen.add(part(aggregate, choice));
        }
        if (to != ItemDecision.APPROVED) {
            chosen.forEach(aggregate::requireNotPaid);
        }
        items.saveAllAndFlush(aggregate.items());
        for (var item : chosen) {
            var stored = policies.decideByHand(new DecisionByHand(
                    "Return",
                    id.value(),
                    item.id(),
                    item.decisionRecord().policyDecision() instanceof UUID before ? new DecisionId(before) : null,
                    to == ItemDecision.APPROVED ? Outcome.APPROVE : Outcome.REJECT,
                    reason != null,
                    actor,
                    aggregate.authorization().requestedAt()));
            var told = reason == null ? null : Phrase.of(reason);
            var because = note == null || note.isBlank() ? "A person decided" : note.strip();
            item.decide(new DecisionRecord(to, actor.kind(), clock.instant(), told, because, stored.value()));
        }
        aggregate.evidenceRequests().stream()
                .filter(evidenceRequest -> aggregate.items().stream()
                        .noneMatch(item -> evidenceRequest.asksFor(item.id())
                                && item.decision() == ItemDecision.WAITING_FOR_SHOPPER))
                .forEach(evidenceRequest -> evidenceRequest.end(EvidenceState.WITHDRAWN));
        audit.record(
                to == ItemDecision.APPROVED ? "return.items_approved" : "return.items_rejected",
                "Return",
                id.toString(),
                Map.of(
                        "items",
                        chosen.stream().map(item -> item.id().toString()).toList()));
        progress.after(aggregate, chosen, actor);
        return aggregates.snapshot(aggregate);
    }

    private RequestedItem part(ReturnAggregate aggregate, Choice choice) {
        var item = aggregate.item(choice.item().value());
        if (choice.quantity() == null || choice.quantity() == item.quantity()) {
            return item;
        }
        aggregate.requireWhole(item);
        var rest = item.split(
                item.quantity() - choice.quantity(),
                aggregate.authorization().currency(),
                aggregate.items().size() + 1);
        aggregate.items().add(rest);
        return item;
    }

    /** @param message that the shopper reads */
    public Return askForEvidence(
            ReturnId id,
            long version,
            List<ReturnItemId> about,
            int photos,
            boolean comment,
            @Nullable String message,
            Actor actor) {
        if (about.isEmpty() || photos < 0 || photos > 10 || photos == 0 && !comment) {
            throw new Refusal(
                    about.isEmpty() ? ErrorCode.REQUIRED : ErrorCode.INVALID,
                    "Ask for 1 to 10 photos, a description, or both, of at least one item",
                    about.isEmpty() ? "itemIds" : "photos");
        }
        var aggregate = aggregates.hold(id, version);
        aggregate.authorization().requireNotErased("returnId");
        aggregate.requireNotClosed();
        var asked = about.stream().map(item -> aggregate.item(item.value())).toList();
        asked.forEach(aggregate::requireNotPaid);
        for (var item : asked) {
            item.agreeOn(item.terms().wanting(item.evidence().photoFiles().size() + photos, comment));
            item.decide(new DecisionRecord(
                    ItemDecision.WAITING_FOR_SHOPPER,
                    actor.kind(),
                    clock.instant(),
                    null,
                    "A person asked for more",
                    item.decisionRecord().policyDecision()));
        }
        items.saveAllAndFlush(aggregate.items());
        asked.forEach(item -> timeline.judged(item, actor));
        progress.ask(aggregate, asked, photos, comment, message == null ? "" : message.strip(), actor);
        return aggregates.snapshot(aggregate);
    }

    /** Lets approved items go ahead without the rest. */
    public Return releaseApproved(ReturnId id, long version, Actor actor) {
        var aggregate = aggregates.hold(id, version);
        aggregate.requireNotClosed();
        if (aggregate.goesAhead() || aggregate.approved().findAny().isEmpty()) {
            throw new Refusal(ErrorCode.WRONG_STATE, "Nothing approved is waiting", "returnId");
        }
        progress.release(aggregate, true, actor);
        return aggregates.snapshot(aggregate);
    }

    /**
     * @param person id of a member of the team; null for nobody
     * @throws Refusal NOT_FOUND for somebody who is not of the team
     */
    public Return assign(ReturnId id, @Nullable String person) {
        if (person != null && !isOfTheTeam(person)) {
            throw new Refusal(
                    ErrorCode.NOT_FOUND, "Nobody in your team has this id; give a `personId` of `staff`", "assignee");
        }
        var aggregate = aggregates.hold(id);
        aggregate.authorization().assignTo(person);
        return aggregates.snapshot(aggregate);
    }

    private boolean isOfTheTeam(String person) {
        try {
            return staff.byPerson(UUID.fromString(person)).isPresent();
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** Ends a return by hand. What is due and not paid must be settled first. */
    public Return close(ReturnId id, long version, String reason, Actor actor) {
        return closing.close(id, version, reason, actor);
    }

    public Discrepancy settle(UUID discrepancy, String settlement) {
        if (settlement.isBlank()) {
            throw new Refusal(ErrorCode.REQUIRED, "Say how it was settled", "settlement");
        }
        discrepancies.returnOf(discrepancy).map(ReturnId::new).ifPresent(aggregates::holdToSay);
        var found = discrepancies
                .findById(discrepancy)
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such discrepancy", "discrepancyId"));
        found.settle(settlement.strip(), clock.instant());
        return discrepancies.saveAndFlush(found).snapshot();
    }
}
