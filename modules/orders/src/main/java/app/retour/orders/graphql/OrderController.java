package app.retour.orders.graphql;

import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.kernel.Money;
import app.retour.orders.Order;
import app.retour.orders.OrderId;
import app.retour.orders.OrderLine;
import app.retour.orders.Orders;
import app.retour.orders.OutsideRefund;
import app.retour.orders.products.Product;
import app.retour.orders.products.Products;
import app.retour.orders.shoppers.PostalAddress;
import app.retour.orders.shoppers.Shopper;
import app.retour.orders.shoppers.Shoppers;
import app.retour.tenants.shoppers.ShopperSessions;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Window;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.query.ScrollSubrange;
import org.springframework.stereotype.Controller;

/** Orders, products and shoppers as they are read. A shopper reads their session's order only. */
@Controller
class OrderController {
    private final Orders orders;
    private final Products products;
    private final Shoppers shoppers;

    OrderController(Orders orders, Products products, Shoppers shoppers) {
        this.orders = orders;
        this.products = products;
        this.shoppers = shoppers;
    }

    @QueryMapping
    Window<Order> orders(@Argument @Nullable String search, ScrollSubrange subrange) {
        var page = Page.of(subrange);
        return orders.list(search, page.position(), page.limit());
    }

    @QueryMapping
    Optional<Order> order(@Argument @Nullable String id) {
        var caller = Caller.current();
        var asked = id == null ? caller.order() : GlobalId.parse(id, "Order");
        return asked != null && caller.mayTouchOrder(asked) ? orders.find(new OrderId(asked)) : Optional.empty();
    }

    @QueryMapping
    Optional<Order> orderByNumber(@Argument String number) {
        return orders.byNumber(number);
    }

    @QueryMapping
    Window<Product> products(@Argument @Nullable String search, ScrollSubrange subrange) {
        var page = Page.of(subrange);
        return products.list(search, page.position(), page.limit());
    }

    @QueryMapping
    Window<Shopper> shoppers(@Argument @Nullable String search, ScrollSubrange subrange) {
        var page = Page.of(subrange);
        return shoppers.list(search, page.position(), page.limit());
    }

    @SchemaMapping(typeName = "Order")
    String id(Order order) {
        return GlobalId.of("Order", order.id().value());
    }

    @SchemaMapping(typeName = "Order")
    String currencyCode(Order order) {
        return order.currency().getCurrencyCode();
    }

    @SchemaMapping(typeName = "Order")
    Money paymentFee(Order order) {
        return order.charges().paymentFee();
    }

    @SchemaMapping(typeName = "Order")
    Money duties(Order order) {
        return order.charges().duties();
    }

    @SchemaMapping(typeName = "Order")
    Money tips(Order order) {
        return order.charges().tips();
    }

    @SchemaMapping(typeName = "Order")
    Money rounding(Order order) {
        return order.charges().rounding();
    }

    @SchemaMapping(typeName = "Order")
    Money unexplainedOutside(Order order) {
        return order.unexplainedOutside();
    }

    @SchemaMapping(typeName = "Order")
    Optional<Money> captured(Order order) {
        return order.captured();
    }

    @SchemaMapping(typeName = "OutsideRefund")
    Optional<String> orderLineId(OutsideRefund refund) {
        return Optional.ofNullable(refund.line()).map(line -> GlobalId.of("OrderLine", line.value()));
    }

    @SchemaMapping(typeName = "OrderLine")
    Money unitPrice(OrderLine line) {
        return line.unitPrice().rounded();
    }

    @SchemaMapping(typeName = "OrderLine")
    BigDecimal exactUnitPrice(OrderLine line) {
        return line.unitPrice().amount();
    }

    @BatchMapping(typeName = "Order", field = "shopper")
    Map<Order, Shopper> shoppersOf(List<Order> several) {
        return maySeePerson() ? people(several) : Map.of();
    }

    @SchemaMapping(typeName = "Order")
    Optional<PostalAddress> shipTo(Order order) {
        return maySeePerson() ? orders.shipTo(order.id()) : Optional.empty();
    }

    @SchemaMapping(typeName = "Order")
    Optional<String> coveredEmail(Order order) {
        return Optional.ofNullable(order.shopper()).flatMap(orders::coveredEmail);
    }

    @SchemaMapping(typeName = "OrderLine", field = "id")
    String lineId(OrderLine line) {
        return GlobalId.of("OrderLine", line.id().value());
    }

    @SchemaMapping(typeName = "Product", field = "id")
    String productId(Product product) {
        return GlobalId.of("Product", product.id().value());
    }

    @SchemaMapping(typeName = "Shopper", field = "id")
    String shopperId(Shopper shopper) {
        return GlobalId.of("Shopper", shopper.id().value());
    }

    private Map<Order, Shopper> people(List<Order> several) {
        var known =
                shoppers
                        .findAll(several.stream()
                                .map(Order::shopper)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Shopper::id, Function.identity()));
        return several.stream()
                .filter(order -> order.shopper() != null && known.containsKey(order.shopper()))
                .collect(Collectors.toMap(
                        Function.identity(),
                        order -> Objects.requireNonNull(known.get(order.shopper())),
                        (one, _) -> one));
    }

    /** A postcode can be guessed: who proved no e-mail sees no name, address or e-mail. */
    static boolean maySeePerson() {
        var caller = Caller.current();
        return !caller.is(Caller.Kind.SHOPPER) || caller.holds(ShopperSessions.BY_EMAIL);
    }
}
