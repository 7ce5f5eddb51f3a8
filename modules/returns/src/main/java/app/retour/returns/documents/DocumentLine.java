package app.retour.returns.documents;

import app.retour.kernel.Money;
import app.retour.returns.waterfall.WaterfallLineKind;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a refund document; what is kept back is negative. Net and tax make gross, to the cent.
 *
 * @param rate in percent; null where it is mixed or unknown
 */
public record DocumentLine(
        WaterfallLineKind kind,
        String text,
        @Nullable UUID itemId,
        @Nullable BigDecimal rate,
        Money net,
        Money tax,
        Money gross) {
    static DocumentLine of(
            WaterfallLineKind kind,
            String text,
            @Nullable UUID itemId,
            @Nullable TaxRate rate,
            Money gross,
            Money tax) {
        return new DocumentLine(kind, text, itemId, rate == null ? null : rate.percent(), gross.minus(tax), tax, gross);
    }
}
