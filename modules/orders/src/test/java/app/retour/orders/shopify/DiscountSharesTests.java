package app.retour.orders.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DiscountSharesTests {
    private static final Currency EUR = Currency.getInstance("EUR");

    private static Money eur(long cents) {
        return Money.ofMinorUnits(cents, EUR);
    }

    /** Whether the file counts the lines' own discounts in the order's amount or not, the lines meet the subtotal. */
    @Property(tries = 300)
    void linesSumToTheSubtotalAndNoLineGoesBelowNothing(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 100_000) Integer> listed,
            @ForAll @IntRange(max = 100) int ownPercent,
            @ForAll @IntRange(max = 100) int restPercent,
            @ForAll boolean countsOwn) {
        var lines = new ArrayList<DiscountShares.Line>();
        var own = 0L;
        var net = 0L;
        for (var i = 0; i < listed.size(); i++) {
            var discount = i % 2 == 0 ? listed.get(i) * (long) ownPercent / 100 : 0;
            lines.add(new DiscountShares.Line(eur(listed.get(i)), eur(discount)));
            own += discount;
            net += listed.get(i) - discount;
        }
        var rest = net * restPercent / 100;
        var shares = DiscountShares.of(lines, eur(countsOwn ? own + rest : rest), eur(net - rest), eur(490));
        assertThat(Money.sum(EUR, shares.paid())).isEqualTo(eur(net - rest));
        for (var i = 0; i < lines.size(); i++) {
            assertThat(shares.paid().get(i).isNegative()).isFalse();
            assertThat(shares.paid().get(i)).isLessThanOrEqualTo(lines.get(i).net());
        }
    }

    @Test
    void aDiscountOnShippingIsNotTakenOffTheLines() {
        var lines = List.of(new DiscountShares.Line(eur(5000), eur(0)));
        var free = DiscountShares.of(lines, eur(490), eur(5000), eur(0));
        assertThat(free.paid()).containsExactly(eur(5000));
        var half = DiscountShares.of(lines, eur(1245), eur(4000), eur(490));
        assertThat(half.paid()).containsExactly(eur(4000));
        assertThat(half.offShipping()).isEqualTo(eur(245));
    }

    @Test
    void whatCannotBeExplainedDoesNotMeetTheSubtotal() {
        var lines = List.of(new DiscountShares.Line(eur(3000), eur(0)));
        assertThat(DiscountShares.of(lines, eur(0), eur(0), eur(0)).paid()).containsExactly(eur(3000));
        assertThat(DiscountShares.of(lines, eur(1000), eur(2900), eur(0)).offShipping())
                .isEqualTo(eur(900));
        assertThat(DiscountShares.of(lines, eur(1000), eur(2900), eur(490)).paid())
                .containsExactly(eur(2000));
    }
}
