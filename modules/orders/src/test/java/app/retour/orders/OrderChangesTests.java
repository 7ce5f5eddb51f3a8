package app.retour.orders;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.orders.OrderChanges.Place;
import app.retour.orders.OrderChanges.Purpose;
import app.retour.orders.shoppers.PostalAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Of an order that is told several times at once only the last state is written, as if each had been told alone. */
class OrderChangesTests {
    private static final PostalAddress BERLIN = Changed.with(PostalAddress.EMPTY, "city", "Berlin");
    private static final PostalAddress HAMBURG = Changed.with(PostalAddress.EMPTY, "city", "Hamburg");
    private final OrderMerge first = ToldOrders.first(ToldOrders.order());
    private final OrderChanges changes = new OrderChanges();

    private static OrderUpsert byPhone(@Nullable String phone, @Nullable PostalAddress shipTo) {
        var nobody = Changed.with(ToldOrders.order(), "email", null);
        return Changed.with(Changed.with(nobody, "shopperPhone", phone), "shipTo", shipTo);
    }

    private void tell(OrderUpsert told, boolean isNew) {
        changes.add(first, isNew, told);
    }

    private @Nullable PostalAddress shipping() {
        return changes.addresses().get(new Place(first.order().id(), Purpose.SHIPPING));
    }

    @Test
    void whatIsToldTwiceIsOneOrderAndNewWhenItWasSoAtFirst() {
        tell(ToldOrders.order(), true);
        var again = ToldOrders.again(first, Changed.with(ToldOrders.order(), "channel", "pos"));
        changes.add(again, false, ToldOrders.order());
        assertThat(changes.created()).containsExactly(again);
        assertThat(changes.updated()).isEmpty();
    }

    @Test
    void whatWasKnownBeforeIsUpdatedAndItsPaymentsComeInsteadOfThoseBefore() {
        var told = ToldOrders.order();
        tell(told, false);
        tell(Changed.with(told, "tenders", null), false);
        assertThat(changes.updated()).containsExactly(first);
        assertThat(changes.created()).isEmpty();
        assertThat(changes.tenders()).as("told once").hasSize(1);
        assertThat(changes.withTenders()).containsExactly(first.order().id());
        assertThat(changes.withRefunds()).isEmpty();
        tell(Changed.with(told, "tenders", List.of()), false);
        assertThat(changes.tenders()).isEmpty();
        assertThat(changes.withTenders()).as("there are none now").hasSize(1);
    }

    @Test
    void ofANewOrderNothingIsThereToBeTakenAway() {
        tell(ToldOrders.order(), true);
        assertThat(changes.tenders()).hasSize(1);
        assertThat(changes.withTenders()).isEmpty();
    }

    @Test
    void theLastAddressCountsAndWhoSaysNoneLeavesIt() {
        tell(byPhone(null, BERLIN), true);
        tell(byPhone(null, HAMBURG), false);
        tell(byPhone(null, null), false);
        assertThat(shipping()).isEqualTo(HAMBURG);
    }

    @Test
    void aNumberIsAddedToAnAddressThatHasNoneAndStandsAloneWhereThereIsNoAddress() {
        tell(byPhone(" 030 1 ", null), true);
        assertThat(shipping()).isEqualTo(PostalAddress.EMPTY.withPhone("030 1"));
        tell(byPhone("030 2", null), false);
        assertThat(shipping()).as("the first stays").isEqualTo(PostalAddress.EMPTY.withPhone("030 1"));
        tell(byPhone("030 3", BERLIN), false);
        assertThat(shipping()).isEqualTo(BERLIN.withPhone("030 3"));
        tell(byPhone("030 4", HAMBURG.withPhone("040 1")), false);
        assertThat(shipping()).as("its own").isEqualTo(HAMBURG.withPhone("040 1"));
        assertThat(changes.missingPhones()).isEmpty();
    }

    @Test
    void whetherAnAddressThatIsStoredHasANumberOnlyTheDatabaseKnows() {
        tell(byPhone("030 1", null), false);
        tell(byPhone("030 2", null), false);
        assertThat(shipping()).isNull();
        assertThat(changes.missingPhones()).containsValues("030 1").hasSize(1);
        tell(byPhone(null, BERLIN), false);
        assertThat(changes.missingPhones())
                .as("another address came in its stead")
                .isEmpty();
        assertThat(shipping()).isEqualTo(BERLIN);
    }

    @Test
    void whoGaveAnEmailIsFoundByItAndNotByTheirNumber() {
        tell(Changed.with(ToldOrders.order(), "shopperPhone", "030 1"), true);
        assertThat(shipping()).isNull();
        assertThat(changes.missingPhones()).isEmpty();
    }
}
