package app.retour.returns.documents;

import app.retour.kernel.Money;
import app.retour.returns.waterfall.WaterfallLineKind;
import java.math.RoundingMode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is given back, with the tax in it.
 *
 * @param gross what is given back for it, tax included, whether the shop's prices include it or not
 * @param tax contained in {@code gross}
 * @param rate that the tax was reckoned with; null where nobody knows, or where several are mixed
 */
public record TaxedAmount(
        WaterfallLineKind kind,
        String text,
        @Nullable UUID itemId,
        Money gross,
        Money tax,
        @Nullable TaxRate rate) {

    /** With the rate that explains the tax, where there is one. */
    static TaxedAmount derived(WaterfallLineKind kind, String text, @Nullable UUID itemId, Money gross, Money tax) {
        return new TaxedAmount(
                kind, text, itemId, gross, tax, TaxRate.explaining(gross, tax).orElse(null));
    }

    /** The tax in another amount of the same kind: by the rate, else in the same proportion. */
    Money taxIn(Money other) {
        if (rate != null) {
            return rate.taxIn(other);
        }
        if (gross.isZero()) {
            return Money.zero(gross.currency());
        }
        var share = other.amount().multiply(tax.amount()).divide(gross.amount(), 20, RoundingMode.HALF_UP);
        return Money.rounded(share, gross.currency());
    }

    /**
     * Lowers or raises it.
     *
     * @param by negative for what is kept back; the tax of what remains is what remains of the tax
     */
    TaxedAmount changed(Money by) {
        if (by.isZero()) {
            return this;
        }
        var now = gross.plus(by);
        return new TaxedAmount(kind, text, itemId, now, taxIn(now), rate);
    }
}
