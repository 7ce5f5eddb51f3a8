package app.retour.returns;

/** How many units of an item have come to the moment at which they are given something for. */
final class Payable {
    private Payable() {}

    static int units(Dossier dossier, AnnouncedItem item) {
        if (item.decision() != ItemDecision.APPROVED) {
            return 0;
        }
        var goods = item.goods();
        var advance = item.quantity() - goods.refused() - goods.missing();
        if (item.terms().keepItem()) {
            return item.quantity();
        }
        var arrived = goods.received() - goods.refused();
        var units = switch (item.terms().refundMoment()) {
            case APPROVAL -> advance;
            case FIRST_SCAN -> scanned(dossier) ? advance : arrived;
            case DELIVERY -> delivered(dossier) ? advance : arrived;
            case RECEIPT -> arrived;
            case INSPECTION -> goods.accepted();
        };
        return Math.clamp(units, 0, item.quantity());
    }

    private static boolean scanned(Dossier dossier) {
        return delivered(dossier)
                || dossier.parcels().stream().anyMatch(parcel -> parcel.state() == ParcelFact.IN_TRANSIT);
    }

    private static boolean delivered(Dossier dossier) {
        return dossier.parcels().stream().anyMatch(parcel -> parcel.state() == ParcelFact.DELIVERED);
    }
}
