package app.retour.rules.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.Caller;
import app.retour.api.GlobalId;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.client.ClientGraphQlResponse;
import org.springframework.graphql.client.GraphQlClient;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import retour.testkit.RetourTest;

@RetourTest
class AnalysisOverGraphQlTests {
    private static final String ANALYSE = """
            query($input: AnalysePolicyInput!) { analysePolicy(input: $input) { userErrors { field message code }
              analysis { unfinished findings { kind severity words effect paths mayGo rules { position ruleId name }
                witness { fact values label seen } } } } }
            """;
    private static final ParameterizedTypeReference<List<Map<String, Object>>> LIST_OF_OBJECTS =
            new ParameterizedTypeReference<>() {};

    @Autowired
    GraphQlClient inProcessGraphQl;

    @Autowired
    Tenants tenants;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private TenantId tenant = new TenantId(Ids.next());

    @BeforeEach
    void aMerchantOpensAnAccount() {
        var slug = "analysis-" + UUID.randomUUID().toString().substring(0, 13);
        tenant = tenants.open(NewTenant.of("Analysis", slug, "EUR", "Europe/Berlin", "en"));
    }

    @Test
    void findingsComeWithPathsAndWithAWitnessThatCanBeTriedAsItIs() {
        var never = rule(
                "Never",
                Map.of("outcome", "APPROVE"),
                test("item.value", "GREATER_THAN", "100.00"),
                test("order.value", "LESS_THAN", "50.00"));
        var refusal = rule(
                "Final sale",
                Map.of("outcome", "REJECT", "shopperReason", "Sold as final sale"),
                test("item.finalSale", "EQUALS", "true"));
        var rules = List.of(never, refusal);
        var answer = ask(ANALYSE, Map.of("source", "DRAFT", "rules", rules));
        var findings = findings(answer);
        var dead = of("NEVER_MATCHES", findings);
        assertThat(dead).containsEntry("severity", "ERROR").containsEntry("witness", null);
        assertThat(dead.get("paths"))
                .isEqualTo(
                        List.of(List.of("rules", "0", "when", "all", "0"), List.of("rules", "0", "when", "all", "1")));

        var risk = of("STATUTORY_RISK", findings);
        assertThat(risk).containsEntry("severity", "WARNING");
        var facts = ((List<?>) Objects.requireNonNull(risk.get("witness")))
                .stream()
                        .map(fact -> (Map<?, ?>) fact)
                        .map(fact -> Map.of(
                                "fact", Objects.requireNonNull(fact.get("fact")),
                                "values", Objects.requireNonNull(fact.get("values"))))
                        .toList();
        var tried = ask(
                "query($input: TryFactsInput!) { tryFacts(input: $input) { userErrors { message }"
                        + " result { outcome trace { afterwards } } } }",
                Map.of("source", "DRAFT", "rules", rules, "facts", facts));
        assertThat(String.valueOf((Object) tried.field("tryFacts").getValue()))
                .contains("outcome=REVIEW", "statutory right that rules never refuse");
    }

    @Test
    void noShopIsShownTheWordsOfAnother() {
        var secret = rule(
                "Secret", Map.of("outcome", "REJECT", "shopperReason", "No"), test("item.vendor", "EQUALS", "Geheim"));
        assertThat(shown(secret)).contains("Geheim");
        aMerchantOpensAnAccount();
        var open = rule(
                "Known", Map.of("outcome", "REJECT", "shopperReason", "No"), test("item.vendor", "STARTS_WITH", "G"));
        assertThat(shown(open)).contains("item.vendor").doesNotContain("Geheim");
    }

    private String shown(Map<String, Object> rule) {
        var findings = findings(ask(ANALYSE, Map.of("source", "DRAFT", "rules", List.of(rule))));
        return String.valueOf(of("STATUTORY_RISK", findings).get("witness"));
    }

    @Test
    void aMistakeInTheRulesIsRefusedWithItsPath() {
        var broken = rule("Broken", Map.of("outcome", "APPROVE"), test("order.value", "WITHIN_DAYS", "30"));
        var answer = ask(ANALYSE, Map.of("source", "DRAFT", "rules", List.of(broken)));
        assertThat(answer.field("analysePolicy.userErrors[0].field").toEntity(Object.class))
                .isEqualTo(List.of("rules", "0", "when", "all", "0", "test", "operator"));
        var known = ask(ANALYSE, Map.of("source", "LIVE", "neverSupplied", List.of("order.date")));
        assertThat(known.field("analysePolicy.userErrors[0].field").toEntity(Object.class))
                .isEqualTo(List.of("neverSupplied", "0"));
    }

    @Test
    void aFactThatTheShopNeverGetsMakesItsComparisonsUnknown() {
        var rules = List.of(rule("Shop", Map.of("outcome", "APPROVE"), test("order.channel", "EQUALS", "pos")));
        var answer = ask(ANALYSE, Map.of("source", "DRAFT", "rules", rules, "neverSupplied", List.of("order.channel")));
        assertThat(findings(answer)).extracting(found -> found.get("kind")).contains("ALWAYS_UNKNOWN");
    }

