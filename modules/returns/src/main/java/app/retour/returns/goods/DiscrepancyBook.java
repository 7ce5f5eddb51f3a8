package app.retour.returns.goods;

import app.retour.kernel.Actor;
import app.retour.returns.events.DiscrepancyKind;
import app.retour.returns.events.ReturnEvent;
import app.retour.returns.record.Chronicle;
import app.retour.returns.record.Dossier;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens discrepancies and tells of them. */
@Component
public class DiscrepancyBook {
    private final Disagreements disagreements;
    private final Chronicle chronicle;
    private final Clock clock;

    DiscrepancyBook(Disagreements disagreements, Chronicle chronicle, Clock clock) {
        this.disagreements = disagreements;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** Goods that are paid for and did not come, or were refused: a person decides; the shopper is never charged. */
    public void refundedNotReceived(Dossier dossier, @Nullable WarehouseReceipt receipt, Actor actor) {
        var said = GoodsCount.refundedNotReceived(dossier);
        if (said.isEmpty()) {
            return;
        }
        var known = disagreements.ofReturn(dossier.authorization().id()).stream()
                .map(Disagreement::snapshot)
                .filter(each -> each.kind() == DiscrepancyKind.REFUNDED_NOT_RECEIVED)
                .map(Discrepancy::text)
                .toList();
        said.stream()
                .filter(each -> !known.contains(each))
                .forEach(each -> open(dossier, receipt, DiscrepancyKind.REFUNDED_NOT_RECEIVED, each, actor));
    }

    /** Opens one that no receipt is about; once, whether or not it was settled meanwhile. */
    public void openOnce(Dossier dossier, DiscrepancyKind kind, String said, Actor actor) {
        if (disagreements.ofReturn(dossier.authorization().id()).stream()
                .map(Disagreement::snapshot)
                .noneMatch(known -> known.kind() == kind && known.text().equals(said))) {
            open(dossier, null, kind, said, actor);
        }
    }

    public void open(
            Dossier dossier, @Nullable WarehouseReceipt receipt, DiscrepancyKind kind, String said, Actor actor) {
        var opened = disagreements.saveAndFlush(new Disagreement(
                dossier.authorization().id(), receipt == null ? null : receipt.id(), kind, said, clock.instant()));
        chronicle.tell(
                dossier.authorization(),
                actor,
                said,
                s -> new ReturnEvent.DiscrepancyOpened(
                        s.tenant(), s.returnId(), s.rmaNumber(), s.sequence(), s.at(), s.actor(), opened.id(), kind));
    }
}
