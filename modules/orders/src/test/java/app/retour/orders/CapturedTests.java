package app.retour.orders;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Ids;
import app.retour.kernel.Money;
import app.retour.orders.amounts.Payment;
import app.retour.orders.amounts.Tender;
import app.retour.orders.shoppers.PostalAddress;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How much was really taken from the shopper, and what of what was given back nobody explained. */
class CapturedTests {
    private static Order order(Payment payment, @Nullable String... tenders) {
        var paid = new ArrayList<TenderRow>();
        for (var amount : tenders) {
            paid.add(new TenderRow(
                    Ids.next(),
                    "t" + paid.size(),
                    paid.size(),
                    Tender.Kind.CARD,
                    amount == null ? null : new BigDecimal(amount),
                    "Card"));
        }
        var row = ToldOrders.first(Changed.with(ToldOrders.order(), "payment", payment))
                .order();
        return row.snapshot(
                List.of(),
                paid.stream().map(tender -> tender.snapshot(row.currency())).toList(),
                List.of());
    }

    @Test
    void whatItsPaymentsSayWhereTheyAllSayIt() {
        assertThat(order(Payment.PAID, "40.00", "10.00").captured()).contains(Money.of("50.00", "EUR"));
        assertThat(order(Payment.PARTLY_PAID, "40.00").captured()).contains(Money.of("40.00", "EUR"));
    }

    @Test
    void itsTotalWhereTheyDoNotAndNobodyGuessesAtAPart() {
        assertThat(order(Payment.PAID, "40.00", null).captured()).contains(Money.of("55.00", "EUR"));
        assertThat(order(Payment.PAID).captured()).contains(Money.of("55.00", "EUR"));
        assertThat(order(Payment.UNKNOWN).captured()).contains(Money.of("55.00", "EUR"));
        assertThat(order(Payment.PARTLY_PAID, "40.00", null).captured()).isEmpty();
        assertThat(order(Payment.PARTLY_PAID).captured()).isEmpty();
    }

    @Test
    void nothingOfAnOrderThatIsNotPaidWhateverItsPaymentsSay() {
        assertThat(order(Payment.UNPAID, "55.00").captured()).contains(Money.of("0.00", "EUR"));
    }

    @Test
    void whatNobodySaidTheReasonOfIsUnexplained() {
        var told =
                Changed.with(ToldOrders.order(), "outsideRefunds", List.of(ToldOrders.refund("r", "SHIRT", "20.00")));
        var merged = ToldOrders.first(Changed.with(told, "refundedOutside", new BigDecimal("24.90")));
        var refunds = Objects.requireNonNull(merged.outsideRefunds()).stream()
                .map(row -> row.snapshot(merged.order().currency()))
                .toList();
        var order = merged.order().snapshot(refunds, List.of(), List.of());
        assertThat(order.unexplainedOutside()).isEqualTo(Money.of("4.90", "EUR"));
        assertThat(refunds).singleElement().satisfies(refund -> {
            assertThat(refund.line())
                    .isEqualTo(new OrderLineId(merged.lines().getFirst().id()));
            assertThat(refund.amount()).isEqualTo(Money.of("20.00", "EUR"));
        });
    }

    @Test
    void aLineIsFoundInItsOwnOrderOnly() {
        var merged = ToldOrders.first(ToldOrders.order());
        var lines = merged.lines().stream()
                .map(line -> line.snapshot(merged.order(), null))
                .toList();
        var order = merged.order().snapshot(List.of(), List.of(), lines);
        assertThat(order.line(lines.getLast().id())).contains(lines.getLast());
        assertThat(order.line(new OrderLineId(Ids.next()))).isEmpty();
    }

    @Test
    void whoBoughtIsLeftOutAndNothingElse() {
        var address = Changed.with(PostalAddress.EMPTY, "city", "Berlin");
        var told = Changed.with(Changed.with(ToldOrders.order(), "shipTo", address), "billTo", address)
                .withFingerprint("f");
        var without = told.withoutPerson();
        assertThat(without.email()).isNull();
        assertThat(without.shopperName()).isNull();
        assertThat(without.shopperPhone()).isNull();
        assertThat(without.shipTo()).isNull();
        assertThat(without.billTo()).isNull();
        assertThat(without.fingerprint()).as("it is made of them, too").isNull();
        var rest = told;
        for (var personal : List.of("email", "shopperName", "shopperPhone", "shipTo", "billTo", "fingerprint")) {
            rest = Changed.with(rest, personal, null);
        }
        assertThat(without).isEqualTo(rest);
        assertThat(without.toString()).doesNotContain("Ada", "ada@", "Berlin");
    }
}