    @Test
    void whatTheMerchantMarkedAsNeverSuppliedIsToldAndTheAnalysisCountsOnItUntilTheyTakeItBack() {
        var rules = List.of(rule("Shop", Map.of("outcome", "APPROVE"), test("order.channel", "EQUALS", "pos")));
        assertThat(marked("order.channel", true)).contains("neverSupplied=true", "userErrors=[]");
        assertThat(findings(ask(ANALYSE, Map.of("source", "DRAFT", "rules", rules))))
                .extracting(found -> found.get("kind"))
                .contains("ALWAYS_UNKNOWN");
        assertThat(findings(ask(ANALYSE, Map.of("source", "DRAFT", "rules", rules, "neverSupplied", List.of()))))
                .as("an explicit list is taken at its word")
                .extracting(found -> found.get("kind"))
                .doesNotContain("ALWAYS_UNKNOWN");
        assertThat(marked("order.channel", false)).contains("neverSupplied=false");
        assertThat(findings(ask(ANALYSE, Map.of("source", "DRAFT", "rules", rules))))
                .extracting(found -> found.get("kind"))
                .doesNotContain("ALWAYS_UNKNOWN");
        assertThat(marked("order.date", true)).contains("INVALID", "always known");
        assertThat(marked("order.colour", true)).contains("NOT_FOUND");
    }

    private String marked(String key, boolean never) {
        var answer = ask(
                "mutation($input: MarkFactNeverSuppliedInput!) { markFactNeverSupplied(input: $input) {"
                        + " fact { key neverSupplied } userErrors { field message code } } }",
                Map.of("key", key, "neverSupplied", never));
        return String.valueOf((Object) answer.field("markFactNeverSupplied").getValue());
    }

    @Test
    void publishingTellsWhatWasFoundAndTheAuditCountsIt() {
        var same = test("item.reasonGroup", "EQUALS", "SIZE");
        var rules = List.of(
                rule("First", Map.of("outcome", "APPROVE"), same), rule("Again", Map.of("outcome", "REVIEW"), same));
        ask(
                "mutation($input: SavePolicyDraftInput!) { savePolicyDraft(input: $input) { userErrors { message } } }",
                Map.of("version", 0, "rules", rules));
        assertThat(of("SHADOWED", findings(ask(ANALYSE, Map.of("source", "DRAFT")))))
                .containsEntry("mayGo", true);
        var published = ask(
                "mutation($input: PublishPolicyDraftInput!) { publishPolicyDraft(input: $input) {"
                        + " version { publishedBy { personId } } analysis { findings { kind } } userErrors { message } } }",
                Map.of("version", 1, "note", "Twice", "idempotencyKey", "k1"));
        assertThat(String.valueOf((Object) published.field("publishPolicyDraft").getValue()))
                .contains("SHADOWED", "userErrors=[]");
        assertThat(GlobalId.parse(
                        String.valueOf((Object) published
                                .field("publishPolicyDraft.version.publishedBy.personId")
                                .getValue()),
                        "Person"))
                .as("named as the team is")
                .isNotNull();
        var audited = TenantContext.callAs(
                tenant,
                () -> new TransactionTemplate(transactions)
                        .execute(_ -> jdbc.sql(
                                        "select detail::text from tenants.audit_entry where tenant_id = ? and action = 'policy.published'")
                                .param(tenant.value())
                                .query(String.class)
                                .single()));
        assertThat(audited).contains("\"warning\": 1");
        assertThat(of("SHADOWED", findings(ask(ANALYSE, Map.of("source", "LIVE")))))
                .containsEntry("severity", "WARNING");
    }

    private static List<Map<String, Object>> findings(ClientGraphQlResponse answer) {
        assertThat(answer.field("analysePolicy.userErrors").toEntity(Object.class))
                .isEqualTo(List.of());
        return Objects.requireNonNull(
                answer.field("analysePolicy.analysis.findings").toEntity(LIST_OF_OBJECTS));
    }

    private static Map<String, Object> of(String kind, List<Map<String, Object>> findings) {
        return findings.stream()
                .filter(finding -> kind.equals(finding.get("kind")))
                .findFirst()
                .orElseThrow();
    }

    private ClientGraphQlResponse ask(String document, Map<String, Object> input) {
        var caller = Caller.staff(tenant, Ids.next(), Set.of("rules:read", "rules:write", "tenant:read"));
        var answer = TenantContext.callAs(
                tenant,
                () -> caller.call(() -> inProcessGraphQl
                        .document(document)
                        .variables(Map.of("input", input))
                        .executeSync()));
        assertThat(answer.getErrors()).isEmpty();
        return answer;
    }

    private static Map<String, Object> rule(String name, Map<String, Object> decision, Object... tests) {
        return Map.of("name", name, "when", Map.of("all", List.of(tests)), "then", Map.of("decision", decision));
    }

    private static Map<String, Object> test(String fact, String operator, String... values) {
        return Map.of("test", Map.of("fact", fact, "operator", operator, "values", List.of(values)));
    }
}
