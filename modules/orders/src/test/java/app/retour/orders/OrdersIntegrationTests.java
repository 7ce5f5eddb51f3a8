package app.retour.orders;

import static app.retour.orders.OrderFixtures.NOON;
import static app.retour.orders.OrderFixtures.aLine;
import static app.retour.orders.OrderFixtures.anOrder;
import static app.retour.orders.OrderFixtures.anOrderDelivered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.orders.amounts.Tender;
import app.retour.orders.shoppers.Shopper;
import org.junit.jupiter.api.Test;

/** An order that is told again keeps what its source does not know. */
class OrdersIntegrationTests extends StoredOrders {
    @Test
    void anOrderIsFoundByItsNumberHoweverItIsWritten() {
        var told = as(() -> orders.upsert(anOrder("1", "#AB-1001", "Ada@Example.com ", aLine("S", 2, "10.00"))));
        assertThat(as(() -> orders.byNumber("ab-1001"))).contains(told);
        assertThat(as(() -> orders.byNumber(" #AB-1001 "))).contains(told);
        assertThat(told.reconciles()).isTrue();
        assertThat(told.subtotal()).isEqualTo(Money.of("20.00", "EUR"));
        assertThat(told.tags()).as("nobody told them").isNull();
        assertThat(told.tenders()).extracting(Tender::kind).containsExactly(Tender.Kind.CARD);
        assertThat(as(() -> orders.shopper(java.util.Objects.requireNonNull(told.shopper()))))
                .get()
                .extracting(Shopper::email)
                .isEqualTo("ada@example.com");
    }

    @Test
    void whatASourceDoesNotKnowStays() {
        var first = as(() -> orders.upsert(anOrderDelivered("1", "#1", "a@b.de", NOON, aLine("S", 1, "10.00"))));
        var second = as(() -> orders.upsert(anOrder("1", "#1", "a@b.de", aLine("S", 1, "10.00"))));
        assertThat(second).isEqualTo(first);
        assertThat(second.deliveredAt()).isEqualTo(NOON);
    }

    @Test
    void theLastParcelCountsAndWhatIsHeardLaterOfAnEarlierOneMovesNothingBack() {
        var hour = java.time.Duration.ofHours(1);
        as(() -> orders.upsert(anOrderDelivered("1", "#1", "a@b.de", NOON, aLine("S", 1, "10.00"))));
        var last =
                as(() -> orders.upsert(anOrderDelivered("1", "#1", "a@b.de", NOON.plus(hour), aLine("S", 1, "10.00"))));
        assertThat(last.deliveredAt()).isEqualTo(NOON.plus(hour));
        var late = as(
                () -> orders.upsert(anOrderDelivered("1", "#1", "a@b.de", NOON.minus(hour), aLine("S", 1, "10.00"))));
        assertThat(late.deliveredAt()).isEqualTo(NOON.plus(hour));
    }

    @Test
    void aLineThatIsTakenOffStaysFindableWithNothingLeft() {
        var before =
                as(() -> orders.upsert(anOrder("1", "#1", "a@b.de", aLine("S", 1, "10.00"), aLine("T", 2, "5.00"))));
        var after = as(() -> orders.upsert(anOrder("1", "#1", "a@b.de", aLine("T", 2, "5.00"))));
        assertThat(after.line(before.lines().get(0).id()))
                .get()
                .extracting(OrderLine::quantity)
                .isEqualTo(0);
        assertThat(after.line(before.lines().get(1).id()))
                .get()
                .extracting(OrderLine::quantity)
                .isEqualTo(2);
        assertThat(after.reconciles()).isTrue();
    }

    @Test
    void anotherOrderCannotTakeANumber() {
        as(() -> orders.upsert(anOrder("1", "#1", "a@b.de", aLine("S", 1, "10.00"))));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(() -> orders.upsert(anOrder("2", "1", "a@b.de", aLine("S", 1, "10.00")))))
                .satisfies(refused -> assertThat(refused.field()).containsExactly("0", "number"));
    }
}
