package app.retour.returns;

import app.retour.tracking.ReverseShipments;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the codes mean that a clerk scans: a slip's code, an RMA number, or a tracking number. */
@Component
class ScannedCodes {
    private final ReturnAuthorizations authorizations;
    private final ReverseShipments shipments;

    ScannedCodes(ReturnAuthorizations authorizations, ReverseShipments shipments) {
        this.authorizations = authorizations;
        this.shipments = shipments;
    }

    Optional<ReturnId> meant(String code) {
        var read = code.strip().toUpperCase(Locale.ROOT);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        return authorizations
                .bySlip(read)
                .or(() -> authorizations.byRma(read))
                .map(ReturnId::new)
                .or(() ->
                        shipments.search(read).stream().findFirst().map(shipment -> new ReturnId(shipment.subject())));
    }

    /** What to say before counting; empty when all is well. */
    static Optional<String> warning(Dossier dossier) {
        if (dossier.authorization().isClosed()) {
            return Optional.of("This return is closed. Count it all the same; a person will look at it.");
        }
        return switch (dossier.decision()) {
            case CANCELED, EXPIRED, REJECTED ->
                Optional.of("This return is %s. Count it all the same; a person will look at it."
                        .formatted(dossier.decision().name().toLowerCase(Locale.ROOT)));
            case IN_REVIEW, WAITING_FOR_SHOPPER ->
                Optional.of("Not everything of this return is decided yet. Count it all the same.");
            case APPROVED, PARTLY_APPROVED ->
                dossier.expected() == 0 && dossier.received() > 0
                        ? Optional.of("Everything of this return has been received already.")
                        : Optional.empty();
        };
    }
}
