package app.retour.rules.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.tenants.NewTenant;
import app.retour.tenants.Tenants;
import app.retour.tenants.clients.Scopes;
import app.retour.tenants.people.StaffRole;
import app.retour.tenants.tenancy.TenantContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.client.ClientGraphQlResponse;
import org.springframework.graphql.client.GraphQlClient;
import retour.testkit.RetourTest;

/** Two people at one policy, over the API as the screens use it. */
@RetourTest
class FourEyesOverGraphQlTests {
    @Autowired
    GraphQlClient inProcessGraphQl;

    @Autowired
    Tenants tenants;

    private final UUID anna = Ids.next();
    private final UUID ben = Ids.next();
    private TenantId tenant = new TenantId(Ids.next());

    @BeforeEach
    void aMerchantWantsFourEyes() {
        tenant = tenants.open(NewTenant.of("Eyes", "e-" + UUID.randomUUID(), "EUR", "Europe/Berlin", "en"));
        assertThat(told(
                        tell(anna, "requireFourEyes", Map.of("required", true), "required"),
                        "requireFourEyes.required"))
                .isEqualTo("true");
    }

    @Test
    void sheWhoChangedTheDraftLastIsToldThatSomebodyElsePublishesIt() {
        save(anna, 0);
        assertThat(savedBy(ben)).isEqualTo(GlobalId.of("Person", anna));
        var refused = publish(anna, 1);
        assertThat(told(refused, "publishPolicyDraft.version")).isEqualTo("null");
        assertThat(told(refused, "publishPolicyDraft.userErrors[0].code")).isEqualTo("WRONG_STATE");
        assertThat(told(refused, "publishPolicyDraft.userErrors[0].message"))
                .isEqualTo("You changed this draft last; somebody else must look at it and publish it");

        var published = publish(ben, 1);
        assertThat(told(published, "publishPolicyDraft.version.number")).isEqualTo("1");
        assertThat(told(published, "publishPolicyDraft.version.publishedBy.personId"))
                .isEqualTo(GlobalId.of("Person", ben));
    }

    @Test
    void aSecondPersonWhoChangesItAsksForAThirdLookInTurn() {
        save(anna, 0);
        save(ben, 1);
        assertThat(savedBy(anna)).isEqualTo(GlobalId.of("Person", ben));
        assertThat(told(publish(ben, 2), "publishPolicyDraft.userErrors[0].code"))
                .isEqualTo("WRONG_STATE");
        assertThat(told(publish(anna, 2), "publishPolicyDraft.version.number")).isEqualTo("1");
    }

    @Test
    void onlyAnOwnerSwitchesItOff() {
        var agent = Caller.staff(tenant, Ids.next(), StaffRole.AGENT.scopes());
        var program = Caller.integrator(tenant, Ids.next(), Set.copyOf(Scopes.ALL));
        for (var caller : List.of(agent, program)) {
            assertThat(ask(caller, "requireFourEyes", Map.of("required", false), "required")
                            .getErrors())
                    .isNotEmpty();
        }
        save(anna, 0);
        assertThat(told(publish(anna, 1), "publishPolicyDraft.userErrors[0].code"))
                .isEqualTo("WRONG_STATE");
        tell(anna, "requireFourEyes", Map.of("required", false), "required");
        assertThat(told(publish(anna, 1), "publishPolicyDraft.version.number")).isEqualTo("1");
    }

    private void save(UUID person, int version) {
        var rule = Map.of("name", "A rule", "when", Map.of("all", List.of()), "then", Map.of("keepItem", true));
        var saved = tell(
                person, "savePolicyDraft", Map.of("version", version, "rules", List.of(rule)), "draft { version }");
        assertThat(told(saved, "savePolicyDraft.draft.version")).isEqualTo(String.valueOf(version + 1));
    }

    private ClientGraphQlResponse publish(UUID person, int version) {
        return tell(
                person,
                "publishPolicyDraft",
                Map.of(
                        "version",
                        version,
                        "note",
                        "Looked at",
                        "idempotencyKey",
                        UUID.randomUUID().toString()),
                "version { number publishedBy { personId name } }");
    }

    private String savedBy(UUID person) {
        var answer = run(owner(person), "{ policy { draft { savedBy { personId name } } } }", Map.of());
        assertThat(answer.getErrors()).isEmpty();
        return told(answer, "policy.draft.savedBy.personId");
    }

    private ClientGraphQlResponse tell(UUID person, String mutation, Map<String, ?> input, String selection) {
        var answer = ask(owner(person), mutation, input, selection);
        assertThat(answer.getErrors()).isEmpty();
        return answer;
    }

    private Caller owner(UUID person) {
        return Caller.staff(tenant, person, StaffRole.OWNER.scopes());
    }

    private ClientGraphQlResponse ask(Caller caller, String mutation, Map<String, ?> input, String selection) {
        var type = mutation.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + mutation.substring(1) + "Input";
        return run(
                caller,
                "mutation($input: %s!) { %s(input: $input) { %s userErrors { code message } } }"
                        .formatted(type, mutation, selection),
                Map.of("input", input));
    }

    private ClientGraphQlResponse run(Caller caller, String document, Map<String, Object> variables) {
        return TenantContext.callAs(
                tenant,
                () -> caller.call(() ->
                        inProcessGraphQl.document(document).variables(variables).executeSync()));
    }

    private static String told(ClientGraphQlResponse answer, String path) {
        Object value = answer.field(path).getValue();
        return String.valueOf(value);
    }
}
