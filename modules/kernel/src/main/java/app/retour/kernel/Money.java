package app.retour.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * An exact amount of one currency, always at the currency's ISO 4217 minor unit (EUR 2 digits, JPY 0, KWD 3). Arithmetic
 * across currencies is refused. There is no floating point anywhere.
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {
    public Money {
        try {
            amount = amount.setScale(Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.UNNECESSARY);
        } catch (ArithmeticException tooPrecise) {
            throw new IllegalArgumentException(
                    "%s has more decimals than %s knows".formatted(amount.toPlainString(), currency), tooPrecise);
        }
    }

    /** @param amount plain decimal, for example {@code "49.90"}; never more decimals than the currency has */
    public static Money of(String amount, String currencyCode) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currencyCode));
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** The nearest amount the currency can express, halves up. */
    public static Money rounded(BigDecimal amount, Currency currency) {
        return new Money(
                amount.setScale(Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.HALF_UP), currency);
    }

    public static Money sum(Currency currency, Collection<Money> parts) {
        return parts.stream().reduce(zero(currency), Money::plus);
    }

    public Money plus(Money other) {
        return new Money(amount.add(inSame(other)), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(inSame(other)), currency);
    }

    public Money times(long factor) {
        return new Money(amount.multiply(BigDecimal.valueOf(factor)), currency);
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    /** @param rate percent, 0 to 100 and beyond; halves of a minor unit go up */
    public Money percent(BigDecimal rate) {
        return rounded(amount.multiply(rate).movePointLeft(2), currency);
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    /** This amount in minor units: 49.90 EUR is 4990, 500 JPY is 500. */
    public long minorUnits() {
        return amount.unscaledValue().longValueExact();
    }

    public static Money ofMinorUnits(long units, Currency currency) {
        return new Money(BigDecimal.valueOf(units, Math.max(0, currency.getDefaultFractionDigits())), currency);
    }

    /**
     * Splits this amount over weights by largest remainder: parts are whole minor units, differ least from the exact
     * share, and sum to this amount. Equal remainders favour the earlier part. All weights zero means equal weights.
     *
     * @param weights none negative, at least one
     */
    public List<Money> allocate(List<BigDecimal> weights) {
        if (weights.isEmpty() || weights.stream().anyMatch(weight -> weight.signum() < 0)) {
            throw new IllegalArgumentException("Weights must be one or more, none negative: " + weights);
        }
        var total = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var shares =
                total.signum() == 0 ? weights.stream().map(_ -> BigDecimal.ONE).toList() : weights;
        var whole = total.signum() == 0 ? BigDecimal.valueOf(weights.size()) : total;
        var units = BigDecimal.valueOf(Math.abs(minorUnits()));
        var floors = new long[shares.size()];
        var remainders = new BigDecimal[shares.size()];
        for (var i = 0; i < floors.length; i++) {
            var quotient = units.multiply(shares.get(i)).divideAndRemainder(whole);
            floors[i] = quotient[0].longValueExact();
            remainders[i] = quotient[1];
        }
        var left = (int) (units.longValueExact() - Arrays.stream(floors).sum());
        IntStream.range(0, floors.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(left)
                .forEach(i -> floors[i]++);
        return Arrays.stream(floors)
                .mapToObj(part -> ofMinorUnits(isNegative() ? -part : part, currency))
                .toList();
    }

    private BigDecimal inSame(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("%s and %s are different currencies".formatted(this, other));
        }
        return other.amount;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(inSame(other));
    }

    /** For people: as English texts of the team, and the web admin around them, write it. Never to be parsed. */
    @Override
    public String toString() {
        return AmountText.of(this, Locale.ENGLISH);
    }
}
