package app.retour.returns;

import app.retour.kernel.Actor;
import app.retour.returns.eligibility.BusinessHours;
import app.retour.returns.events.ReturnEvent;
import app.retour.returns.record.RequestedItem;
import app.retour.returns.record.RequestedItems;
import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.record.ReturnTimeline;
import app.retour.returns.record.StoredEvidenceRequest;
import app.retour.returns.record.StoredEvidenceRequests;
import app.retour.returns.refunds.RefundPlanning;
import app.retour.returns.settings.ReturnSetup;
import app.retour.returns.settings.Units;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.status.ReturnDecision;
import app.retour.tenants.Tenants;
import app.retour.tenants.jobs.Jobs;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What follows from decisions about items: who is asked, who waits, and when approved items go ahead. */
@Component
class ReturnLifecycle {
    private final RequestedItems items;
    private final StoredEvidenceRequests evidenceRequests;
    private final ReturnSetup setup;
    private final ReverseShipping parcels;
    private final RefundPlanning planning;
    private final ReturnTimeline timeline;
    private final Jobs jobs;
    private final EvidenceClock evidence;
    private final Tenants tenants;
    private final ReleaseAfterWait rest;
    private final Clock clock;

    ReturnLifecycle(
            RequestedItems items,
            StoredEvidenceRequests evidenceRequests,
            ReturnSetup setup,
            ReverseShipping parcels,
            RefundPlanning planning,
            ReturnTimeline timeline,
            Jobs jobs,
            EvidenceClock evidence,
            Tenants tenants,
            ReleaseAfterWait rest,
            Clock clock) {
        this.items = items;
        this.evidenceRequests = evidenceRequests;
        this.setup = setup;
        this.parcels = parcels;
        this.planning = planning;
        this.timeline = timeline;
        this.jobs = jobs;
        this.evidence = evidence;
        this.tenants = tenants;
        this.rest = rest;
        this.clock = clock;
    }

    /** Told once after items changed, with those that did. */
    void after(ReturnAggregate aggregate, Collection<RequestedItem> touched, Actor actor) {
        // One item may have answered two requests at once; it is told once.
        var changed = new LinkedHashSet<>(touched);
        if (!aggregate.isBegun()) {
            items.saveAllAndFlush(aggregate.items());
        }
        changed.forEach(item -> timeline.judged(item, actor));
        var decisions = changed.stream().collect(Collectors.toMap(RequestedItem::itemId, RequestedItem::decision));
        timeline.record(
                aggregate.authorization(),
                actor,
                changed.stream().map(ReturnLifecycle::said).collect(Collectors.joining("; ")),
                stamp -> new ReturnEvent.ItemsDecided(stamp, decisions));
        planning.lookAgain(aggregate, actor);
        askForWhatRulesWant(aggregate, changed, actor);
        if (changed.stream().anyMatch(item -> item.decision() == ItemDecision.IN_REVIEW)) {
            var because = aggregate.because();
            timeline.record(
                    aggregate.authorization(),
                    actor,
                    "A person has to decide",
                    stamp -> new ReturnEvent.ReviewWanted(stamp, because));
        }
        goAhead(aggregate, changed, actor);
    }

    private static String said(RequestedItem item) {
        var because = item.decisionRecord().because();
        return "%d × %s: %s%s"
                .formatted(
                        item.quantity(),
                        item.title(),
                        words(item.decision()),
                        because == null || because.isBlank() ? "" : " (" + because + ")");
    }

    private static String words(ItemDecision decision) {
        return switch (decision) {
            case IN_REVIEW -> "to review";
            case WAITING_FOR_SHOPPER -> "waits for the shopper";
            case APPROVED -> "approved";
            case REJECTED -> "rejected";
            case CANCELED -> "canceled";
            case EXPIRED -> "expired";
        };
    }

    private void askForWhatRulesWant(ReturnAggregate aggregate, Collection<RequestedItem> changed, Actor actor) {
        var lacking = changed.stream()
                .filter(item -> item.decision() == ItemDecision.WAITING_FOR_SHOPPER)
                .filter(item -> aggregate.evidenceRequests().stream()
                        .noneMatch(evidenceRequest -> evidenceRequest.isOpen() && evidenceRequest.asksFor(item.id())))
                .toList();
        if (!lacking.isEmpty()) {
            var photos = lacking.stream()
                    .mapToInt(item -> item.terms().photosWanted())
                    .max()
                    .orElse(0);
            var comment = lacking.stream().anyMatch(item -> item.terms().commentWanted());
            ask(aggregate, lacking, photos, comment, null, actor);
        }
    }

    /** @param message null when a rule asks, not a person */
    void ask(
            ReturnAggregate aggregate,
            List<RequestedItem> about,
            int photos,
            boolean comment,
            @Nullable String message,
            Actor actor) {
        planning.lookAgain(aggregate, actor);
        var now = clock.instant();
        var by = now.plus(Duration.ofDays(setup.settings().evidenceDays()));
        var evidenceRequest = evidenceRequests.saveAndFlush(new StoredEvidenceRequest(
                aggregate.authorization().id(),
                about.stream().map(RequestedItem::id).toList(),
                photos,
                comment,
                message,
                now,
                by));
        aggregate.add(evidenceRequest);
        evidence.start(evidenceRequest);
        timeline.record(
                aggregate.authorization(),
                actor,
                "The shopper is asked for %s".formatted(Units.evidence(photos, comment)),
                stamp -> new ReturnEvent.EvidenceWanted(stamp, evidenceRequest.requestId()));
    }

    private void goAhead(ReturnAggregate aggregate, Collection<RequestedItem> changed, Actor actor) {
        var of = aggregate.authorization();
        if (aggregate.decision() == ReturnDecision.REJECTED) {
            timeline.record(of, actor, "Nothing of the return is accepted", s -> new ReturnEvent.ReturnRejected(s));
            return;
        }
        if (aggregate.approved().findAny().isEmpty()) {
            return;
        }
        var hours = setup.settings().hoursToWaitForRest();
        if (aggregate.isOpen() && !aggregate.goesAhead() && hours > 0) {
            if (of.waitUntil() == null) {
                var then = BusinessHours.after(
                        clock.instant(), hours, tenants.current().zone());
                of.waitUntil(then);
                jobs.schedule(rest, of.id().toString(), new ReleaseAfterWait.Told(of.id()), then);
            }
            return;
        }
        var news = changed.stream()
                .anyMatch(item -> item.decision() == ItemDecision.APPROVED || !item.isLive() && !aggregate.isOpen());
        release(aggregate, news, actor);
    }

    /** Approved items go ahead: a parcel is expected, and what is due at once falls due. */
    void release(ReturnAggregate aggregate, boolean news, Actor actor) {
        var of = aggregate.authorization();
        var first = !aggregate.goesAhead();
        of.release(clock.instant());
        parcels.expect(aggregate);
        if (first || news) {
            var whole = aggregate.decision() == ReturnDecision.APPROVED;
            timeline.record(
                    of,
                    actor,
                    whole ? "The return is approved" : "What is approved goes ahead",
                    s -> whole ? new ReturnEvent.ReturnApproved(s) : new ReturnEvent.ReturnPartlyApproved(s));
        }
        planning.payWhatIsDue(aggregate, actor);
    }
}
