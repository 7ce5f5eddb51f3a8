package app.retour.rules.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import java.util.Objects;

/** The {@code input} of a field as the schema checked it, not bound to types: mistakes inside keep their path. */
final class Inputs {
    private Inputs() {}

    static Map<String, Object> of(DataFetchingEnvironment request) {
        Map<String, Object> input = request.getArgument("input");
        return Objects.requireNonNull(input);
    }

    static int number(Map<String, Object> input, String field) {
        return (Integer) Objects.requireNonNull(input.get(field));
    }
}
