package app.retour.returns;

import app.retour.returns.record.Dossier;
import app.retour.returns.status.Milestone;
import app.retour.returns.status.NextStep;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a shopper sees of her return, and may do. */
public record ShopperView(
        List<Milestone> milestones,
        List<NextStep> nextSteps,
        boolean canCancel,
        boolean canAnnounceTracking,
        boolean hasSlip) {

    /** @param receivedAt when the first goods were received */
    static ShopperView of(Dossier dossier, @Nullable Instant receivedAt) {
        return new ShopperView(
                Outlook.milestones(dossier, receivedAt),
                Outlook.nextSteps(dossier),
                Outlook.canCancel(dossier),
                Outlook.canAnnounceTracking(dossier),
                hasSlip(dossier));
    }

    /** Only while something is still to be sent. */
    static boolean hasSlip(Dossier dossier) {
        return dossier.goesAhead() && !dossier.authorization().isClosed() && dossier.expected() > 0;
    }

    static ShopperView nothing() {
        return new ShopperView(List.of(), List.of(), false, false, false);
    }
}
