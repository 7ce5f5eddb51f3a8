package app.retour.rules.customfacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.api.Caller;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.rules.Policies;
import app.retour.rules.decisions.JudgeRequest;
import app.retour.rules.evaluation.ItemFacts;
import app.retour.rules.evaluation.ItemJudgement;
import app.retour.rules.evaluation.RuleFixtures;
import app.retour.rules.policy.Outcome;
import app.retour.rules.publishing.PolicyDrafts;
import app.retour.rules.publishing.WrittenRules;
import app.retour.rules.vocabulary.CustomFact;
import app.retour.rules.vocabulary.Fact;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactType;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import app.retour.tenants.NewTenant;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import retour.testkit.RetourTest;

@RetourTest
class CustomFactTests {
    @Autowired
    CustomFacts customFacts;

    @Autowired
    Policies policies;

    @Autowired
    PolicyDrafts drafts;

    @Autowired
    WrittenRules written;

    @Autowired
    Tenants tenants;

    private TenantId tenant = new TenantId(Ids.next());

    @BeforeEach
    void aMerchantAddsTheLoyaltyTierOfTheirShoppers() {
        tenant = tenants.open(NewTenant.of("Facts", "f-" + UUID.randomUUID(), "EUR", "Europe/Berlin", "en"));
        as(() -> customFacts.define(tier()));
    }

    @Test
    void anAttributeThatWasPushedDecides() {
        publishApprovalOfGold();
        var gold = as(() -> customFacts.read(Facts.none(), null, Map.of("tier", List.of(" GOLD "))));
        var silver = as(() -> customFacts.read(Facts.none(), null, Map.of("tier", List.of("silver"))));
        assertThat(judged(gold).outcome()).isEqualTo(Outcome.APPROVE);
        assertThat(judged(silver).outcome()).isEqualTo(Outcome.REVIEW);
        assertThat(judged(silver).because()).startsWith("No rule decided");
    }

    @Test
    void anAttributeThatNobodyPushedIsUnknownAndNamed() {
        publishApprovalOfGold();
        var ofOrder = as(() -> customFacts.read(Facts.none(), Map.of("tier", List.of("gold")), Map.of()));
        for (var nothing : List.of(Facts.none(), ofOrder)) {
            assertThat(judged(nothing).outcome()).isEqualTo(Outcome.REVIEW);
            assertThat(judged(nothing).because()).contains("the loyalty tier");
        }
    }

    @Test
    void whatIsNoValueOfTheTypeIsUnknown() {
        as(() -> customFacts.define(new CustomFacts.Definition(
                "points", FactType.COUNT, "the points", null, CustomFact.Source.ORDER, "points", false)));
        var points = (CustomFact)
                as(() -> customFacts.vocabulary().byKey("custom.points")).orElseThrow();
        for (var wrong : List.of(List.of("many"), List.of("1.5"), List.of("1", "2"), List.<String>of())) {
            assertThat(as(() -> customFacts.read(Facts.none(), Map.of("points", wrong), null))
                            .get(points))
                    .isEqualTo(FactValue.UNKNOWN);
        }
        assertThat(as(() -> customFacts.read(Facts.none(), Map.of("points", List.of("12")), null))
                        .get(points))
                .isEqualTo(RuleFixtures.number(12));
    }

    @Test
    void aStoredDecisionRecomputesWithItAndItsTraceShowsIt() {
        publishApprovalOfGold();
        var facts = as(() -> customFacts.read(Facts.none(), null, Map.of("tier", List.of("gold"))));
        var item = judged(facts);
        as(() -> customFacts.archive("custom.tier", true));
        var trace = as(() -> policies.trace(java.util.Objects.requireNonNull(item.decision())));
        assertThat(trace.outcome()).isEqualTo(Outcome.APPROVE);
        assertThat(trace.facts()).anySatisfy(seen -> {
            assertThat(seen.fact().key()).isEqualTo("custom.tier");
            assertThat(seen.value()).isEqualTo("“gold”");
        });
        assertThat(as(() -> customFacts.vocabulary()).offered())
                .extracting(Fact::key)
                .doesNotContain("custom.tier")
                .hasSize(FactName.values().length);
    }

    @Test
    void badDefinitionsNameTheField() {
        var long81 = "x".repeat(81);
        assertRefused(tier(), ErrorCode.TAKEN, "name");
        assertRefused(named("Tier"), ErrorCode.INVALID, "name");
        assertRefused(named("x.y"), ErrorCode.INVALID, "name");
        assertRefused(
                new CustomFacts.Definition("a", FactType.CHOICE, "a", null, CustomFact.Source.ORDER, "a", false),
                ErrorCode.INVALID,
                "type");
        assertRefused(
                new CustomFacts.Definition("a", FactType.TEXT, " ", null, CustomFact.Source.ORDER, "a", false),
                ErrorCode.REQUIRED,
                "label");
        assertRefused(
                new CustomFacts.Definition("a", FactType.TEXT, long81, null, CustomFact.Source.ORDER, "a", false),
                ErrorCode.TOO_LARGE,
                "label");
    }

    @Test
    void anotherTenantNeitherSeesNorReadsIt() {
        var stranger = tenants.open(NewTenant.of("Other", "f-" + UUID.randomUUID(), "EUR", "Europe/Berlin", "en"));
        assertThat(TenantContext.callAs(stranger, () -> customFacts.all())).isEmpty();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> TenantContext.callAs(stranger, () -> written.explain(approvalOfGold())));
    }

    private void assertRefused(CustomFacts.Definition definition, ErrorCode code, String field) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(() -> customFacts.define(definition)))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    assertThat(refused.field()).containsExactly("fact", field);
                });
    }

    private static CustomFacts.Definition named(String name) {
        return new CustomFacts.Definition(name, FactType.TEXT, "a", null, CustomFact.Source.ORDER, "a", false);
    }

    private static CustomFacts.Definition tier() {
        return new CustomFacts.Definition(
                "tier", FactType.TEXT, "the loyalty tier", null, CustomFact.Source.SHOPPER, "tier", true);
    }

    private void publishApprovalOfGold() {
        as(() -> {
            drafts.save(0, approvalOfGold());
            return drafts.publish(drafts.analysed(1), "Gold is approved");
        });
    }

    private static List<Object> approvalOfGold() {
        return List.of(Map.of(
                "name",
                "Gold",
                "when",
                Map.of(
                        "all",
                        List.of(Map.of(
                                "test",
                                Map.of("fact", "custom.tier", "operator", "EQUALS", "values", List.of("Gold"))))),
                "then",
                Map.of("decision", Map.of("outcome", "APPROVE"))));
    }

    private ItemJudgement judged(Facts facts) {
        var request = new JudgeRequest(
                "Return",
                Ids.next(),
                Instant.parse("2026-11-23T09:00:00Z"),
                null,
                List.of(new ItemFacts(Ids.next(), facts)));
        return as(() -> policies.judge(request)).items().getFirst();
    }

    private <T> T as(Supplier<T> action) {
        return TenantContext.callAs(
                tenant,
                () -> Caller.staff(tenant, Ids.next(), Set.of("rules:write")).call(action::get));
    }
}
