package app.retour.orders;

import static app.retour.orders.OrderFixtures.aTenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.orders.rows.Change;
import app.retour.orders.shoppers.PostalAddress;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionOperations;
import retour.testkit.RetourTest;

/** What others hear of orders that were told: each thing once, and nothing of what stayed as it was. */
@RetourTest
@TestPropertySource(properties = "retour.jobs.enabled=false")
class AnnouncingOrdersIntegrationTests {
    private static final Instant LATER = OrderFixtures.NOON.plusSeconds(3_600);

    @Autowired
    OrderUpserts upserts;

    @Autowired
    Orders orders;

    @Autowired
    OrderAddresses addresses;

    @Autowired
    Tenants tenants;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    private TenantId shop = new TenantId(Ids.next());
    private final HeardEvents heard;

    @Autowired
    AnnouncingOrdersIntegrationTests(ConfigurableApplicationContext context) {
        heard = HeardEvents.in(context);
    }

    @BeforeEach
    void openShop() {
        shop = aTenant(tenants);
    }

    @AfterEach
    void leave() {
        heard.close();
    }

    private <T> T as(Supplier<T> action) {
        return TenantContext.callAs(shop, () -> transactions.execute(_ -> action.get()));
    }

    private List<OrderUpserts.Taken> take(OrderUpsert... told) {
        heard.all().clear();
        return as(() -> upserts.take(List.of(told)));
    }

    /** Which transaction wrote each row of the shop's orders. */
    private List<String> written() {
        return as(() -> jdbc.sql("""
                        select xmin::text from orders.customer_order union all select xmin::text from orders.order_line
                        union all select xmin::text from orders.tender""").query(String.class).list());
    }

    private static OrderUpsert another() {
        return Changed.with(Changed.with(ToldOrders.order(), "externalId", "7002"), "number", "#1002");
    }

    @Test
    void aNewOrderIsCreatedAndNobodyHearsThatItWasToldAgain() {
        assertThat(take(ToldOrders.order()))
                .extracting(OrderUpserts.Taken::change)
                .containsExactly(Change.CREATED);
        assertThat(heard.all()).isEmpty();
    }

    @Test
    void whatIsDeliveredOrCanceledIsHeardOnce() {
        var delivered = Changed.with(ToldOrders.order(), "deliveredAt", LATER);
        var id = take(delivered).getFirst().order();
        assertThat(heard.all()).containsExactly(new OrderDelivered(shop, id, LATER));
        var canceled = Changed.with(delivered, "canceledAt", LATER);
        var again = take(canceled).getFirst().order();
        assertThat(again).isEqualTo(id);
        assertThat(heard.all())
                .containsExactly(new OrderCanceled(shop, again, LATER), new OrdersUpdated(shop, List.of(again)));
    }

    @Test
    void theSameTextAgainIsUnchangedAndNothingIsWrittenOfIt() {
        var told = ToldOrders.order().withFingerprint("f");
        take(told);
        var before = written();
        assertThat(take(told)).extracting(OrderUpserts.Taken::change).containsExactly(Change.UNCHANGED);
        assertThat(heard.all()).isEmpty();
        assertThat(written()).hasSize(4).isEqualTo(before);
        take(told.withFingerprint("g"));
        assertThat(written()).as("another text").hasSize(4).doesNotContainAnyElementsOf(before);
    }

    @Test
    void ofOneToldTwiceAtOnceTheLaterAddsToTheEarlier() {
        var first = Changed.with(ToldOrders.order(), "channel", "pos");
        var second = Changed.with(ToldOrders.order(), "shippingCountry", "AT");
        var taken = take(first, second);
        assertThat(taken).extracting(OrderUpserts.Taken::change).containsExactly(Change.CREATED, Change.UPDATED);
        assertThat(taken.getFirst().order()).isEqualTo(taken.getLast().order());
        assertThat(as(() -> orders.find(taken.getFirst().order())))
                .get()
                .returns("pos", Order::channel)
                .returns("AT", Order::shippingCountry)
                .satisfies(stored -> assertThat(stored.lines()).hasSize(2));
    }

    @Test
    void manyToldAgainAreOneAnnouncement() {
        var known = take(ToldOrders.order(), another()).stream()
                .map(OrderUpserts.Taken::order)
                .toList();
        take(ToldOrders.order(), another());
        assertThat(heard.all()).containsExactly(new OrdersUpdated(shop, known));
    }

    @Test
    void aRefusalNamesTheOrderOfItsPlaceAndTakesNoneOfThem() {
        var wrong = Changed.with(ToldOrders.order(), "total", new BigDecimal("-1"));
        assertThatThrownBy(() -> take(ToldOrders.order(), wrong))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).containsExactly("1", "total"));
        assertThat(written()).isEmpty();
        take(ToldOrders.order());
        var before = written();
        assertThatThrownBy(() ->
                        take(another(), Changed.with(ToldOrders.order(), "currency", Currency.getInstance("USD"))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).containsExactly("1", "currencyCode"));
        assertThat(written()).isEqualTo(before);
    }

    @Test
    void whatSomebodyElseToldMeanwhileIsToldAgain() {
        var other = as(() -> {
            upserts.take(List.of(ToldOrders.order()));
            var meanwhile = CompletableFuture.supplyAsync(() -> take(ToldOrders.order()), Thread::startVirtualThread);
            // It looked, found nothing, and waits for what is written here.
            await().pollInSameThread()
                    .atMost(Duration.ofMinutes(5))
                    .until(() -> jdbc.sql("select count(*) from pg_locks where not granted")
                                    .query(Long.class)
                                    .single()
                            > 0);
            return meanwhile;
        });
        assertThatThrownBy(other::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.STALE));
        assertThat(take(ToldOrders.order()))
                .extracting(OrderUpserts.Taken::change)
                .containsExactly(Change.UPDATED);
    }

    /** The number is all there is to find the order by. */
    @Test
    void aTelephoneNumberIsKeptWithTheOrderOfWhoGaveNoEmail() {
        var byPhone = Changed.with(Changed.with(ToldOrders.order(), "email", null), "shopperPhone", "+49 30 901820");
        var id = take(byPhone).getFirst().order().value();
        assertThat(as(() -> addresses.shippedTo(id)))
                .singleElement()
                .returns("+49 30 901820", PostalAddress::phone)
                .returns(null, PostalAddress::postcode);
        var withEmail = Changed.with(another(), "shopperPhone", "+49 30 901820");
        var other = take(withEmail).getFirst().order().value();
        assertThat(as(() -> addresses.shippedTo(other))).isEmpty();
    }

    @Test
    void nothingToldIsNothingAsked() {
        assertThat(TenantContext.callAs(shop, () -> upserts.take(List.of()))).isEmpty();
    }
}
