package app.retour.returns.waterfall;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import app.retour.returns.eligibility.ASale;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts with their tax: parts of them have parts of it, and what is odd is made sound. */
class TaxSharesTests {
    private static final Currency EURO = Currency.getInstance("EUR");

    private static Money euros(String amount) {
        return Money.of(amount, "EUR");
    }

    private static Taxed taxed(String gross, String tax) {
        return new Taxed(euros(gross), euros(tax));
    }

    @Test
    void aPartHasItsPartOfTheTaxAndNothingHasNone() {
        assertThat(taxed("119.00", "19.00").taxOf(euros("59.50"))).isEqualTo(euros("9.50"));
        assertThat(taxed("119.00", "19.00").taxOf(euros("0.00"))).isEqualTo(euros("0.00"));
        assertThat(taxed("0.00", "0.00").taxOf(euros("5.00"))).isEqualTo(euros("0.00"));
        assertThat(taxed("119.00", "19.00").net()).isEqualTo(euros("100.00"));
    }

    @Test
    void sumsAndDifferencesAreOfBoth() {
        assertThat(taxed("5.00", "1.00").plus(taxed("2.00", "0.50"))).isEqualTo(taxed("7.00", "1.50"));
        assertThat(taxed("5.00", "1.00").minus(taxed("2.00", "0.50"))).isEqualTo(taxed("3.00", "0.50"));
        assertThat(Taxed.zero(euros("9.00"))).isEqualTo(taxed("0.00", "0.00"));
    }

    @ParameterizedTest
    @CsvSource({
        "5.00, 1.00, 5.00, 1.00",
        "5.00, 6.00, 5.00, 5.00",
        "-5.00, 1.00, 0.00, 0.00",
        "5.00, -1.00, 5.00, 0.00",
    })
    void soundIsNothingNegativeAndNoMoreTaxThanMoney(String gross, String tax, String soundGross, String soundTax) {
        assertThat(taxed(gross, tax).sound()).isEqualTo(taxed(soundGross, soundTax));
    }

    @ParameterizedTest(name = "{1} of tax in {0}: {2} %")
    @CsvSource(
            nullValues = "-",
            value = {
                "119.00, 19.00, 19",
                "105.50, 5.50, 5.5",
                "108.88, 8.88, 8.88",
                "0.00, 0.00, -",
                "5.00, 0.00, -",
                "5.00, 5.00, -",
                "1000.00, 81.37, 8.858",
            })
    void theRateIsTheSimplestThatGivesTheSameCents(String gross, String tax, @Nullable BigDecimal rate) {
        assertThat(TaxRates.of(taxed(gross, tax))).isEqualTo(rate);
    }

    @Property
    void aRateThatIsFoundLeadsBackToTheTax(
            @ForAll @IntRange(min = 1, max = 200_000) int net, @ForAll @IntRange(min = 1, max = 30) int percent) {
        var price = Money.ofMinorUnits(net, EURO);
        var tax = price.percent(BigDecimal.valueOf(percent));
        var rate = TaxRates.of(new Taxed(price.plus(tax), tax));
        if (tax.isPositive()) {
            assertThat(price.percent(Objects.requireNonNull(rate))).isEqualTo(tax);
            assertThat(rate.scale()).isZero();
        } else {
            assertThat(rate).isNull();
        }
    }

    @Test
    void unitsOfALineShareItToTheCent() {
        var shares = new UnitShares(euros("10.00"), 3);
        assertThat(List.of(
                        shares.ofFirst(0), shares.ofFirst(1), shares.ofFirst(2), shares.ofFirst(3), shares.ofFirst(9)))
                .containsExactly(euros("0.00"), euros("3.34"), euros("6.67"), euros("10.00"), euros("10.00"));
        assertThat(shares.ofFirst(-1)).isEqualTo(euros("0.00"));
        assertThat(new UnitShares(euros("10.00"), 0).ofFirst(1)).isEqualTo(euros("0.00"));
        assertThat(new UnitShares(euros("-10.00"), 3).ofFirst(1)).isEqualTo(euros("-3.34"));
    }

    @Test
    void twoUnitsCostTheSameWhateverTheirNumber() {
        assertThat(new LinePrice(2, euros("20.00")).isOneUnitLike(new LinePrice(3, euros("30.00"))))
                .isTrue();
        assertThat(new LinePrice(2, euros("20.00")).isOneUnitLike(new LinePrice(3, euros("30.01"))))
                .isFalse();
    }

    private static RefundedUnits units(int quantity, @Nullable String tax, @Nullable LinePrice price) {
        return new RefundedUnits(
                AnOrder.line(1),
                UUID.randomUUID(),
                quantity,
                euros("10.00"),
                euros("1.00"),
                tax == null ? null : euros(tax),
                price);
    }

    @Test
    void unitsAreAtAnotherPriceWhereSomebodyNotedOneThatDiffers() {
        var price = new LinePrice(1, euros("10.00"));
        assertThat(units(1, null, new LinePrice(1, euros("9.00"))).areAtAnotherPrice(price))
                .isTrue();
        assertThat(units(1, null, new LinePrice(2, euros("20.00"))).areAtAnotherPrice(price))
                .isFalse();
        assertThat(units(1, null, null).areAtAnotherPrice(price)).isFalse();
        assertThat(units(0, null, new LinePrice(1, euros("9.00"))).areAtAnotherPrice(price))
                .as("no units")
                .isFalse();
    }

    @Test
    void lessForTheSameUnitsHasLessTaxAndTheSameFee() {
        var less = units(2, "1.60", null).less(euros("5.00"));
        assertThat(less.amount()).isEqualTo(euros("5.00"));
        assertThat(less.tax()).isEqualTo(euros("0.80"));
        assertThat(less.fee()).isEqualTo(euros("1.00"));
        assertThat(less.quantity()).isEqualTo(2);
        assertThat(units(2, null, null).less(euros("5.00")).tax()).isNull();
    }

    @Test
    void unitsWhoseTaxNobodyNotedAreSummedApart() {
        var sum = UnitsGiven.sum(EURO, List.of(units(1, "1.60", null), units(2, null, null)));
        assertThat(sum).isEqualTo(new UnitsGiven(3, euros("20.00"), euros("1.60"), euros("10.00"), euros("2.00")));
    }

    @Test
    void theAnnouncedPriceIsTheOrdersOwnAndTaxOnTopIsPartOfWhatAFeeIsTakenOf() {
        var order = ASale.inEuros().line(3, "30.00").told();
        var price = AnnouncedPrice.of(order, order.lines().getFirst());
        assertThat(price).isEqualTo(new AnnouncedPrice(3, new BigDecimal("30.00"), new BigDecimal("0.00"), false));
        assertThat(price.worth(euros("20.00"), 2)).as("tax inside").isEqualTo(euros("20.00"));
        assertThat(price.line(EURO)).isEqualTo(new OrderMoney.Line(3, euros("30.00"), euros("0.00")));
        var onTop = new AnnouncedPrice(3, new BigDecimal("30.00"), new BigDecimal("6.00"), true);
        assertThat(onTop.worth(euros("20.00"), 2)).isEqualTo(euros("24.00"));
        var unknown = new AnnouncedPrice(3, new BigDecimal("30.00"), new BigDecimal("6.00"), null);
        assertThat(unknown.worth(euros("20.00"), 2)).isEqualTo(euros("20.00"));
    }
}
