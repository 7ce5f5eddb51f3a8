package app.retour.returns;

import static app.retour.returns.AMerchant.APPROVE_ALL;
import static app.retour.returns.AMerchant.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.kernel.TenantId;
import app.retour.rules.publishing.PolicyDrafts;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.client.ClientGraphQlResponse;
import org.springframework.graphql.client.GraphQlClient;
import retour.testkit.RetourTest;

@RetourTest
class TryingWhatWasDecidedTests {
    private static final Map<String, Object> REJECT_SHIRTS = Map.of(
            "name",
            "no shirts",
            "when",
            Map.of(
                    "all",
                    List.of(Map.of(
                            "test", Map.of("fact", "item.sku", "operator", "EQUALS", "values", List.of("SHIRT-M"))))),
            "then",
            Map.of("decision", Map.of("outcome", "REJECT", "shopperReason", "No shirts")));

    @Autowired
    AMerchant merchant;

    @Autowired
    PolicyDrafts drafts;

    @Autowired
    GraphQlClient inProcessGraphQl;

    @Test
    void aPastDecisionIsJudgedByDraftAndLiveSideBySide() {
        var tenant = merchant.opens();
        var decision = aShirtThatWasApproved(tenant);
        as(tenant, () -> drafts.save(0, List.of(REJECT_SHIRTS)));

        var tried = staff(
                tenant,
                """
                query($live: TryDecisionInput!, $draft: TryDecisionInput!, $id: ID!) {
                  live: tryDecision(input: $live) { result { outcome } userErrors { code } }
                  draft: tryDecision(input: $draft) {
                    result { outcome trace { versionNumber rules { conditions { seen } } facts { key value values } } } }
                  policyDecision(id: $id) { item { rmaNumber title sku quantity returnId } } }""",
                Map.of(
                        "live", Map.of("source", "LIVE", "decisionId", decision),
                        "draft", Map.of("source", "DRAFT", "decisionId", decision),
                        "id", decision));

        assertThat(tried.getErrors()).isEmpty();
        assertThat(tried.field("live.result.outcome").<String>getValue()).isEqualTo("APPROVE");
        assertThat(tried.field("draft.result.outcome").<String>getValue()).isEqualTo("REJECT");
        assertThat(tried.field("draft.result.trace.versionNumber").<Integer>getValue())
                .isNull();
        assertThat(tried.field("draft.result.trace.facts").toEntityList(Map.class))
                .contains(
                        Map.of("key", "item.sku", "value", "“SHIRT-M”", "values", List.of("SHIRT-M")),
                        Map.of("key", "item.value", "value", "€60", "values", List.of("60.00")));
        assertThat(tried.field("policyDecision.item.rmaNumber").<String>getValue())
                .isEqualTo("R-1001");
        assertThat(tried.field("policyDecision.item.quantity").<Integer>getValue())
                .isEqualTo(2);
    }

    @Test
    void aDecisionOfAnotherMerchantCannotBeTried() {
        var decision = aShirtThatWasApproved(merchant.opens());
        var tried = staff(
                merchant.opens(),
                "query($in: TryDecisionInput!) { tryDecision(input: $in) { result { outcome } userErrors { code } } }",
                Map.of("in", Map.of("source", "LIVE", "decisionId", decision)));
        assertThat(tried.field("tryDecision.userErrors[0].code").<String>getValue())
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void theChangesOfABackTestAreAFileThatNamesTheReturns() {
        var tenant = merchant.opens();
        aShirtThatWasApproved(tenant);
        as(tenant, () -> drafts.save(0, List.of(REJECT_SHIRTS)));
        var started = staff(
                tenant,
                "mutation { startBackTest(input: {days: 30, idempotencyKey: \"b\"}) { backTest { id } userErrors { message } } }",
                Map.of());
        var test = Map.<String, Object>of(
                "id",
                Objects.requireNonNull(
                        started.field("startBackTest.backTest.id").<String>getValue()));
        await().atMost(Duration.ofMinutes(3))
                .until(() -> "DONE"
                        .equals(staff(tenant, "query($id: ID!) { backTest(id: $id) { state } }", test)
                                .field("backTest.state")
                                .<String>getValue()));
        var file = Objects.requireNonNull(staff(tenant, "query($id: ID!) { backTest(id: $id) { changesFile } }", test)
                .field("backTest.changesFile")
                .<String>getValue());
        assertThat(file.lines()).hasSize(2);
        assertThat(file.lines().toList().getLast())
                .startsWith("\"R-1001\",\"#")
                .contains("\"Linen shirt\",\"M\",\"SHIRT-M\",\"2\",\"60.00\",\"EUR\"")
                .endsWith("\"Approved\",\"Rejected\"");
    }

    /** @return the decision's id */
    private String aShirtThatWasApproved(TenantId tenant) {
        var order = as(tenant, () -> {
            merchant.publishes(APPROVE_ALL);
            return merchant.sold(3, 5);
        });
        var line = Map.of(
                "orderLineId",
                GlobalId.of("OrderLine", order.lines().getFirst().id().value()),
                "quantity",
                2,
                "reason",
                "too_small");
        var asked = staff(
                tenant,
                "mutation($input: RequestReturnInput!) { requestReturn(input: $input) {"
                        + " return { items { decisions { decisionId } } } userErrors { message } } }",
                Map.of(
                        "input",
                        Map.of(
                                "orderId",
                                GlobalId.of("Order", order.id().value()),
                                "idempotencyKey",
                                "k",
                                "items",
                                List.of(line))));
        return Objects.requireNonNull(asked.field("requestReturn.return.items[0].decisions[0].decisionId")
                .<String>getValue());
    }

    private ClientGraphQlResponse staff(TenantId tenant, String document, Map<String, Object> given) {
        var scopes = Set.of("returns:read", "returns:write", "rules:read", "rules:write", "orders:read");
        return TenantContext.callAs(
                tenant,
                () -> Caller.staff(tenant, UUID.randomUUID(), scopes)
                        .call(() -> inProcessGraphQl
                                .document(document)
                                .variables(given)
                                .executeSync()));
    }
}
