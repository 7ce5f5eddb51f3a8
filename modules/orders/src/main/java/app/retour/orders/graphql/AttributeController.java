package app.retour.orders.graphql;

import app.retour.api.Answers;
import app.retour.api.GlobalId;
import app.retour.api.UserError;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.orders.Attributes;
import app.retour.orders.Attributes.Pushed;
import app.retour.orders.OrderId;
import app.retour.orders.shoppers.ShopperId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** What integrators push beside orders and shoppers. */
@Controller
class AttributeController {
    private final Attributes attributes;

    AttributeController(Attributes attributes) {
        this.attributes = attributes;
    }

    record Pushing(@Nullable String orderId, @Nullable String shopperId, List<Pushed> attributes) {}

    record Payload(@Nullable List<Pushed> attributes, List<UserError> userErrors) {}

    /** The same again changes nothing, so it needs no key. */
    @MutationMapping
    Payload pushAttributes(@Argument Pushing input) {
        return Answers.of(
                () -> push(input).entrySet().stream()
                        .map(entry -> new Pushed(entry.getKey(), entry.getValue()))
                        .toList(),
                known -> new Payload(known, List.of()),
                errors -> new Payload(null, errors));
    }

    private Map<String, List<String>> push(Pushing input) {
        if ((input.orderId == null) == (input.shopperId == null)) {
            throw new Refusal(ErrorCode.INVALID, "Give either an order or a shopper", "orderId");
        }
        return input.orderId != null
                ? attributes.push(new OrderId(GlobalId.parse(input.orderId, "Order")), input.attributes)
                : attributes.push(new ShopperId(GlobalId.parse(input.shopperId, "Shopper")), input.attributes);
    }
}
