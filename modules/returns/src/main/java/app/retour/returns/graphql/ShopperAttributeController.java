package app.retour.returns.graphql;

import app.retour.api.Answers;
import app.retour.api.GlobalId;
import app.retour.api.UserError;
import app.retour.returns.ShopperAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Erasing what was pushed of a shopper, in the API. */
@Controller
class ShopperAttributeController {
    private final ShopperAttributes attributes;

    ShopperAttributeController(ShopperAttributes attributes) {
        this.attributes = attributes;
    }

    record Erasing(String shopperId) {}

    record Payload(ShopperAttributes.@Nullable Erased erased, List<UserError> userErrors) {}

    /** The same again finds nothing, so it needs no key. */
    @MutationMapping
    Payload eraseShopperAttributes(@Argument Erasing input) {
        return Answers.of(
                () -> attributes.erase(GlobalId.parse(input.shopperId, "Shopper")),
                erased -> new Payload(erased, List.of()),
                errors -> new Payload(null, errors));
    }
}
