package app.retour.orders.graphql;

import app.retour.orders.ErasedPast;
import app.retour.orders.Order;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.stereotype.Controller;

/** Says of an order that its shopper was erased. */
@Controller
class ErasedOrderController {
    private final ErasedPast past;

    ErasedOrderController(ErasedPast past) {
        this.past = past;
    }

    @BatchMapping(typeName = "Order", field = "erasedAt")
    Map<Order, Instant> erasedAt(List<Order> orders) {
        var since = past.since(orders.stream().map(Order::id).toList());
        return orders.stream()
                .filter(order -> since.containsKey(order.id()))
                .collect(Collectors.toMap(Function.identity(), order -> since.get(order.id()), (one, _) -> one));
    }
}
