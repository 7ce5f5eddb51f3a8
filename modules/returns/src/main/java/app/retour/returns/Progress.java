package app.retour.returns;

import app.retour.kernel.Actor;
import app.retour.returns.eligibility.BusinessHours;
import app.retour.returns.events.ReturnEvent;
import app.retour.returns.record.AnnouncedItem;
import app.retour.returns.record.AnnouncedItems;
import app.retour.returns.record.Chronicle;
import app.retour.returns.record.Dossier;
import app.retour.returns.record.EvidenceWish;
import app.retour.returns.record.EvidenceWishes;
import app.retour.returns.refunds.RefundDesk;
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
class Progress {
    private final AnnouncedItems items;
    private final EvidenceWishes wishes;
    private final ReturnSetup setup;
    private final WaysBack parcels;
    private final RefundDesk desk;
    private final Chronicle chronicle;
    private final Jobs jobs;
    private final EvidenceClock evidence;
    private final Tenants tenants;
    private final RestOfReturn rest;
    private final Clock clock;

    Progress(
            AnnouncedItems items,
            EvidenceWishes wishes,
            ReturnSetup setup,
            WaysBack parcels,
            RefundDesk desk,
            Chronicle chronicle,
            Jobs jobs,
            EvidenceClock evidence,
            Tenants tenants,
            RestOfReturn rest,
            Clock clock) {
        this.items = items;
        this.wishes = wishes;
        this.setup = setup;
        this.parcels = parcels;
        this.desk = desk;
        this.chronicle = chronicle;
        this.jobs = jobs;
        this.evidence = evidence;
        this.tenants = tenants;
        this.rest = rest;
        this.clock = clock;
    }

    /** Told once after items changed, with those that did. */
    void after(Dossier dossier, Collection<AnnouncedItem> touched, Actor actor) {
        // One item may have answered two requests at once; it is told once.
        var changed = new LinkedHashSet<>(touched);
        items.saveAllAndFlush(dossier.items());
        changed.forEach(item -> chronicle.judged(item, actor));
        var decisions = changed.stream().collect(Collectors.toMap(AnnouncedItem::itemId, AnnouncedItem::decision));
        chronicle.tell(
                dossier.authorization(),
                actor,
                changed.stream().map(Progress::said).collect(Collectors.joining("; ")),
                s -> new ReturnEvent.ItemsDecided(
                        s.tenant(), s.returnId(), s.rmaNumber(), s.sequence(), s.at(), s.actor(), decisions));
        desk.lookAgain(dossier, actor);
        askForWhatRulesWant(dossier, changed, actor);
        if (changed.stream().anyMatch(item -> item.decision() == ItemDecision.IN_REVIEW)) {
            var because = dossier.because();
            chronicle.tell(
                    dossier.authorization(),
                    actor,
                    "A person has to decide",
                    s -> new ReturnEvent.ReviewWanted(
                            s.tenant(), s.returnId(), s.rmaNumber(), s.sequence(), s.at(), s.actor(), because));
        }
        goAhead(dossier, changed, actor);
    }

    private static String said(AnnouncedItem item) {
        var because = item.verdict().because();
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

    private void askForWhatRulesWant(Dossier dossier, Collection<AnnouncedItem> changed, Actor actor) {
        var lacking = changed.stream()
                .filter(item -> item.decision() == ItemDecision.WAITING_FOR_SHOPPER)
                .filter(item -> dossier.wishes().stream().noneMatch(wish -> wish.isOpen() && wish.asksFor(item.id())))
                .toList();
        if (!lacking.isEmpty()) {
            var photos = lacking.stream()
                    .mapToInt(item -> item.terms().photosWanted())
                    .max()
                    .orElse(0);
            var comment = lacking.stream().anyMatch(item -> item.terms().commentWanted());
            ask(dossier, lacking, photos, comment, null, actor);
        }
    }

    /** @param message null when a rule asks, not a person */
    void ask(
            Dossier dossier,
            List<AnnouncedItem> about,
            int photos,
            boolean comment,
            @Nullable String message,
            Actor actor) {
        desk.lookAgain(dossier, actor);
        var now = clock.instant();
        var by = now.plus(Duration.ofDays(setup.settings().evidenceDays()));
        var wish = wishes.saveAndFlush(new EvidenceWish(
                dossier.authorization().id(),
                about.stream().map(AnnouncedItem::id).toList(),
                photos,
                comment,
                message,
                now,
                by));
        dossier.wishes().add(wish);
        evidence.start(wish);
        chronicle.tell(
                dossier.authorization(),
                actor,
                "The shopper is asked for %s".formatted(Units.evidence(photos, comment)),
                s -> new ReturnEvent.EvidenceWanted(
                        s.tenant(), s.returnId(), s.rmaNumber(), s.sequence(), s.at(), s.actor(), wish.requestId()));
    }

    private void goAhead(Dossier dossier, Collection<AnnouncedItem> changed, Actor actor) {
        var of = dossier.authorization();
        if (dossier.decision() == ReturnDecision.REJECTED) {
            chronicle.tell(
                    of,
                    actor,
                    "Nothing of the return is accepted",
                    s -> new ReturnEvent.ReturnRejected(
                            s.tenant(), s.returnId(), s.rmaNumber(), s.sequence(), s.at(), s.actor()));
            return;
        }
        if (dossier.approved().findAny().isEmpty()) {
            return;
        }
        var hours = setup.settings().hoursToWaitForRest();
        if (dossier.isOpen() && !dossier.goesAhead() && hours > 0) {
            if (of.waitUntil() == null) {
                var then = BusinessHours.after(
                        clock.instant(), hours, tenants.current().zone());
                of.waitUntil(then);
                jobs.ask(rest, of.id().toString(), new RestOfReturn.Told(of.id()), then);
            }
            return;
        }
        var news = changed.stream()
                .anyMatch(item -> item.decision() == ItemDecision.APPROVED || !item.isLive() && !dossier.isOpen());
        release(dossier, news, actor);
    }

    /** Approved items go ahead: a parcel is expected, and what is due at once falls due. */
    void release(Dossier dossier, boolean news, Actor actor) {
        var of = dossier.authorization();
        var first = !dossier.goesAhead();
        of.release(clock.instant());
        parcels.expect(dossier);
        if (first || news) {
            var whole = dossier.decision() == ReturnDecision.APPROVED;
            chronicle.tell(
                    of,
                    actor,
                    whole ? "The return is approved" : "What is approved goes ahead",
                    s -> whole
                            ? new ReturnEvent.ReturnApproved(
                                    s.tenant(), s.returnId(), s.rmaNumber(), s.sequence(), s.at(), s.actor())
                            : new ReturnEvent.ReturnPartlyApproved(
                                    s.tenant(), s.returnId(), s.rmaNumber(), s.sequence(), s.at(), s.actor()));
        }
        desk.payWhatIsDue(dossier, actor);
    }
}
