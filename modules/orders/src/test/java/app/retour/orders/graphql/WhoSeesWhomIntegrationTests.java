package app.retour.orders.graphql;

import static app.retour.orders.OrderFixtures.aLine;
import static app.retour.orders.OrderFixtures.aTenant;
import static app.retour.orders.OrderFixtures.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.api.NodeSource;
import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.orders.Order;
import app.retour.orders.Orders;
import app.retour.orders.shoppers.PostalAddress;
import app.retour.orders.shoppers.Shopper;
import app.retour.tenants.Tenants;
import app.retour.tenants.shoppers.ShopperSessions;
import app.retour.tenants.tenancy.TenantContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.context.TestPropertySource;
import retour.testkit.RetourTest;

/** Staff see every order; a shopper sees the one of their session, and a person only where they proved the e-mail. */
@RetourTest
@TestPropertySource(properties = "retour.jobs.enabled=false")
class WhoSeesWhomIntegrationTests {
    @Autowired
    OrderController controller;

    @Autowired
    @Qualifier("shopperNodes")
    NodeSource people;

    @Autowired
    @Qualifier("orderNodes")
    NodeSource orderNodes;

    @Autowired
    @Qualifier("orderLineNodes")
    NodeSource lineNodes;

    @Autowired
    Orders orders;

    @Autowired
    Tenants tenants;

    private TenantId shop = new TenantId(Ids.next());
    private UUID id = Ids.next();
    private UUID bobs = Ids.next();

    @BeforeEach
    void twoOrdersOfTwoPeople() {
        shop = aTenant(tenants);
        id = kept("1", "ada@example.com").id().value();
        bobs = kept("2", "bob@example.com").id().value();
    }

    private Order kept(String number, String email) {
        return as(() -> orders.upsert(anOrder(number, "#" + number, email, aLine("S", 1, "10.00"))));
    }

    private <T> T as(Supplier<T> action) {
        return TenantContext.callAs(shop, action);
    }

    private <T> T seenBy(Caller caller, Supplier<T> asked) {
        return as(() -> caller.call(asked));
    }

    private Caller staff() {
        return Caller.staff(shop, Ids.next(), Set.of("orders:read"));
    }

    private Caller byEmail() {
        return Caller.shopper(shop, id, Set.of(ShopperSessions.BY_EMAIL));
    }

    private Caller byPostcode() {
        return Caller.shopper(shop, id, Set.of());
    }

    private Caller another() {
        return Caller.shopper(shop, bobs, Set.of(ShopperSessions.BY_EMAIL));
    }

    private Order order() {
        return as(() -> orders.byNumber("1")).orElseThrow();
    }

    @Test
    void anOrderIsSeenByStaffAndByItsShopper() {
        var asked = GlobalId.of("Order", id);
        assertThat(seenBy(staff(), () -> controller.order(asked))).contains(order());
        assertThat(seenBy(byEmail(), () -> controller.order(asked))).contains(order());
        assertThat(seenBy(byPostcode(), () -> controller.order(null)))
                .as("the one of the session")
                .contains(order());
        assertThat(seenBy(another(), () -> controller.order(asked))).isEmpty();
        assertThat(seenBy(Caller.anonymous(shop), () -> controller.order(asked)))
                .isEmpty();
        assertThat(seenBy(staff(), () -> controller.order(null)))
                .as("staff have no order of their own")
                .isEmpty();
    }

    @Test
    void aPostcodeShowsNoPerson() {
        var ofIt = List.of(order());
        assertThat(seenBy(staff(), () -> controller.shoppersOf(ofIt)))
                .extractingByKey(order())
                .returns("ada@example.com", Shopper::email);
        assertThat(seenBy(byEmail(), () -> controller.shoppersOf(ofIt))).containsKey(order());
        assertThat(seenBy(byPostcode(), () -> controller.shoppersOf(ofIt))).isEmpty();
        assertThat(seenBy(byEmail(), () -> controller.shipTo(order()))).get().returns("01067", PostalAddress::postcode);
        assertThat(seenBy(byPostcode(), () -> controller.shipTo(order()))).isEmpty();
    }

    private Optional<?> node(Caller caller, NodeSource source, UUID asked) {
        return seenBy(caller, () -> source.find(asked));
    }

    @Test
    void aShopperFindsNobodyButThemselvesAndOnlyWithTheEmail() {
        var ada = Objects.requireNonNull(order().shopper()).value();
        assertThat(people.type()).isEqualTo("Shopper");
        assertThat(node(staff(), people, ada)).isPresent();
        assertThat(node(byEmail(), people, ada)).isPresent();
        assertThat(node(byPostcode(), people, ada)).isEmpty();
        assertThat(node(another(), people, ada)).isEmpty();
        assertThat(node(byEmail(), people, Ids.next())).isEmpty();
    }

    @Test
    void anOrderAndItsLinesAreFoundByWhoMayTouchIt() {
        var line = order().lines().getFirst();
        assertThat(node(byPostcode(), orderNodes, id).isPresent()).isTrue();
        assertThat(node(another(), orderNodes, id)).isEmpty();
        assertThat(node(byPostcode(), lineNodes, line.id().value()).isPresent()).isTrue();
        assertThat(node(another(), lineNodes, line.id().value())).isEmpty();
        assertThat(node(staff(), lineNodes, Ids.next())).isEmpty();
    }
}
