package app.retour.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.orders.rows.Change;
import app.retour.tenants.tenancy.TenantContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

/** What others hear of orders that were told: each thing once, and nothing of what stayed as it was. */
class AnnouncingOrdersTests {
    private static final TenantId SHOP = new TenantId(Ids.next());
    private static final Instant LATER = OrderFixtures.NOON.plusSeconds(3_600);
    private final CustomerOrders stored = mock(CustomerOrders.class);
    private final OrderAddresses addresses = mock(OrderAddresses.class);
    private final ErasedPast past = mock(ErasedPast.class);
    private final List<Object> heard = new ArrayList<>();
    private final OrderUpserts upserts = new OrderUpserts(stored, addresses, mock(Buyers.class), past, heard::add);

    private List<OrderUpserts.Taken> take(OrderUpsert... told) {
        when(past.leaveOut(any(), any())).thenAnswer(asked -> new ErasedPast.Present(asked.getArgument(0), Set.of()));
        return TenantContext.callAs(SHOP, () -> upserts.take(List.of(told)));
    }

    private OrderMerge know(OrderUpsert told) {
        var known = ToldOrders.first(told);
        when(stored.hold(any(), any())).thenReturn(List.of(known.order()));
        when(stored.linesOf(any())).thenReturn(known.lines());
        return known;
    }

    @Test
    void aNewOrderIsCreatedAndNobodyHearsThatItWasToldAgain() {
        assertThat(take(ToldOrders.order()))
                .extracting(OrderUpserts.Taken::change)
                .containsExactly(Change.CREATED);
        assertThat(heard).isEmpty();
    }

    @Test
    void whatIsDeliveredOrCanceledIsHeardOnce() {
        var delivered = Changed.with(ToldOrders.order(), "deliveredAt", LATER);
        var id = take(delivered).getFirst().order();
        assertThat(heard).containsExactly(new OrderDelivered(SHOP, id, LATER));
        heard.clear();
        know(delivered);
        var canceled = Changed.with(delivered, "canceledAt", LATER);
        var again = take(canceled).getFirst().order();
        assertThat(heard)
                .containsExactly(new OrderCanceled(SHOP, again, LATER), new OrdersUpdated(SHOP, List.of(again)));
    }

    @Test
    void theSameTextAgainIsUnchangedAndNothingIsWrittenOfIt() {
        var told = ToldOrders.order().withFingerprint("f");
        know(told);
        assertThat(take(told)).extracting(OrderUpserts.Taken::change).containsExactly(Change.UNCHANGED);
        assertThat(heard).isEmpty();
        verify(stored, never()).saveTenders(any(), any());
        verify(stored).save(argThat(Collection::isEmpty), argThat(Collection::isEmpty));
    }

    @Test
    void ofOneToldTwiceAtOnceTheLaterAddsToTheEarlier() {
        var first = Changed.with(ToldOrders.order(), "channel", "pos");
        var second = Changed.with(ToldOrders.order(), "shippingCountry", "AT");
        var taken = take(first, second);
        assertThat(taken).extracting(OrderUpserts.Taken::change).containsExactly(Change.CREATED, Change.UPDATED);
        assertThat(taken.getFirst().order()).isEqualTo(taken.getLast().order());
        verify(stored)
                .save(
                        argThat(rows -> rows.size() == 1
                                && "pos".equals(rows.iterator().next().channel())
                                && "AT".equals(rows.iterator().next().shippingCountry())),
                        any());
    }

    @Test
    void manyToldAgainAreOneAnnouncement() {
        var known = ToldOrders.first(ToldOrders.order());
        var other = ToldOrders.first(
                Changed.with(Changed.with(ToldOrders.order(), "externalId", "7002"), "number", "#1002"));
        when(stored.hold(any(), any())).thenReturn(List.of(known.order(), other.order()));
        take(
                ToldOrders.order(),
                Changed.with(Changed.with(ToldOrders.order(), "externalId", "7002"), "number", "#1002"));
        assertThat(heard)
                .singleElement()
                .isInstanceOfSatisfying(
                        OrdersUpdated.class, event -> assertThat(event.orders()).hasSize(2));
    }

    @Test
    void aRefusalNamesTheOrderOfItsPlaceAndWhatSomebodyElseToldIsToldAgain() {
        var wrong = Changed.with(ToldOrders.order(), "total", new BigDecimal("-1"));
        assertThatThrownBy(() -> take(ToldOrders.order(), wrong))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).containsExactly("1", "total"));
        know(ToldOrders.order());
        assertThatThrownBy(() -> take(Changed.with(ToldOrders.order(), "currency", Currency.getInstance("USD"))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).containsExactly("0", "currencyCode"));
        doThrow(new DuplicateKeyException("meanwhile")).when(stored).save(any(), any());
        assertThatThrownBy(() -> take(ToldOrders.order()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.STALE));
    }

    /** The number is all there is to find the order by. */
    @Test
    void aTelephoneNumberIsKeptWithTheOrderOfWhoGaveNoEmail() {
        var byPhone = Changed.with(Changed.with(ToldOrders.order(), "email", null), "shopperPhone", "+49 30 901820");
        var id = take(byPhone).getFirst().order();
        verify(addresses).saveMissingPhone(id.value(), "+49 30 901820");
        take(Changed.with(byPhone, "email", "ada@example.com"));
        verify(addresses, times(1)).saveMissingPhone(any(), any());
    }

    @Test
    void nothingToldIsNothingAsked() {
        assertThat(take()).isEmpty();
        verifyNoInteractions(stored);
    }
}
