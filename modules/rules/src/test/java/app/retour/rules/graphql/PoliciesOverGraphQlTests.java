package app.retour.rules.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.rules.Policies;
import app.retour.rules.decisions.JudgeRequest;
import app.retour.rules.evaluation.ItemFacts;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.ReasonGroup;
import app.retour.tenants.NewTenant;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.client.ClientGraphQlResponse;
import org.springframework.graphql.client.GraphQlClient;
import retour.testkit.RetourTest;

@RetourTest
class PoliciesOverGraphQlTests {
    private static final Map<String, Object> WRONG_SIZE = Map.of(
            "name",
            "Wrong size",
            "when",
            Map.of(
                    "all",
                    List.of(
                            test("item.reasonGroup", "EQUALS", "SIZE"),
                            test("order.value", "LESS_THAN", "100.00"),
                            test("item.daysSinceDelivery", "WITHIN_DAYS", "30"))),
            "then",
            Map.of(
                    "decision",
                    Map.of("outcome", "APPROVE"),
                    "fee",
                    Map.of("kind", "FLAT", "amount", "4.50", "per", "RETURN")));

    private static final ParameterizedTypeReference<List<Map<String, Object>>> LIST_OF_OBJECTS =
            new ParameterizedTypeReference<>() {};

    @Autowired
    GraphQlClient inProcessGraphQl;

    @Autowired
    Policies policies;

    @Autowired
    Tenants tenants;

    private final UUID person = Ids.next();
    private TenantId tenant = new TenantId(Ids.next());

    @BeforeEach
    void aMerchantOpensAnAccount() {
        var slug = "rules-" + UUID.randomUUID().toString().substring(0, 13);
        tenant = tenants.open(NewTenant.of("Rules", slug, "EUR", "Europe/Berlin", "en"));
    }

    @Test
    void theVocabularyTellsTypeUnitOperatorsAndOptions() {
        var answer = ask(
                "{ ruleVocabulary { key subject type label description unknownWhen unit"
                        + " operators { operator label fewestValues mostValues } options { value label } } }",
                Map.of());
        List<Map<String, Object>> facts = answer.field("ruleVocabulary").toEntity(LIST_OF_OBJECTS);
        assertThat(facts).hasSize(FactName.values().length);
        var orderValue = Objects.requireNonNull(facts).stream()
                .filter(fact -> "order.value".equals(fact.get("key")))
                .findFirst()
                .orElseThrow();
        assertThat(orderValue).containsEntry("subject", "order").containsEntry("type", "MONEY");
        assertThat(String.valueOf(orderValue.get("operators"))).contains("LESS_THAN", "is under");
    }

    @Test
    void aPolicyIsDraftedExplainedTriedPublishedAndListed() {
        var saved = ask("""
                        mutation($input: SavePolicyDraftInput!) { savePolicyDraft(input: $input) {
                          draft { version savedAt rules { id name enabled isFinal when sentence whenSentence effectSentences
                            then { decision { outcome shopperReason } fee { kind amount rate per } tags } } }
                          userErrors { field message code } } }
                        """, Map.of("input", Map.of("version", 0, "rules", List.of(WRONG_SIZE))));
        assertThat(saved.field("savePolicyDraft.userErrors").toEntity(Object.class))
                .isEqualTo(List.of());
        assertThat(text(saved, "savePolicyDraft.draft.rules[0].sentence"))
                .isEqualTo("IF the reason is wrong size AND the order value is under €100 AND it is within 30 days"
                        + " of delivery THEN approve, charge a fee of €4.50 per return");
        assertThat(text(saved, "savePolicyDraft.draft.rules[0].then.fee.amount"))
                .isEqualTo("4.50");
        assertThat(text(saved, "savePolicyDraft.draft.rules[0].when")).contains("item.reasonGroup");

        var tried = ask(
                """
                query($input: TryFactsInput!) { tryFacts(input: $input) { userErrors { field message }
                  result { outcome because effects undetermined trace { versionNumber outcome afterwards
                    facts { key label value }
                    rules { position truth sentence conditions { depth sentence truth factKey seen }
                      effects { kind sentence fate why } } } } } }
                """,
                Map.of(
                        "input",
                        Map.of(
                                "source",
                                "DRAFT",
                                "facts",
                                List.of(
                                        fact("item.reasonGroup", "SIZE"),
                                        fact("order.value", "99.99"),
                                        fact("item.daysSinceDelivery", "30")))));
        assertThat(text(tried, "tryFacts.result.outcome")).isEqualTo("APPROVE");
        assertThat(text(tried, "tryFacts.result.trace.rules[0].conditions[2].seen"))
                .isEqualTo("€99.99");
        assertThat(text(tried, "tryFacts.result.trace.rules[0].effects[0].fate"))
                .isEqualTo("WON");

        var publishing = Map.<String, Object>of(
                "input", Map.of("version", 1, "note", "Wrong size at once", "idempotencyKey", "k1"));
        var document = "mutation($input: PublishPolicyDraftInput!) { publishPolicyDraft(input: $input) {"
                + " version { id number note isLive } userErrors { field message code } } }";
        var first = text(ask(document, publishing), "publishPolicyDraft.version.id");
        assertThat(text(ask(document, publishing), "publishPolicyDraft.version.id"))
                .isEqualTo(first);

        var listed = ask(
                "query($id: ID!) { policyVersions(first: 1) { edges { node { id number isLive } } pageInfo { hasNextPage } }"
                        + " policy { live { number rules { name } } draft { version } } policyVersion(id: $id) { number }"
                        + " node(id: $id) { ... on PolicyVersion { note } } }",
                Map.of("id", first));
        assertThat(text(listed, "policyVersions.edges[0].node.number")).isEqualTo("1");
        assertThat(text(listed, "policyVersions.pageInfo.hasNextPage")).isEqualTo("true");
        assertThat(text(listed, "policy.live.rules[0].name")).isEqualTo("Wrong size");
        assertThat(text(listed, "node.note")).isEqualTo("Wrong size at once");
    }

