package app.retour.returns;

import app.retour.kernel.Actor;
import app.retour.returns.events.ReturnEvent;
import app.retour.returns.events.ReturnId;
import app.retour.returns.record.Chronicle;
import app.retour.returns.record.Dossier;
import app.retour.returns.record.Dossiers;
import app.retour.returns.record.EvidenceWish;
import app.retour.returns.record.ItemVerdict;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.view.EvidenceState;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happens to returns because time has passed. Heard twice, or too early, it changes nothing. */
@Component
@Transactional
class Deadlines {
    private final Dossiers dossiers;
    private final EvidenceClock evidence;
    private final Progress progress;
    private final Chronicle chronicle;
    private final Clock clock;

    Deadlines(Dossiers dossiers, EvidenceClock evidence, Progress progress, Chronicle chronicle, Clock clock) {
        this.dossiers = dossiers;
        this.evidence = evidence;
        this.progress = progress;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    private static Optional<EvidenceWish> open(Dossier dossier, UUID wish) {
        return dossier.wishes().stream()
                .filter(asked -> asked.id().equals(wish) && asked.isOpen())
                .findFirst();
    }

    void remind(ReturnId id, UUID wish) {
        var dossier = dossiers.hold(id);
        open(dossier, wish).ifPresent(asked -> evidence.remind(dossier, asked));
    }

    /** Items that still wait for what was asked of the shopper expire. */
    void expire(ReturnId id, UUID wishId) {
        var dossier = dossiers.hold(id);
        var wish = open(dossier, wishId).filter(evidence::isOver);
        if (wish.isEmpty() || dossier.authorization().isClosed()) {
            return;
        }
        wish.get().end(EvidenceState.EXPIRED);
        var late = dossier.items().stream()
                .filter(item -> wish.get().asksFor(item.id()) && item.decision() == ItemDecision.WAITING_FOR_SHOPPER)
                .toList();
        if (late.isEmpty()) {
            return;
        }
        late.forEach(item -> item.decide(new ItemVerdict(
                ItemDecision.EXPIRED,
                Actor.Kind.CLOCK,
                clock.instant(),
                null,
                "What was asked of the shopper did not come in time",
                null)));
        progress.after(dossier, late, Actor.clock());
        chronicle.tell(
                dossier.authorization(),
                Actor.clock(),
                "What was asked of the shopper did not come in time",
                s -> new ReturnEvent.ReturnExpired(
                        s.tenant(), s.returnId(), s.rmaNumber(), s.sequence(), s.at(), s.actor()));
    }

    /** Approved items have waited long enough for the rest and go ahead. */
    void waitedLongEnough(ReturnId id) {
        var dossier = dossiers.hold(id);
        if (!dossier.goesAhead()
                && !dossier.authorization().isClosed()
                && dossier.authorization().waitUntil() instanceof Instant until
                && !clock.instant().isBefore(until)
                && dossier.approved().findAny().isPresent()) {
            progress.release(dossier, true, Actor.clock());
        }
    }
}
