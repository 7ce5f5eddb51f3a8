package app.retour.returns.waterfall;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The rate behind a tax, where nobody told it: the simplest one that leads to the very same cents. */
final class TaxRates {
    private static final int FINEST = 3;

    private TaxRates() {}

    /** @return per cent; null where there is no tax to derive it from */
    static @Nullable BigDecimal of(Taxed paid) {
        var net = paid.net();
        if (!paid.tax().isPositive() || !net.isPositive()) {
            return null;
        }
        for (var decimals = 0; decimals < FINEST; decimals++) {
            var rate = rate(paid, decimals);
            if (net.percent(rate).equals(paid.tax())) {
                return rate;
            }
        }
        return rate(paid, FINEST);
    }

    private static BigDecimal rate(Taxed paid, int decimals) {
        return paid.tax().amount().movePointRight(2).divide(paid.net().amount(), decimals, RoundingMode.HALF_UP);
    }
}