    @Test
    void aMistakeIsRefusedWithItsPathAndNothingIsSaved() {
        var broken = Map.of(
                "name",
                "Broken",
                "when",
                Map.of("all", List.of(test("order.value", "WITHIN_DAYS", "30"))),
                "then",
                Map.of("keepItem", true));
        var answer = ask(
                "mutation($input: SavePolicyDraftInput!) { savePolicyDraft(input: $input) { draft { version }"
                        + " userErrors { field message code } } }",
                Map.of("input", Map.of("version", 0, "rules", List.of(WRONG_SIZE, broken))));
        assertThat(answer.field("savePolicyDraft.userErrors[0].field").toEntity(Object.class))
                .isEqualTo(List.of("rules", "1", "when", "all", "0", "test", "operator"));
        assertThat(text(ask("{ policy { draft { version } live { number } } }", Map.of()), "policy.live.number"))
                .isEqualTo("0");
    }

    @Test
    void aStoredDecisionShowsItsTrace() {
        var facts = Facts.none().choice(FactName.ITEM_REASON_GROUP, ReasonGroup.SIZE);
        var request = new JudgeRequest("R", Ids.next(), Instant.EPOCH, null, List.of(new ItemFacts(Ids.next(), facts)));
        var judgement = TenantContext.callAs(tenant, () -> policies.judge(request));
        var id = Objects.requireNonNull(judgement.items().getFirst().decision()).value();
        var answer = ask(
                "query($id: ID!) { policyDecision(id: $id) { id outcome because decidedAt byHand"
                        + " trace { versionNumber semantics facts { key value } rules { name } } } }",
                Map.of("id", GlobalId.of("PolicyDecision", id)));
        assertThat(text(answer, "policyDecision.outcome")).isEqualTo("REVIEW");
        assertThat(text(answer, "policyDecision.trace.facts[1].value")).isEqualTo("wrong size");
    }

    @Test
    void recipesComeInTheCurrencyOfTheShopAndInASafeOrder() {
        var answer = ask("{ ruleRecipes { key title explanation facts { key } rule { sentence } } }", Map.of());
        assertThat(text(answer, "ruleRecipes[0].key")).isEqualTo("statutory-withdrawal");
        assertThat(text(answer, "ruleRecipes[5].rule.sentence")).contains("under €100", "within 30 days");
    }

    @Test
    void whatTheApiGivesItTakesBackUnchanged() {
        var recipes = ask("""
                { ruleRecipes { rule { id name enabled isFinal when then {
                  decision { outcome shopperReason translations { locale text } } resolutions
                  fee { kind amount rate per } returnShipping keepItem evidence { photos comment } bonus { amount rate }
                  destination refundMoment tags team assignee priority } } } }
                """, Map.of());
        var rules = Objects.requireNonNull(recipes.field("ruleRecipes").toEntity(LIST_OF_OBJECTS)).stream()
                .map(recipe -> recipe.get("rule"))
                .toList();
        var saved = ask(
                "mutation($input: SavePolicyDraftInput!) { savePolicyDraft(input: $input) { userErrors { field message }"
                        + " draft { rules { id sentence then { decision { shopperReason translations { locale text } } } } } } }",
                Map.of("input", Map.of("version", 0, "rules", rules)));
        assertThat(text(saved, "savePolicyDraft.userErrors")).isEqualTo("[]");
        var before = ask(
                "{ ruleRecipes { rule { id sentence then { decision { shopperReason translations { locale text } } } } } }",
                Map.of());
        assertThat(text(before, "ruleRecipes")).contains("translations=[{locale=de, text=Dieser Artikel");
        for (var i = 0; i < rules.size(); i++) {
            assertThat(text(saved, "savePolicyDraft.draft.rules[" + i + "]"))
                    .isEqualTo(text(before, "ruleRecipes[" + i + "].rule"));
        }
    }

    @Test
    void whoeverMayOnlyReadChangesNothing() {
        var reader = Caller.staff(tenant, person, Set.of("rules:read"));
        var answer = ask(
                reader,
                "mutation($input: DiscardPolicyDraftInput!) { discardPolicyDraft(input: $input) { userErrors { code } } }",
                Map.of("input", Map.of("version", 1)));
        assertThat(answer.getErrors().getFirst().getMessage())
                .isEqualTo("You may not ask for Mutation.discardPolicyDraft");
        assertThat(ask(Caller.shopper(tenant, Ids.next(), Set.of()), "{ policy { live { number } } }", Map.of())
                        .getErrors())
                .isNotEmpty();
    }

    private ClientGraphQlResponse ask(String document, Map<String, Object> variables) {
        var answer = ask(
                Caller.staff(tenant, person, Set.of("rules:read", "rules:write", "returns:read")), document, variables);
        assertThat(answer.getErrors()).isEmpty();
        return answer;
    }

    private ClientGraphQlResponse ask(Caller caller, String document, Map<String, Object> variables) {
        return TenantContext.callAs(
                tenant,
                () -> caller.call(() ->
                        inProcessGraphQl.document(document).variables(variables).executeSync()));
    }

    private static String text(ClientGraphQlResponse answer, String path) {
        Object value = answer.field(path).getValue();
        return String.valueOf(value);
    }

    private static Map<String, Object> test(String fact, String operator, String... values) {
        return Map.of("test", Map.of("fact", fact, "operator", operator, "values", List.of(values)));
    }

    private static Map<String, Object> fact(String fact, String... values) {
        return Map.of("fact", fact, "values", List.of(values));
    }
}
