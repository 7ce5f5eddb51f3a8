package app.retour.embedded.demo;

import app.retour.api.Caller;
import app.retour.tenants.tenancy.TenantContext;
import java.util.Map;
import org.springframework.graphql.client.GraphQlClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the schema inside the process, as somebody; a refusal ends the story, since a demo must not be half told. */
@Component
class Schema {
    private final GraphQlClient client;
    private final JsonMapper json;

    Schema(GraphQlClient inProcessGraphQl, JsonMapper json) {
        this.client = inProcessGraphQl;
        this.json = json;
    }

    /** The first root field's answer. */
    JsonNode ask(Caller caller, String document, Map<String, Object> variables) {
        var answer = TenantContext.callAs(
                caller.requireTenant(),
                () -> caller.call(
                        () -> client.document(document).variables(variables).executeSync()));
        if (!answer.getErrors().isEmpty()) {
            throw new IllegalStateException("The demo asked something wrong: " + answer.getErrors());
        }
        Map<String, Object> data = answer.getData();
        JsonNode first = json.valueToTree(
                data == null ? Map.of() : data.values().iterator().next());
        if (!first.path("userErrors").isEmpty()) {
            throw new IllegalStateException("The demo was refused: " + first.path("userErrors") + " for " + variables);
        }
        return first;
    }

    /** The first root field's answer to a mutation with one input. */
    JsonNode tell(Caller caller, String mutation, String inputType, String selection, Map<String, Object> input) {
        return ask(
                caller,
                "mutation($input: %s!) { %s(input: $input) { %s userErrors { field message code } } }"
                        .formatted(inputType, mutation, selection),
                Map.of("input", input));
    }
}
