package app.retour.rules;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.Caller;
import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.rules.decisions.JudgeRequest;
import app.retour.rules.documents.PolicyWriter;
import app.retour.rules.evaluation.ItemFacts;
import app.retour.rules.evaluation.ItemJudgement;
import app.retour.rules.evaluation.RuleFixtures;
import app.retour.rules.policy.Resolution;
import app.retour.rules.publishing.PolicyDraft;
import app.retour.rules.publishing.PolicyDrafts;
import app.retour.rules.publishing.Recipe;
import app.retour.rules.publishing.Recipes;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.LegalBasis;
import app.retour.tenants.NewTenant;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import retour.testkit.RetourTest;
import retour.testkit.TestClock;

@RetourTest
class RecomputingTests {
    private static final List<Recipe> RECIPES = Recipes.in(Currency.getInstance("EUR"));

    @Autowired
    Recomputation recomputation;

    @Autowired
    Policies policies;

    @Autowired
    PolicyDrafts drafts;

    @Autowired
    Tenants tenants;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private TenantId tenant = new TenantId(Ids.next());

    @BeforeEach
    void aShopDecidesByTwoVersions() {
        tenant = tenants.open(NewTenant.of("Again", "a-" + UUID.randomUUID(), "EUR", "Europe/Berlin", "en"));
        for (var recipe : RECIPES) {
            var draft = as(drafts::current);
            as(() ->
                    drafts.save(draft.map(PolicyDraft::version).orElse(0), PolicyWriter.write(List.of(recipe.rule()))));
            as(() -> drafts.publish(
                    drafts.analysed(draft.map(PolicyDraft::version).orElse(1)), "Another"));
            for (var facts : Requests.SAMPLE) {
                judged(facts);
            }
        }
    }

    @Test
    void everyStoredDecisionRecomputesToItself() {
        var report = as(recomputation::current);
        assertThat(report.decisions()).isEqualTo((long) Requests.SAMPLE.size() * RECIPES.size());
        assertThat(report.differing()).isZero();
        assertThat(recomputation.all().decisions()).isGreaterThanOrEqualTo(report.decisions());
    }

    @Test
    void aDecisionThatNoLongerFollowsFromItsFactsIsNamed() {
        var decision = Objects.requireNonNull(
                judged(RuleFixtures.wrongSize("20.00", 3)).decision());
        var forged = as(() -> new TransactionTemplate(transactions)
                .execute(_ ->
                        jdbc.sql("""
                                insert into rules.decision (id, subject_type, subject_id, item_ref, policy_version_id, facts,
                                    raised_guards, outcome, by_hand, actor_kind, submitted_at, decided_at)
                                select gen_random_uuid(), subject_type, subject_id, item_ref, policy_version_id, facts,
                                    raised_guards, case outcome when 'REVIEW' then 'REJECT' else 'REVIEW' end,
                                    by_hand, actor_kind, submitted_at, decided_at
                                from rules.decision where id = ? returning id
                                """).param(decision.value()).query(UUID.class).single()));
        var report = as(recomputation::current);
        assertThat(report.differing()).isEqualTo(1);
        assertThat(report.different().getFirst().decision().value()).isEqualTo(forged);
    }

    private static final class Requests {
        static final List<Facts> SAMPLE = List.of(
                Facts.none(),
                RuleFixtures.wrongSize("20.00", 3),
                RuleFixtures.wrongSize("120.00", 3),
                RuleFixtures.wrongSize("20.00", 31),
                RuleFixtures.wrongSize("20.00", 3)
                        .texts(FactName.SHOPPER_TAGS, List.of("VIP"))
                        .choice(FactName.ITEM_REQUESTED_RESOLUTION, Resolution.EXCHANGE),
                RuleFixtures.wrongSize("20.00", 3).choice(FactName.LEGAL_BASIS, LegalBasis.WITHDRAWAL),
                RuleFixtures.wrongSize("20.00", 3)
                        .flag(FactName.ITEM_FINAL_SALE, true)
                        .choice(FactName.LEGAL_BASIS, LegalBasis.GOODWILL));
    }

    private ItemJudgement judged(Facts facts) {
        var request = new JudgeRequest(
                "Return", Ids.next(), clock.instant(), null, List.of(new ItemFacts(Ids.next(), facts)));
        return as(() -> policies.judge(request)).items().getFirst();
    }

    private <T> T as(Supplier<T> action) {
        return TenantContext.callAs(
                tenant,
                () -> Caller.staff(tenant, Ids.next(), Set.of("rules:write")).call(action::get));
    }
}
