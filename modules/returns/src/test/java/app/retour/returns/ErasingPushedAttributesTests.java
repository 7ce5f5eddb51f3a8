package app.retour.returns;

import static app.retour.returns.AMerchant.SHOPPER;
import static app.retour.returns.AMerchant.as;
import static app.retour.returns.AMerchant.wants;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.orders.Attributes;
import app.retour.orders.Order;
import app.retour.orders.shoppers.ShopperId;
import app.retour.returns.status.Headline;
import app.retour.rules.Policies;
import app.retour.rules.Recomputation;
import app.retour.rules.customfacts.CustomFacts;
import app.retour.rules.evaluation.DecisionId;
import app.retour.rules.policy.Outcome;
import app.retour.rules.vocabulary.CustomFact;
import app.retour.rules.vocabulary.FactType;
import app.retour.tenants.tenancy.TenantContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import retour.testkit.RetourTest;

/** What was pushed of a shopper goes, what was decided stays. */
@RetourTest
class ErasingPushedAttributesTests {
    private static final Map<String, Object> GOLD_IS_APPROVED = Map.of(
            "name",
            "Gold",
            "when",
            Map.of("test", Map.of("fact", "custom.tier", "operator", "EQUALS", "values", List.of("gold"))),
            "then",
            Map.of("decision", Map.of("outcome", "APPROVE")));

    @Autowired
    AMerchant merchant;

    @Autowired
    Returns returns;

    @Autowired
    ShopperAttributes shopperAttributes;

    @Autowired
    CustomFacts customFacts;

    @Autowired
    Attributes attributes;

    @Autowired
    Policies policies;

    @Autowired
    Recomputation recomputation;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    private TenantId tenant = new TenantId(UUID.randomUUID());
    private UUID shopper = UUID.randomUUID();
    private DecisionId decision = new DecisionId(UUID.randomUUID());

    @BeforeEach
    void aGoldShopperIsApprovedForIt() {
        tenant = merchant.opens();
        as(tenant, () -> {
            define("tier", CustomFact.Source.SHOPPER, true);
            define("store", CustomFact.Source.ORDER, false);
            merchant.publishes(GOLD_IS_APPROVED);
            var order = merchant.sold(2, 40);
            shopper = Objects.requireNonNull(order.shopper()).value();
            attributes.push(new ShopperId(shopper), List.of(new Attributes.Pushed("tier", List.of("gold"))));
            attributes.push(order.id(), List.of(new Attributes.Pushed("store", List.of("Kiel"))));
            decision = judged(order);
            return true;
        });
    }

    @Test
    void theAttributesAndThePersonalFactsGoAndTheOthersStay() {
        as(tenant, () -> {
            assertThat(shopperAttributes.erase(shopper)).isEqualTo(new ShopperAttributes.Erased(2, 1));
            assertThat(shopperAttributes.erase(shopper)).isEqualTo(new ShopperAttributes.Erased(0, 0));
            assertThat(stored()).contains("Kiel").doesNotContain("gold");
            assertThat(policies.decision(decision).orElseThrow().erasedFacts()).containsExactly("custom.tier");
            return true;
        });
    }

    @Test
    void theDecisionStandsAndItsTraceSaysWhatWasBlanked() {
        as(tenant, () -> {
            shopperAttributes.erase(shopper);
            var trace = policies.trace(decision);
            assertThat(trace.outcome()).isEqualTo(Outcome.APPROVE);
            assertThat(trace.because()).contains("blanked at erasure (custom.tier)", "cannot be recomputed");
            assertThat(trace.afterwards()).last().asString().contains("blanked at erasure");
            assertThat(trace.rules().getFirst().conditions())
                    .extracting(condition -> condition.seen())
                    .containsExactly("blanked at erasure");
            assertThat(trace.toString()).doesNotContain("gold,");
            return true;
        });
    }

    @Test
    void recomputingCountsItApartInsteadOfCallingItDifferent() {
        as(tenant, () -> {
            shopperAttributes.erase(shopper);
            var report = recomputation.current();
            assertThat(report.decisions()).isEqualTo(1);
            assertThat(report.erased()).isEqualTo(1);
            assertThat(report.differing()).isZero();
            return true;
        });
    }

    @Test
    void aDecisionWhoseRulesReadNothingOfItStillRecomputes() {
        var plain = merchant.opens();
        as(plain, () -> {
            define("tier", CustomFact.Source.SHOPPER, true);
            merchant.publishes(AMerchant.APPROVE_ALL);
            var order = merchant.sold(1, 40);
            var shopper = Objects.requireNonNull(order.shopper());
            attributes.push(shopper, List.of(new Attributes.Pushed("tier", List.of("gold"))));
            var made = judged(order);
            shopperAttributes.erase(shopper.value());
            assertThat(recomputation.current().erased()).isZero();
            assertThat(policies.trace(made).because()).doesNotContain("blanked");
            assertThat(policies.trace(made).afterwards()).last().asString().contains("blanked at erasure");
            return true;
        });
    }

    @Test
    void nobodyElsesShopperIsTouched() {
        var other = merchant.opens();
        as(other, () -> {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> shopperAttributes.erase(shopper))
                    .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.NOT_FOUND));
            return true;
        });
        assertThat(as(tenant, this::stored)).contains("gold");
    }

    private void define(String name, CustomFact.Source source, boolean personal) {
        customFacts.define(
                new CustomFacts.Definition(name, FactType.TEXT, "the " + name, null, source, name, personal));
    }

    private DecisionId judged(Order order) {
        var made = returns.request(wants(order, 1, "too_small"), SHOPPER);
        assertThat(made.headline()).isEqualTo(Headline.APPROVED);
        var judged = returns.judgements(made.items().getFirst().itemId()).getFirst();
        return new DecisionId(Objects.requireNonNull(judged.policyDecision()));
    }

    private String stored() {
        return Objects.requireNonNull(
                transactions.execute(_ -> jdbc.sql("select facts::text from rules.decision where tenant_id = ?")
                        .param(TenantContext.current().value())
                        .query(String.class)
                        .single()));
    }
}
