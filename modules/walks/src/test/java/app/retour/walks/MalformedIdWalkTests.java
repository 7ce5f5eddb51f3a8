package app.retour.walks;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.AccessRules;
import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.app.security.StartedApplication;
import app.retour.kernel.TenantId;
import app.retour.tenants.NewTenant;
import app.retour.tenants.Tenants;
import app.retour.tenants.clients.Scopes;
import app.retour.tenants.tenancy.TenantContext;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.client.ClientGraphQlResponse;
import org.springframework.graphql.client.GraphQlClient;
import org.springframework.graphql.execution.GraphQlSource;

/** Gives every field that takes ids texts that are none, and reads which place of the input is blamed. */
@StartedApplication
class MalformedIdWalkTests {
    @Autowired
    GraphQlSource source;

    @Autowired
    GraphQlClient inProcessGraphQl;

    @Autowired
    Tenants tenants;

    @Test
    void whatIsNoIdIsBlamedByTheNameOfItsPlace() {
        GraphQLSchema schema = source.schema();
        var rules = AccessRules.of(schema).all();
        var tenant = tenants.open(
                NewTenant.of("Walk", "ids-" + UUID.randomUUID().toString().substring(0, 8), "EUR", "UTC", "en"));
        var staff = Caller.staff(tenant, UUID.randomUUID(), Scopes.ALL);
        var blamed = new ArrayList<String>();
        var wrong = new ArrayList<String>();
        for (var question : Question.all(schema)) {
            var rule = rules.get(question.path());
            if (question.idPositions().isEmpty()
                    || question.path().startsWith("Subscription")
                    || rule == null
                    || !rule.admits(staff)) {
                continue;
            }
            var answer = ask(staff, tenant, question.document(rules, staff, null), question.variables(new NoIds()));
            var error = firstError(question, answer);
            if (error == null || !"NOT_FOUND".equals(error.code)) {
                continue;
            }
            var place =
                    error.field.stream().filter(part -> !part.matches("\\d+")).collect(Collectors.joining("."));
            var expected = question.idPositions().stream()
                    .map(position -> position.replaceFirst("^input\\.", ""))
                    .toList();
            (expected.contains(place) ? blamed : wrong).add(question.path() + " blames " + error.field);
        }
        assertThat(wrong).isEmpty();
        assertThat(blamed)
                .hasSizeGreaterThan(30)
                .contains(
                        "Mutation.requestReturn blames [orderId]", "Mutation.updateTenant blames [brand, logoFileId]");
    }

    @Test
    void whereItStoodInAListIsToldToo() {
        var tenant = tenants.open(
                NewTenant.of("Walk", "ids-" + UUID.randomUUID().toString().substring(0, 8), "EUR", "UTC", "en"));
        var items = List.of(
                Map.of(
                        "orderLineId",
                        GlobalId.of("OrderLine", UUID.randomUUID()),
                        "quantity",
                        1,
                        "reason",
                        "r",
                        "resolution",
                        "REFUND"),
                Map.of("orderLineId", "333", "quantity", 1, "reason", "r", "resolution", "REFUND"));
        var answer = ask(
                Caller.shopper(tenant, UUID.randomUUID(), Set.of()),
                tenant,
                "mutation($input: RequestReturnInput!) { requestReturn(input: $input) { userErrors { field code } } }",
                Map.of("input", Map.of("items", items, "idempotencyKey", "k")));
        assertThat(answer.field("requestReturn.userErrors").<List<Object>>getValue())
                .isEqualTo(List.of(Map.of("field", List.of("items", "1", "orderLineId"), "code", "NOT_FOUND")));
    }

    private record Blame(String code, List<String> field) {}

    private static @Nullable Blame firstError(Question question, ClientGraphQlResponse answer) {
        Map<String, Object> data = Objects.requireNonNullElse(answer.getData(), Map.of());
        if (data.get(question.name()) instanceof Map<?, ?> payload
                && payload.get("userErrors") instanceof List<?> errors
                && !errors.isEmpty()
                && errors.getFirst() instanceof Map<?, ?> first) {
            return new Blame(String.valueOf(first.get("code")), texts(first.get("field")));
        }
        return answer.getErrors().stream()
                .findFirst()
                .map(error -> new Blame(
                        String.valueOf(error.getExtensions().get("code")),
                        texts(error.getExtensions().get("field"))))
                .orElse(null);
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> items
                ? items.stream().map(String::valueOf).toList()
                : List.of();
    }

    private ClientGraphQlResponse ask(Caller caller, TenantId tenant, String document, Map<String, Object> given) {
        return TenantContext.callAs(
                tenant,
                () -> caller.call(() ->
                        inProcessGraphQl.document(document).variables(given).executeSync()));
    }

    private static final class NoIds implements Question.Values {
        @Override
        public String id(String position) {
            return "no id, " + position;
        }

        @Override
        public @Nullable String text(String name) {
            return null;
        }

        @Override
        public int number(String name) {
            return 1;
        }

        @Override
        public @Nullable String choice(String name) {
            return Stream.of(name)
                    .filter("status"::equals)
                    .map(_ -> "IN_TRANSIT")
                    .findFirst()
                    .orElse(null);
        }
    }
}
