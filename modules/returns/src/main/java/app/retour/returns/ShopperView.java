package app.retour.returns;

import java.util.List;

/** What a shopper sees of her return, and may do. */
public record ShopperView(
        List<Milestone> milestones,
        List<NextStep> nextSteps,
        boolean canCancel,
        boolean canAnnounceTracking,
        boolean hasSlip) {

    static ShopperView of(Dossier dossier) {
        return new ShopperView(
                Outlook.milestones(dossier),
                Outlook.nextSteps(dossier),
                Outlook.canCancel(dossier),
                Outlook.canAnnounceTracking(dossier),
                dossier.goesAhead() && dossier.items().stream().anyMatch(AnnouncedItem::travels));
    }

    static ShopperView nothing() {
        return new ShopperView(List.of(), List.of(), false, false, false);
    }
}
