package app.retour.privacy.graphql;

import app.retour.api.Answers;
import app.retour.api.UserError;
import app.retour.privacy.ShopperExport;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** What is kept of a shopper, in the API. */
@Controller
class ExportController {
    private final ShopperExport exports;

    ExportController(ShopperExport exports) {
        this.exports = exports;
    }

    record Asked(@Nullable String shopperId, @Nullable String orderId) {}

    record Payload(@Nullable Map<String, List<Map<String, Object>>> data, List<UserError> userErrors) {}

    /** Changes nothing but the audit; a mutation, so that nobody repeats or caches it unseen. */
    @MutationMapping
    Payload exportShopper(@Argument Asked input) {
        return Answers.of(
                () -> exports.of(ErasureController.subject(input.shopperId, input.orderId)),
                data -> new Payload(data, List.of()),
                errors -> new Payload(null, errors));
    }
}
