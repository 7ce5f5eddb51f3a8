package app.retour.returns.graphql;

import app.retour.api.GlobalId;
import app.retour.api.UserError;
import app.retour.returns.TriedItem;
import app.retour.rules.evaluation.Trace;
import app.retour.rules.policy.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code TryResult} of the schema. */
record TryAnswer(List<Item> items, List<UserError> userErrors) {
    record Item(
            String orderLineId,
            Outcome outcome,
            String because,
            @Nullable String shopperReason,
            List<String> trace,
            Trace steps,
            List<String> facts,
            List<String> effects,
            List<String> undetermined) {
        static Item of(TriedItem tried) {
            return new Item(
                    GlobalId.of("OrderLine", tried.orderLineId()),
                    tried.outcome(),
                    tried.because(),
                    tried.shopperReason(),
                    TraceText.of(tried.trace()),
                    tried.trace(),
                    TraceText.facts(tried.trace()),
                    TraceText.effects(tried.trace()),
                    tried.undetermined());
        }
    }
}
