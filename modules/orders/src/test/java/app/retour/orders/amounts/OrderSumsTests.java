package app.retour.orders.amounts;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import app.retour.orders.amounts.OrderSums.Line;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class OrderSumsTests {
    private static final Currency EUR = Currency.getInstance("EUR");

    private static Money eur(long cents) {
        return Money.ofMinorUnits(cents, EUR);
    }

    private static List<Line> lines(List<Integer> paid) {
        return paid.stream().map(cents -> new Line(eur(cents), null, null)).toList();
    }

    private static OrderSums check(
            List<Line> lines,
            @Nullable Money subtotal,
            Money shipping,
            Money taxes,
            Money extras,
            Money total,
            @Nullable TaxMode told) {
        return OrderSums.check(
                lines,
                subtotal,
                new OrderSums.Shipping(shipping, null),
                taxes,
                extras,
                Money.zero(total.currency()),
                total,
                told);
    }

    @Property(tries = 300)
    void theTotalTellsWhetherTaxIsInsideOrOnTop(
            @ForAll @Size(min = 1, max = 10) List<@IntRange(max = 100_000) Integer> paid,
            @ForAll @IntRange(max = 2_000) int shipping,
            @ForAll @IntRange(min = 1, max = 20_000) int taxes) {
        var value = paid.stream().mapToLong(Integer::longValue).sum();
        var inside = check(lines(paid), eur(value), eur(shipping), eur(taxes), eur(0), eur(value + shipping), null);
        assertThat(inside.taxMode()).isEqualTo(TaxMode.INCLUDED);
        assertThat(inside.reconciles()).isEqualTo(value + shipping > 0 || taxes <= paid.size() + 1);
        var onTop =
                check(lines(paid), eur(value), eur(shipping), eur(taxes), eur(0), eur(value + shipping + taxes), null);
        assertThat(onTop.taxMode()).isEqualTo(TaxMode.EXCLUDED);
        if (value + shipping > 0) {
            assertThat(onTop.reconciles()).isTrue();
            assertThat(Money.sum(EUR, onTop.lineTaxes()).plus(onTop.shippingTax()))
                    .isEqualTo(eur(taxes));
            assertThat(Money.sum(EUR, inside.lineTaxes()).plus(inside.shippingTax()))
                    .isEqualTo(eur(taxes));
        }
    }

    @Property(tries = 200)
    void aCentThatNobodyExplainsNeedsAPerson(
            @ForAll @Size(min = 1, max = 10) List<@IntRange(max = 100_000) Integer> paid,
            @ForAll @IntRange(min = 1, max = 500) int off) {
        var value = paid.stream().mapToLong(Integer::longValue).sum();
        assertThat(check(lines(paid), eur(value + off), eur(0), eur(0), eur(0), eur(value + off), null)
                        .reconciles())
                .as("lines do not meet the subtotal")
                .isFalse();
        var total = check(lines(paid), eur(value), eur(0), eur(0), eur(0), eur(value + off), null);
        assertThat(total.reconciles()).as("nothing meets the total").isFalse();
        assertThat(total.taxMode()).isEqualTo(TaxMode.UNKNOWN);
    }

    @Test
    void aLinesOwnTaxIsKeptAndOnlyTheRestIsShared() {
        var sums = check(
                List.of(new Line(eur(1000), eur(70), null), new Line(eur(1000), null, null)),
                null,
                eur(0),
                eur(260),
                eur(0),
                eur(2260),
                null);
        assertThat(sums.lineTaxes()).containsExactly(eur(70), eur(190));
    }

    @Test
    void sumsThatFitOnlyWithShippingBelowNothingNeedAPerson() {
        var unseenDiscount = check(lines(List.of(10_000)), null, eur(-2_080), eur(0), eur(0), eur(7_920), null);
        assertThat(unseenDiscount.reconciles()).isFalse();
    }

    @Test
    void dutiesAndTipsArePartOfTheTotalAndNotOfTheOrderValue() {
        var sums = check(lines(List.of(9_900)), null, eur(500), eur(0), eur(1_700), eur(12_100), null);
        assertThat(sums.subtotal()).isEqualTo(eur(9_900));
        assertThat(sums.reconciles()).isTrue();
        assertThat(sums.taxMode()).isEqualTo(TaxMode.INCLUDED);
        var onTop = check(lines(List.of(10_000)), null, eur(0), eur(1_900), eur(300), eur(12_200), null);
        assertThat(onTop.taxMode()).isEqualTo(TaxMode.EXCLUDED);
        assertThat(Money.sum(EUR, onTop.lineTaxes())).as("no tax on a tip").isEqualTo(eur(1_900));
    }

    @Test
    void whatTheSourceSaysOfTaxHoldsOnlyIfTheSumsAgree() {
        var paid = lines(List.of(1000));
        assertThat(check(paid, null, eur(0), eur(100), eur(0), eur(1000), TaxMode.EXCLUDED)
                        .reconciles())
                .isFalse();
        assertThat(check(paid, null, eur(0), eur(0), eur(0), eur(1000), TaxMode.EXCLUDED)
                        .taxMode())
                .isEqualTo(TaxMode.EXCLUDED);
    }

    /** Every currency of the list that this JDK knows has the list's digits, and shares out without losing a unit. */
    @Test
    void everyCurrencyIsSharedOutInItsOwnSmallestUnit() throws Exception {
        var path = Path.of(System.getProperty("retour.root", "."), "../shared/fixtures/locale/currencies.csv");
        if (!Files.exists(path)) {
            System.err.println("SKIPPED, no fixture: locale/currencies.csv");
        }
        Assumptions.assumeTrue(Files.exists(path), "no fixture locale/currencies.csv");
        var seen = new ArrayList<String>();
        for (var row : Files.readAllLines(path).stream().skip(1).toList()) {
            var cells = row.split(",");
            var digits = Integer.parseInt(cells[2]);
            var currency = Currency.getAvailableCurrencies().stream()
                    .filter(known -> known.getCurrencyCode().equals(cells[0]))
                    .findFirst();
            if (currency.isPresent() && digits >= 0) {
                seen.add(cells[0]);
                assertThat(currency.get().getDefaultFractionDigits())
                        .as(cells[0])
                        .isEqualTo(digits);
                var whole = Money.ofMinorUnits(1001, currency.get());
                var sums = check(
                        List.of(new Line(whole, null, null), new Line(whole, null, null), new Line(whole, null, null)),
                        null,
                        Money.zero(currency.get()),
                        Money.ofMinorUnits(100, currency.get()),
                        Money.zero(currency.get()),
                        whole.times(3).plus(Money.ofMinorUnits(100, currency.get())),
                        null);
                assertThat(sums.lineTaxes())
                        .extracting(Money::minorUnits)
                        .as(cells[0])
                        .containsExactly(34L, 33L, 33L);
            }
        }
        assertThat(seen).hasSizeGreaterThan(100).contains("JPY", "KWD", "EUR");
    }
}
