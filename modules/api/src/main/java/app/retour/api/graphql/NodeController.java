package app.retour.api.graphql;

import app.retour.api.AccessRules;
import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.api.NodeSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Controller;
import org.springframework.util.function.SingletonSupplier;
import reactor.core.publisher.Flux;

/** Finds anything by its id through the module that owns its type. */
@Controller
class NodeController {
    private final Map<String, NodeSource> sources;
    private final Supplier<AccessRules> rules;

    /** @param schema late: the schema itself needs its controllers first */
    NodeController(List<NodeSource> sources, ObjectProvider<GraphQlSource> schema) {
        this.sources = sources.stream().collect(Collectors.toMap(NodeSource::type, Function.identity()));
        this.rules =
                SingletonSupplier.of(() -> AccessRules.of(schema.getObject().schema()));
    }

    @QueryMapping
    @Nullable
    Object node(@Argument String id) {
        var asked = GlobalId.parse(id);
        var source = sources.get(asked.type());
        if (source == null || !rules.get().admits(Caller.current(), asked.type(), "id")) {
            return null;
        }
        return source.find(asked.id()).orElse(null);
    }

    @MutationMapping
    boolean ping() {
        return true;
    }

    @SubscriptionMapping
    Flux<Boolean> pinged() {
        return Flux.just(true);
    }
}
