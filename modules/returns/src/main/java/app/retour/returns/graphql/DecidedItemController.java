package app.retour.returns.graphql;

import app.retour.api.GlobalId;
import app.retour.returns.lists.DecidedItem;
import app.retour.returns.lists.DecidedItems;
import app.retour.rules.decisions.PolicyDecision;
import app.retour.rules.trials.BackTest;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What decisions of the rules were about. */
@Controller
class DecidedItemController {
    private final DecidedItems items;

    DecidedItemController(DecidedItems items) {
        this.items = items;
    }

    @BatchMapping(typeName = "PolicyDecision")
    Map<PolicyDecision, DecidedItem> item(List<PolicyDecision> decisions) {
        return items.of(decisions);
    }

    @SchemaMapping(typeName = "DecidedItem")
    String returnId(DecidedItem item) {
        return GlobalId.of("Return", item.returnId().value());
    }

    @SchemaMapping(typeName = "BackTest")
    String changesFile(BackTest test) {
        return items.changesFile(test.id());
    }
}
