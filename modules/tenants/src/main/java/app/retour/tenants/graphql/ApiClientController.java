package app.retour.tenants.graphql;

import app.retour.api.Answers;
import app.retour.api.GlobalId;
import app.retour.api.Idempotency;
import app.retour.api.UserError;
import app.retour.tenants.clients.ApiClient;
import app.retour.tenants.clients.ApiClients;
import app.retour.tenants.clients.IssuedClient;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Window;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.query.ScrollSubrange;
import org.springframework.stereotype.Controller;

/** API clients in the API. */
@Controller
class ApiClientController {
    private final ApiClients clients;
    private final Idempotency idempotency;

    ApiClientController(ApiClients clients, Idempotency idempotency) {
        this.clients = clients;
        this.idempotency = idempotency;
    }

    record CreateApiClientInput(String name, List<String> scopes, String idempotencyKey) {}

    record RevokeApiClientInput(String apiClientId) {}

    record CreateApiClientPayload(
            @Nullable ApiClient apiClient, @Nullable String clientSecret, List<UserError> userErrors) {
        static CreateApiClientPayload of(IssuedClient issued) {
            return new CreateApiClientPayload(issued.client(), issued.secret(), List.of());
        }

        static CreateApiClientPayload refused(List<UserError> errors) {
            return new CreateApiClientPayload(null, null, errors);
        }
    }

    record RevokeApiClientPayload(@Nullable ApiClient apiClient, List<UserError> userErrors) {}

    @QueryMapping
    Window<ApiClient> apiClients(ScrollSubrange subrange) {
        var page = Page.of(subrange);
        return clients.list(page.position(), page.limit());
    }

    @MutationMapping
    CreateApiClientPayload createApiClient(@Argument CreateApiClientInput input) {
        return Answers.of(
                () -> idempotency.once(
                        "createApiClient",
                        input.idempotencyKey,
                        input,
                        () -> clients.create(input.name, input.scopes),
                        issued -> issued.client().id().toString(),
                        id -> new IssuedClient(clients.find(UUID.fromString(id)).orElseThrow(), null)),
                CreateApiClientPayload::of,
                CreateApiClientPayload::refused);
    }

    @MutationMapping
    RevokeApiClientPayload revokeApiClient(@Argument RevokeApiClientInput input) {
        return Answers.of(
                () -> clients.revoke(GlobalId.parse(input.apiClientId, "ApiClient")),
                client -> new RevokeApiClientPayload(client, List.of()),
                errors -> new RevokeApiClientPayload(null, errors));
    }

    @SchemaMapping(typeName = "ApiClient")
    String id(ApiClient client) {
        return GlobalId.of("ApiClient", client.id());
    }
}
