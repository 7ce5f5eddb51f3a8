package app.retour.app.security;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.JacksonComponent;
import org.springframework.graphql.server.support.SerializableGraphQlRequest;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads what is asked of the API from a body. Of the body {@code null} Spring would make no request at all, and fail on it. */
@JacksonComponent
class OperationInBody extends ValueDeserializer<SerializableGraphQlRequest> {
    private record Given(
            @Nullable String query,
            @Nullable String operationName,
            @Nullable Map<String, Object> variables,
            @Nullable Map<String, Object> extensions) {}

    @Override
    public SerializableGraphQlRequest deserialize(JsonParser body, DeserializationContext context) {
        var given = context.readValue(body, Given.class);
        var request = new SerializableGraphQlRequest();
        if (given.query != null) {
            request.setQuery(given.query);
        }
        request.setOperationName(given.operationName);
        if (given.variables != null) {
            request.setVariables(given.variables);
        }
        if (given.extensions != null) {
            request.setExtensions(given.extensions);
        }
        return request;
    }

    @Override
    public SerializableGraphQlRequest getNullValue(DeserializationContext context) {
        return context.reportInputMismatch(SerializableGraphQlRequest.class, "null is no operation");
    }
}
