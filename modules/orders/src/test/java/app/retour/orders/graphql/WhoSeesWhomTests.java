package app.retour.orders.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.api.NodeSource;
import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.orders.Order;
import app.retour.orders.OrderId;
import app.retour.orders.OrderLine;
import app.retour.orders.OrderLineId;
import app.retour.orders.Orders;
import app.retour.orders.products.Products;
import app.retour.orders.shoppers.PostalAddress;
import app.retour.orders.shoppers.Shopper;
import app.retour.orders.shoppers.ShopperId;
import app.retour.orders.shoppers.Shoppers;
import app.retour.tenants.shoppers.ShopperSessions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Staff see every order; a shopper sees the one of their session, and a person only where they proved the e-mail. */
class WhoSeesWhomTests {
    private static final TenantId SHOP = new TenantId(Ids.next());
    private static final ShopperId ADA = new ShopperId(Ids.next());
    private final Orders orders = mock(Orders.class);
    private final Shoppers shoppers = mock(Shoppers.class);
    private final OrderController controller = new OrderController(orders, mock(Products.class), shoppers);
    private final Order order = order();
    private final UUID id = order.id().value();
    private final Caller staff = Caller.staff(SHOP, Ids.next(), Set.of("orders:read"));
    private final Caller byEmail = Caller.shopper(SHOP, id, Set.of(ShopperSessions.BY_EMAIL));
    private final Caller byPostcode = Caller.shopper(SHOP, id, Set.of());
    private final Caller another = Caller.shopper(SHOP, Ids.next(), Set.of(ShopperSessions.BY_EMAIL));

    private static Order order() {
        var like = mock(Order.class, RETURNS_DEEP_STUBS);
        when(like.id()).thenReturn(new OrderId(Ids.next()));
        when(like.shopper()).thenReturn(ADA);
        return like;
    }

    @BeforeEach
    void kept() {
        when(orders.find(order.id())).thenReturn(Optional.of(order));
        when(orders.shipTo(order.id())).thenReturn(Optional.of(PostalAddress.EMPTY));
        var ada = new Shopper(ADA, "ada@example.com", "Ada", null, null, null, null, null, null);
        when(shoppers.find(ADA)).thenReturn(Optional.of(ada));
        when(shoppers.findAll(List.of(ADA))).thenReturn(List.of(ada));
    }

    @Test
    void anOrderIsSeenByStaffAndByItsShopper() {
        var asked = GlobalId.of("Order", id);
        assertThat(staff.call(() -> controller.order(asked))).isPresent();
        assertThat(byEmail.call(() -> controller.order(asked))).isPresent();
        assertThat(byPostcode.call(() -> controller.order(null)))
                .as("the one of the session")
                .isPresent();
        assertThat(another.call(() -> controller.order(asked))).isEmpty();
        assertThat(Caller.anonymous(SHOP).call(() -> controller.order(asked))).isEmpty();
        assertThat(staff.call(() -> controller.order(null)))
                .as("staff have no order of their own")
                .isEmpty();
    }

    @Test
    void aPostcodeShowsNoPerson() {
        assertThat(staff.call(() -> controller.shoppersOf(List.of(order)))).containsKey(order);
        assertThat(byEmail.call(() -> controller.shoppersOf(List.of(order)))).containsKey(order);
        assertThat(byPostcode.call(() -> controller.shoppersOf(List.of(order)))).isEmpty();
        assertThat(byEmail.call(() -> controller.shipTo(order))).isPresent();
        assertThat(byPostcode.call(() -> controller.shipTo(order))).isEmpty();
    }

    private Optional<?> node(Caller caller, NodeSource source, UUID asked) {
        return caller.call(() -> source.find(asked));
    }

    @Test
    void aShopperFindsNobodyButThemselvesAndOnlyWithTheEmail() {
        var people = new NodesOfOrders().shopperNodes(shoppers, orders);
        assertThat(people.type()).isEqualTo("Shopper");
        assertThat(node(staff, people, ADA.value())).isPresent();
        assertThat(node(byEmail, people, ADA.value())).isPresent();
        assertThat(node(byPostcode, people, ADA.value())).isEmpty();
        assertThat(node(another, people, ADA.value())).isEmpty();
        assertThat(node(byEmail, people, Ids.next())).isEmpty();
    }

    @Test
    void anOrderAndItsLinesAreFoundByWhoMayTouchIt() {
        var line = new OrderLineId(Ids.next());
        when(orders.withLine(line)).thenReturn(Optional.of(order));
        when(order.line(line)).thenReturn(Optional.of(mock(OrderLine.class)));
        var nodes = new NodesOfOrders();
        assertThat(node(byPostcode, nodes.orderNodes(orders), id)).isPresent();
        assertThat(node(another, nodes.orderNodes(orders), id)).isEmpty();
        assertThat(node(byPostcode, nodes.orderLineNodes(orders), line.value())).isPresent();
        assertThat(node(another, nodes.orderLineNodes(orders), line.value())).isEmpty();
    }
}
