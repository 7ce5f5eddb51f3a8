package app.retour.returns;

import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.view.Return;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a return slip says. Names no shopper: it may lie around.
 *
 * @param code opaque; what the barcode says and the warehouse scans
 */
public record Slip(String rmaNumber, String code, String orderNumber, List<Line> lines) {
    /** Units to put into the parcel. */
    public record Line(
            int quantity,
            String title,
            @Nullable String variantTitle,
            @Nullable String sku,
            String reason) {}

    /** Of what travels; the snapshot brings the words. */
    static Slip of(ReturnAggregate aggregate, Return snapshot, Locale language, Locale home) {
        var authorization = aggregate.authorization();
        return new Slip(
                authorization.rmaNumber(),
                authorization.slipCode(),
                authorization.orderNumber(),
                snapshot.items().stream()
                        .filter(item -> aggregate.item(item.itemId().value()).travels())
                        .map(item -> new Line(
                                item.quantity(),
                                item.title(),
                                item.variantTitle(),
                                item.sku(),
                                item.reason().textIn(language, home)))
                        .toList());
    }
}
