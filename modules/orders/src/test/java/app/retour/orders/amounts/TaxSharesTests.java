package app.retour.orders.amounts;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import app.retour.orders.amounts.OrderSums.Line;
import app.retour.orders.amounts.OrderSums.Shipping;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose the taxes of an order are; the numbers are those of reports from real shops. */
class TaxSharesTests {
    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static Line line(String paid, @Nullable String tax, @Nullable String rate) {
        return new Line(eur(paid), tax == null ? null : eur(tax), rate == null ? null : new BigDecimal(rate));
    }

    private static Shipping shipping(String price) {
        return new Shipping(eur(price), null);
    }

    @Test
    void taxThatNobodySharedOutIsPartlyTheShippings() {
        var shares = TaxShares.of(List.of(line("40.00", null, null)), shipping("6.00"), eur("2.76"), true);
        assertThat(shares.lines()).containsExactly(eur("2.40"));
        assertThat(shares.shipping()).isEqualTo(eur("0.36"));
        var byRate = TaxShares.of(List.of(line("40.00", null, "6")), shipping("6.00"), eur("2.76"), true);
        assertThat(byRate).isEqualTo(shares);
    }

    @Test
    void whatTheLinesDoNotBearTheShippingBears() {
        var one = TaxShares.of(List.of(line("20.00", "4.20", null)), shipping("6.00"), eur("5.46"), true);
        assertThat(one.shipping()).isEqualTo(eur("1.26"));
        var other = TaxShares.of(List.of(line("16.00", "1.60", null)), shipping("15.00"), eur("2.75"), true);
        assertThat(other.shipping()).isEqualTo(eur("1.15"));
    }

    @Test
    void whereTheRatesOfTheLinesMakeAllOfItTheShippingBearsNone() {
        var shares = TaxShares.of(List.of(line("40.00", null, "6")), shipping("6.00"), eur("2.40"), true);
        assertThat(shares.lines()).containsExactly(eur("2.40"));
        assertThat(shares.shipping()).isEqualTo(eur("0.00"));
        var inside = TaxShares.of(
                List.of(line("119.00", null, "19"), line("10.70", null, "7")), shipping("0.00"), eur("19.70"), false);
        assertThat(inside.lines()).containsExactly(eur("19.00"), eur("0.70"));
    }

    @Test
    void whatIsNotTaxedBearsNoTax() {
        var shares = TaxShares.of(
                List.of(line("120.00", null, null), line("6.00", "0.00", null)), shipping("0.00"), eur("9.60"), true);
        assertThat(shares.lines()).containsExactly(eur("9.60"), eur("0.00"));
    }

    @Test
    void partsThatMissTheWholeByMoreThanTheirRoundingNeedAPerson() {
        assertThat(sums(eur("5.46"), eur("4.20"), eur("1.26")).reconciles()).isTrue();
        assertThat(sums(eur("5.47"), eur("4.20"), eur("1.26")).reconciles())
                .as("rounding")
                .isTrue();
        assertThat(sums(eur("6.46"), eur("4.20"), eur("1.26")).reconciles()).isFalse();
    }

    private static OrderSums sums(Money taxes, Money ofLine, Money ofShipping) {
        return OrderSums.check(
                List.of(new Line(eur("20.00"), ofLine, null)),
                null,
                new Shipping(eur("6.00"), ofShipping),
                taxes,
                eur("0.00"),
                eur("0.00"),
                eur("26.00").plus(taxes),
                null);
    }

    /** Random orders of both tax modes, with and without rates, taxes of their own and a told shipping tax. */
    @ParameterizedTest
    @ValueSource(strings = {"EUR", "JPY", "KWD"})
    void thePartsSumToTheWholeAndTheSumsClose(String code) {
        var currency = Currency.getInstance(code);
        var random = new Random(code.hashCode());
        for (var i = 0; i < 2_000; i++) {
            var onTop = random.nextBoolean();
            var rated = random.nextBoolean();
            var lines = Stream.generate(() -> randomLine(random, currency, rated))
                    .limit(1 + random.nextInt(6))
                    .toList();
            var price = Money.ofMinorUnits(random.nextInt(3_000), currency);
            var rate = BigDecimal.valueOf(random.nextInt(30));
            var tax = tax(price, rate, onTop);
            var shipping = new Shipping(price, random.nextInt(3) == 0 ? tax : null);
            var taxes = Money.sum(
                            currency,
                            lines.stream().map(line -> wholeTax(line, onTop)).toList())
                    .plus(tax);
            var extras = Money.ofMinorUnits(random.nextInt(500) - 50L, currency);
            var value = Money.sum(currency, lines.stream().map(Line::paid).toList());
            var total = value.plus(price).plus(extras);
            var sums = OrderSums.check(
                    lines,
                    random.nextBoolean() ? null : value,
                    shipping,
                    taxes,
                    extras,
                    Money.zero(currency),
                    onTop ? total.plus(taxes) : total,
                    onTop ? TaxMode.EXCLUDED : TaxMode.INCLUDED);
            assertThat(Money.sum(currency, sums.lineTaxes()).plus(sums.shippingTax()))
                    .as("%s %s %s", lines, shipping, taxes)
                    .isEqualTo(taxes);
            assertThat(sums.reconciles()).as("%s %s %s", lines, shipping, taxes).isTrue();
            assertThat(sums.lineTaxes()).noneMatch(Money::isNegative);
            assertThat(sums.shippingTax().isNegative()).isFalse();
        }
    }

    private static Line randomLine(Random random, Currency currency, boolean rated) {
        var paid = Money.ofMinorUnits(1 + random.nextInt(20_000), currency);
        return new Line(paid, null, rated ? BigDecimal.valueOf(random.nextInt(30)) : null);
    }

    private static Money wholeTax(Line line, boolean onTop) {
        return tax(line.paid(), line.taxRate() == null ? BigDecimal.TEN : line.taxRate(), onTop);
    }

    private static Money tax(Money price, BigDecimal rate, boolean onTop) {
        return onTop
                ? price.percent(rate)
                : Money.rounded(
                        price.amount()
                                .multiply(rate)
                                .divide(BigDecimal.valueOf(100).add(rate), 8, java.math.RoundingMode.HALF_UP),
                        price.currency());
    }
}
