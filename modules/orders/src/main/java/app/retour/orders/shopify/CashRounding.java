package app.retour.orders.shopify;

import app.retour.kernel.Money;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the smallest coin is larger than a cent, cash is rounded to it; the export does not say by how much. */
final class CashRounding {
    private static final Map<String, BigDecimal> COINS = Map.ofEntries(
            Map.entry("CHF", new BigDecimal("0.05")),
            Map.entry("EUR", new BigDecimal("0.05")),
            Map.entry("AUD", new BigDecimal("0.05")),
            Map.entry("CAD", new BigDecimal("0.05")),
            Map.entry("SGD", new BigDecimal("0.05")),
            Map.entry("MYR", new BigDecimal("0.05")),
            Map.entry("NZD", new BigDecimal("0.10")),
            Map.entry("HKD", new BigDecimal("0.10")),
            Map.entry("ILS", new BigDecimal("0.10")),
            Map.entry("ZAR", new BigDecimal("0.10")),
            Map.entry("DKK", new BigDecimal("0.50")),
            Map.entry("SEK", BigDecimal.ONE),
            Map.entry("NOK", BigDecimal.ONE),
            Map.entry("CZK", BigDecimal.ONE),
            Map.entry("HUF", new BigDecimal("5")));
    private static final Pattern CASH = Pattern.compile(
            "cash|bar|barzahlung|bargeld|espèces|contanti|efectivo|contant|kontant|kontanter|hotovost",
            Pattern.CASE_INSENSITIVE);

    private CashRounding() {}

    /**
     * @param means how it was paid
     * @param sum without tax that comes on top
     */
    static Money of(@Nullable String means, Money total, Money sum, Money taxes) {
        var zero = Money.zero(total.currency());
        var coin = COINS.get(total.currency().getCurrencyCode());
        if (means == null
                || coin == null
                || !CASH.matcher(means.strip()).matches()
                || total.amount().remainder(coin).signum() != 0) {
            return zero;
        }
        var included = total.minus(sum);
        var onTop = included.minus(taxes);
        var least = included.amount().abs().compareTo(onTop.amount().abs()) <= 0 ? included : onTop;
        return least.amount().abs().compareTo(coin.divide(BigDecimal.TWO)) <= 0 ? least : zero;
    }
}
