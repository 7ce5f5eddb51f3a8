package app.retour.returns.receiving;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.orders.products.Products;
import app.retour.returns.events.ReturnId;
import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.record.ReturnAuthorization;
import app.retour.returns.record.ReturnAuthorizations;
import app.retour.returns.record.SlipCode;
import app.retour.tracking.ReverseShipments;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the codes mean that a clerk scans: a slip's code, an RMA number, a tracking number, or a SKU. */
@Component
public class ScannedCodes {
    private final ReturnAuthorizations authorizations;
    private final ReverseShipments shipments;
    private final Products products;

    ScannedCodes(ReturnAuthorizations authorizations, ReverseShipments shipments, Products products) {
        this.authorizations = authorizations;
        this.shipments = shipments;
        this.products = products;
    }

    /**
     * As it stands, whatever else it could mean; else as a scanner sent it that is set to another keyboard than the computer.
     *
     * @throws Refusal INVALID when it was misread, or when it can mean several returns, as the number of a parcel that holds them
     */
    Optional<ReturnId> meant(String code) {
        var typed = code.strip();
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        var exact = named(typed);
        if (exact.size() > 1) {
            throw new Refusal(
                    ErrorCode.INVALID,
                    "This tracking number was given for %s. Scan the slip in the parcel, or type its R- number."
                            .formatted(numbers(exact)),
                    "code");
        }
        if (!exact.isEmpty()) {
            return Optional.of(exact.getFirst());
        }
        var others = otherwise(typed);
        if (others.size() > 1) {
            throw new Refusal(
                    ErrorCode.INVALID,
                    "The scanner and this computer are set to different keyboards, and the code could be one of %d returns. Type the R- number."
                            .formatted(others.size()),
                    "code");
        }
        if (others.isEmpty() && SlipCode.isMisread(typed.toUpperCase(Locale.ROOT))) {
            throw new Refusal(
                    ErrorCode.INVALID,
                    "The scanner misread this code: its last letter does not fit the others. Scan it again, or type"
                            + " the R- number.",
                    "code");
        }
        return others.stream().findFirst();
    }

    /** Every return that a code can mean, typed or scanned. */
    public Collection<ReturnId> possible(String code) {
        var typed = code.strip();
        if (typed.isEmpty()) {
            return Set.of();
        }
        var exact = named(typed);
        return exact.isEmpty() ? otherwise(typed) : exact;
    }

    /** A SKU as it stands on the goods, though a scanner typed it in other letters; as typed when no one knows it. */
    String sku(String typed) {
        var code = typed.strip();
        if (!products.knownSkus(List.of(code)).isEmpty()) {
            return code;
        }
        var known = products.knownSkus(KeyboardLayout.readings(code));
        return known.size() == 1 ? known.getFirst() : code;
    }

    private List<ReturnId> named(String typed) {
        var read = typed.toUpperCase(Locale.ROOT);
        return authorizations
                .bySlip(read)
                .or(() -> authorizations.byRma(read))
                .map(found -> List.of(new ReturnId(found)))
                .orElseGet(() -> byParcel(read));
    }

    /** One parcel may hold several returns, and a number may be given wrongly. */
    private List<ReturnId> byParcel(String number) {
        return shipments.search(number).stream()
                .map(shipment -> new ReturnId(shipment.subject()))
                .distinct()
                .toList();
    }

    private String numbers(List<ReturnId> of) {
        return authorizations.ofIds(of.stream().map(ReturnId::value).toList()).stream()
                .map(ReturnAuthorization::rmaNumber)
                .sorted()
                .collect(Collectors.joining(" and "));
    }

    private Collection<ReturnId> otherwise(String typed) {
        var readings = KeyboardLayout.readings(typed).stream()
                .map(reading -> reading.toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
        if (readings.isEmpty()) {
            return Set.of();
        }
        var found = new LinkedHashSet<ReturnId>();
        authorizations.byCodes(readings.toArray(String[]::new)).forEach(id -> found.add(new ReturnId(id)));
        readings.forEach(reading -> found.addAll(byParcel(reading)));
        return found;
    }

    /** What to say before counting; empty when all is well. */
    static Optional<String> warning(ReturnAggregate aggregate) {
        if (aggregate.authorization().isClosed()) {
            return Optional.of("This return is closed. Count it all the same; a person will look at it.");
        }
        return switch (aggregate.decision()) {
            case CANCELED, EXPIRED, REJECTED ->
                Optional.of("This return is %s. Count it all the same; a person will look at it."
                        .formatted(aggregate.decision().name().toLowerCase(Locale.ROOT)));
            case IN_REVIEW, WAITING_FOR_SHOPPER ->
                Optional.of("Not everything of this return is decided yet. Count it all the same.");
            case APPROVED, PARTLY_APPROVED ->
                aggregate.expected() == 0 && aggregate.received() > 0
                        ? Optional.of("Everything of this return has been received already.")
                        : Optional.empty();
        };
    }
}
