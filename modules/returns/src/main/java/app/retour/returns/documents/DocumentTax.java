package app.retour.returns.documents;

import app.retour.kernel.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a refund document comes to at one tax rate.
 *
 * @param rate in percent; null for what is mixed or unknown
 */
public record DocumentTax(@Nullable BigDecimal rate, Money net, Money tax, Money gross) {}
