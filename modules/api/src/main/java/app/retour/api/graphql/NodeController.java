package app.retour.api.graphql;

import app.retour.api.GlobalId;
import app.retour.api.NodeSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Finds anything by its id through the module that owns its type. */
@Controller
class NodeController {
    private final Map<String, NodeSource> sources;

    NodeController(List<NodeSource> sources) {
        this.sources = sources.stream().collect(Collectors.toMap(NodeSource::type, Function.identity()));
    }

    @QueryMapping
    @Nullable
    Object node(@Argument String id) {
        var asked = GlobalId.parse(id);
        var source = sources.get(asked.type());
        return source == null ? null : source.find(asked.id()).orElse(null);
    }

    @MutationMapping
    boolean ping() {
        return true;
    }
}
