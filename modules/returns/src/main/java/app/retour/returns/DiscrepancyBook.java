package app.retour.returns;

import app.retour.kernel.Actor;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Opens discrepancies and tells of them. */
@Component
class DiscrepancyBook {
    private final Disagreements disagreements;
    private final Chronicle chronicle;
    private final Clock clock;

    DiscrepancyBook(Disagreements disagreements, Chronicle chronicle, Clock clock) {
        this.disagreements = disagreements;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** Whether no such discrepancy names this item yet. */
    boolean isNew(Dossier dossier, DiscrepancyKind kind, AnnouncedItem item) {
        return disagreements.ofReturn(dossier.authorization().id()).stream()
                .map(Disagreement::snapshot)
                .noneMatch(known -> known.kind() == kind && known.text().contains("× " + item.title() + " "));
    }

    void open(Dossier dossier, WarehouseReceipt receipt, DiscrepancyKind kind, String said, Actor actor) {
        var opened = disagreements.saveAndFlush(
                new Disagreement(dossier.authorization().id(), receipt.id(), kind, said, clock.instant()));
        chronicle.tell(
                dossier.authorization(),
                actor,
                said,
                s -> new ReturnEvent.DiscrepancyOpened(
                        s.tenant(), s.returnId(), s.rmaNumber(), s.sequence(), s.at(), s.actor(), opened.id(), kind));
    }
}
