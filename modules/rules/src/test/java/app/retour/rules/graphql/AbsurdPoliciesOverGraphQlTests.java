package app.retour.rules.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.Caller;
import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.tenants.NewTenant;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.client.ClientGraphQlResponse;
import org.springframework.graphql.client.GraphQlClient;
import retour.testkit.RetourTest;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is sent as a policy, over the API or as a file, is refused by name and place, and the draft stays as it was. */
@RetourTest
class AbsurdPoliciesOverGraphQlTests {
    private static final String SAVE =
            "mutation($input: SavePolicyDraftInput!) { savePolicyDraft(input: $input) { userErrors { code message field } } }";
    private static final String IMPORT =
            "mutation($input: ImportPolicyFileInput!) { importPolicyFile(input: $input) { userErrors { code message field } } }";
    private static final String PREVIEW =
            "query($input: PreviewPolicyFileInput!) { previewPolicyFile(input: $input) { userErrors { code message field } } }";

    @Autowired
    GraphQlClient inProcessGraphQl;

    @Autowired
    Tenants tenants;

    @Autowired
    JsonMapper json;

    private TenantId tenant = new TenantId(Ids.next());

    @BeforeEach
    void aMerchantHasADraft() {
        tenant = tenants.open(NewTenant.of("Absurd", "a-" + UUID.randomUUID(), "EUR", "Europe/Berlin", "en"));
        assertThat(refusals(ask(SAVE, Map.of("version", 0, "rules", List.of(AbsurdPolicies.GOOD)))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("app.retour.rules.graphql.AbsurdPolicies#all")
    void overTheApiItIsRefusedAtItsPlaceAndTheDraftStays(AbsurdPolicies.Absurd absurd) {
        var answer = ask(SAVE, Map.of("version", 1, "rules", absurd.rules()));
        if (absurd.byType()) {
            assertThat(answer.getErrors()).singleElement().satisfies(error -> {
                assertThat(error.getErrorType()).hasToString("ValidationError");
                assertThat(error.getMessage()).startsWith("$input." + absurd.place() + ": ");
                assertThat(error.getExtensions())
                        .containsEntry("code", absurd.code())
                        .containsEntry("variable", "input")
                        .containsEntry("field", List.of(absurd.place().split("\\.")));
            });
        } else {
            assertThat(refusals(answer)).containsExactly(absurd.code() + " " + absurd.place());
        }
        theDraftStaysAsItWas();
    }

    @ParameterizedTest
    @MethodSource("app.retour.rules.graphql.AbsurdPolicies#all")
    void asAFileItIsRefusedAtItsLineAndTheDraftStays(AbsurdPolicies.Absurd absurd) {
        var file = file(absurd.rules());
        var answer = ask(IMPORT, Map.of("version", 1, "content", file));
        if (!absurd.byType()) {
            assertThat(refusals(answer)).containsExactly(absurd.code() + " " + absurd.place());
        }
        assertThat(refusals(answer)).singleElement().asString().contains(" rules");
        assertThat(userErrors(answer).getFirst().message()).matches("Line \\d+: .+");
        assertThat(refusals(ask(PREVIEW, Map.of("content", file)))).isEqualTo(refusals(answer));
        theDraftStaysAsItWas();
    }

    @Test
    void aFileThatIsNoPolicyAtAllIsRefusedToo() {
        for (var content : List.of(
                "",
                "null",
                "7",
                "[]",
                "\"text\"",
                "{",
                "{\"rules\": NaN}",
                "[".repeat(100_000),
                "{\"a\":".repeat(5_000),
                "{\"format\": \"retour-policy/1\", \"currency\": \"EUR\", \"rules\": 1e999999999}",
                "{\"format\": \"retour-policy/1\", \"currency\": \"EUR\", \"rules\": [], \"rules2\": []}",
                "x".repeat(2_000_001))) {
            var answer = ask(IMPORT, Map.of("version", 1, "content", content));
            assertThat(refusals(answer))
                    .as(content.substring(0, Math.min(60, content.length())))
                    .singleElement()
                    .asString()
                    .matches("(INVALID|REQUIRED|TOO_LARGE) (content|rules).*");
        }
        theDraftStaysAsItWas();
    }

    private void theDraftStaysAsItWas() {
        var draft = ask("{ policy { draft { version rules { name } } } }", null).field("policy.draft");
        assertThat(draft.<Object>getValue()).hasToString("{version=1, rules=[{name=A rule}]}");
    }

    /** Code and place of each user error. */
    private static List<String> refusals(ClientGraphQlResponse answer) {
        assertThat(answer.getErrors()).isEmpty();
        return userErrors(answer).stream()
                .map(error -> error.code() + " " + String.join(".", error.field()))
                .toList();
    }

    record Told(String code, String message, List<String> field) {}

    private static List<Told> userErrors(ClientGraphQlResponse answer) {
        var field = Objects.requireNonNull(answer.<Map<String, Object>>getData())
                .keySet()
                .iterator()
                .next();
        return answer.field(field + ".userErrors").toEntityList(Told.class);
    }

    private ClientGraphQlResponse ask(String document, @Nullable Map<String, ?> input) {
        return TenantContext.callAs(
                tenant,
                () -> Caller.staff(tenant, Ids.next(), Set.of("rules:read", "rules:write"))
                        .call(() -> {
                            var asked = inProcessGraphQl.document(document);
                            return (input == null ? asked : asked.variable("input", input)).executeSync();
                        }));
    }

    private String file(List<?> rules) {
        return json.writerWithDefaultPrettyPrinter()
                .writeValueAsString(Map.of("format", "retour-policy/1", "currency", "EUR", "rules", rules));
    }
}
