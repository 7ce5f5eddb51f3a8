package app.retour.returns;

import java.util.List;
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
}
