package app.retour.returns.documents;

import app.retour.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** A tax rate in percent, as a tax authority states it: 19, 7.7, 8.875. */
public record TaxRate(BigDecimal percent) implements Comparable<TaxRate> {
    static final TaxRate NONE = new TaxRate(BigDecimal.ZERO);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** How finely rates are told, the roundest first: by far most are whole percents, then halves, then tenths. */
    private static final List<BigDecimal> STEPS = List.of(BigDecimal.ONE, new BigDecimal("0.5"), new BigDecimal("0.1"));

    public TaxRate {
        if (percent.signum() < 0) {
            throw new IllegalArgumentException("A tax rate is not negative: " + percent);
        }
        percent = percent.signum() == 0 ? BigDecimal.ZERO : percent.stripTrailingZeros();
        percent = percent.scale() < 0 ? percent.setScale(0) : percent;
    }

    /**
     * The roundest rate, to a tenth of a percent, that makes exactly this tax of this amount; empty when there is none,
     * as where goods of several rates share one tax. A small amount fits several rates: of those the roundest is meant.
     */
    static Optional<TaxRate> explaining(Money gross, Money tax) {
        var net = gross.minus(tax);
        if (tax.isZero()) {
            return Optional.of(NONE);
        }
        if (!net.isPositive() || tax.isNegative()) {
            return Optional.empty();
        }
        var exact = tax.amount().multiply(HUNDRED).divide(net.amount(), 10, RoundingMode.HALF_UP);
        return STEPS.stream()
                .map(step -> exact.divide(step, 0, RoundingMode.HALF_UP).multiply(step))
                .map(TaxRate::new)
                .filter(rate -> rate.taxIn(gross).equals(tax)
                        || net.percent(rate.percent).equals(tax))
                .findFirst();
    }

    /** The tax that is contained in an amount. */
    Money taxIn(Money gross) {
        return Money.rounded(
                gross.amount().multiply(percent).divide(HUNDRED.add(percent), 20, RoundingMode.HALF_UP),
                gross.currency());
    }

    @Override
    public int compareTo(TaxRate other) {
        return percent.compareTo(other.percent);
    }

    @Override
    public String toString() {
        return percent.toPlainString() + " %";
    }
}
