package app.retour.orders.graphql;

import app.retour.api.Caller;
import app.retour.api.NodeSource;
import app.retour.orders.ImportId;
import app.retour.orders.Order;
import app.retour.orders.OrderId;
import app.retour.orders.OrderLineId;
import app.retour.orders.Orders;
import app.retour.orders.imports.Imports;
import app.retour.orders.products.ProductId;
import app.retour.orders.products.Products;
import app.retour.orders.shoppers.ShopperId;
import app.retour.orders.shoppers.Shoppers;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code node(id)} finds of this module. */
@Configuration(proxyBeanMethods = false)
class NodesOfOrders {
    @Bean
    NodeSource orderNodes(Orders orders) {
        return nodes(
                "Order", id -> Caller.current().mayTouchOrder(id) ? orders.find(new OrderId(id)) : Optional.empty());
    }

    @Bean
    NodeSource orderLineNodes(Orders orders) {
        return nodes(
                "OrderLine",
                id -> orders.withLine(new OrderLineId(id))
                        .filter(order ->
                                Caller.current().mayTouchOrder(order.id().value()))
                        .flatMap(order -> order.line(new OrderLineId(id))));
    }

    @Bean
    NodeSource shopperNodes(Shoppers shoppers, Orders orders) {
        return nodes("Shopper", id -> isHerself(orders, id) ? shoppers.find(new ShopperId(id)) : Optional.empty());
    }

    @Bean
    NodeSource productNodes(Products products) {
        return nodes("Product", id -> products.find(new ProductId(id)));
    }

    @Bean
    NodeSource importNodes(Imports imports) {
        return nodes("Import", id -> imports.find(new ImportId(id)));
    }

    /** A shopper finds nobody but themselves, and themselves only where they proved their e-mail. */
    private static boolean isHerself(Orders orders, UUID asked) {
        var caller = Caller.current();
        var order = caller.order();
        return !caller.is(Caller.Kind.SHOPPER)
                || OrderController.maySeePerson()
                        && order != null
                        && orders.find(new OrderId(order))
                                .map(Order::shopper)
                                .filter(new ShopperId(asked)::equals)
                                .isPresent();
    }

    private static NodeSource nodes(String type, Function<UUID, Optional<?>> find) {
        return new NodeSource() {
            @Override
            public String type() {
                return type;
            }

            @Override
            public Optional<?> find(UUID id) {
                return find.apply(id);
            }
        };
    }
}
