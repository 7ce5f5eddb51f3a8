package app.retour.rules;

import static app.retour.rules.evaluation.RuleFixtures.wrongSize;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.Actor;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.rules.decisions.DecisionByHand;
import app.retour.rules.decisions.JudgeRequest;
import app.retour.rules.documents.PolicyWriter;
import app.retour.rules.evaluation.ItemFacts;
import app.retour.rules.evaluation.RuleFixtures;
import app.retour.rules.evaluation.Trace;
import app.retour.rules.policy.Effects;
import app.retour.rules.policy.Outcome;
import app.retour.rules.publishing.PolicyDrafts;
import app.retour.rules.publishing.PolicySource;
import app.retour.rules.publishing.PolicyVersion;
import app.retour.rules.publishing.PolicyVersions;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.Facts;
import app.retour.tenants.NewTenant;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import retour.testkit.RetourTest;

@RetourTest
class PoliciesTests {
    private static final Instant SUBMITTED = Instant.parse("2026-11-23T09:00:00Z");

    @Autowired
    Policies policies;

    @Autowired
    PolicyDrafts drafts;

    @Autowired
    PolicyVersions versions;

    @Autowired
    Tenants tenants;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private TenantId tenant = new TenantId(Ids.next());

    @BeforeEach
    void aMerchantOpensAnAccount() {
        var slug = "rules-" + UUID.randomUUID().toString().substring(0, 13);
        tenant = tenants.open(NewTenant.of("Rules", slug, "EUR", "Europe/Berlin", "en"));
    }

    @Test
    void aNewTenantSendsEverythingToReview() {
        var judgement = judged(wrongSize("50.00", 3));
        var item = judgement.items().getFirst();
        assertThat(item.outcome()).isEqualTo(Outcome.REVIEW);
        assertThat(item.because()).isEqualTo("No rule decided; what no rule decides goes to review");
        assertThat(item.effects()).isEqualTo(Effects.DEFAULTS);
        assertThat(judgement.version()).isEqualTo(as(policies::liveVersion));
        assertThat(as(drafts::live).number()).isZero();
        assertThat(as(drafts::live).isLive()).isTrue();
    }

    @Test
    void firstDecisionsOfManyRequestsAtOnceAgreeOnTheFirstVersion() throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            List<Callable<Judgement>> asked = IntStream.range(0, 16)
                    .<Callable<Judgement>>mapToObj(_ -> () -> judged(wrongSize("50.00", 3)))
                    .toList();
            for (var answer : pool.invokeAll(asked)) {
                assertThat(answer.get().version()).isEqualTo(as(policies::liveVersion));
            }
        }
    }

    @Test
    void whatIsPublishedJudgesAndWhatIsDraftedDoesNot() {
        var draft = as(() -> drafts.save(0, List.of(wrongSizeRule())));
        assertThat(draft.version()).isEqualTo(1);
        assertThat(outcome(wrongSize("50.00", 3))).isEqualTo(Outcome.REVIEW);
        assertThat(tried(PolicySource.DRAFT)).isEqualTo(Outcome.APPROVE);
        assertThat(tried(PolicySource.LIVE)).isEqualTo(Outcome.REVIEW);

        var published = as(() -> drafts.publish(drafts.analysed(1), "Wrong size at once"));
        assertThat(published.number()).isEqualTo(1);
        assertThat(outcome(wrongSize("50.00", 30))).isEqualTo(Outcome.APPROVE);
        assertThat(outcome(wrongSize("50.00", 31))).isEqualTo(Outcome.REVIEW);
        assertThat(outcome(wrongSize("100.00", 30))).isEqualTo(Outcome.REVIEW);
        assertThat(as(drafts::current)).isEmpty();
        assertThat(as(() -> versions.all(ScrollPosition.keyset(), 10)).getContent())
                .extracting(PolicyVersion::number)
                .containsExactly(1, 0);
    }

    @Test
    void judgingAgainUsesTheVersionOfTheFirstTime() {
        publish(List.of(wrongSizeRule()));
        var first = judged(wrongSize("50.00", 3));
        publish(List.of());
        assertThat(outcome(wrongSize("50.00", 3))).isEqualTo(Outcome.REVIEW);
        var again = as(() -> policies.judge(new JudgeRequest(
                "Return",
                Ids.next(),
                SUBMITTED,
                first.version(),
                List.of(new ItemFacts(Ids.next(), wrongSize("50.00", 3))))));
        assertThat(again.items().getFirst().outcome()).isEqualTo(Outcome.APPROVE);
        assertThat(again.version()).isEqualTo(first.version());
    }

    @Test
    void aStoredDecisionRecomputesToItselfAfterThePolicyChanged() {
        publish(List.of(wrongSizeRule()));
        var decision = judged(wrongSize("50.00", 3)).items().getFirst();
        var id = java.util.Objects.requireNonNull(decision.decision());
        publish(List.of());
        var trace = as(() -> policies.trace(id));
        assertThat(trace.outcome()).isEqualTo(Outcome.APPROVE);
        assertThat(trace.because()).isEqualTo(decision.because());
        assertThat(trace.versionNumber()).isEqualTo(1);
        assertThat(trace.rules().getFirst().conditions())
                .extracting(Trace.ConditionTrace::seen)
                .contains("wrong size", "€50", "3 days");
        assertThat(trace.facts()).hasSize(FactName.values().length);
    }

    @Test
    void everyFactOfTheVocabularyIsStoredAndTheUnknownOnesAreMarked() {
        judged(wrongSize("50.00", 3));
        var stored = as(() -> new TransactionTemplate(transactions)
                .execute(_ -> jdbc.sql("select key, value::text from rules.decision, jsonb_each(facts)")
                        .query((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                        .list()));
        assertThat(stored)
                .hasSize(FactName.values().length)
                .contains(Map.entry("item.reasonGroup", "\"SIZE\""), Map.entry("item.sku", "null"))
                .filteredOn(fact -> !fact.getValue().equals("null"))
                .hasSize(3);
    }

    @Test
    void aPreviewStoresNothing() {
        var preview = as(() -> policies.preview(List.of(new ItemFacts(Ids.next(), wrongSize("50.00", 3)))));
        assertThat(preview.items().getFirst().decision()).isNull();
        assertThat(preview.version()).isEqualTo(as(policies::liveVersion));
    }

    @Test
    void aPersonsDecisionStandsBesideThePolicysAndKeepsItsFacts() {
        var item = judged(wrongSize("50.00", 3)).items().getFirst();
        var byHand = as(() -> policies.decideByHand(new DecisionByHand(
                "Return",
                Ids.next(),
                item.itemRef(),
                item.decision(),
                Outcome.REJECT,
                true,
                new Actor(Actor.Kind.STAFF, "somebody"),
                SUBMITTED)));
        var stored = as(() -> policies.decision(byHand)).orElseThrow();
        assertThat(stored.byHand()).isTrue();
        assertThat(stored.outcome()).isEqualTo(Outcome.REJECT);
        assertThat(as(() -> policies.trace(byHand)).outcome()).isEqualTo(Outcome.REVIEW);
    }

    @Test
    void anotherTenantSeesNeitherDecisionNorVersionNorDraft() {
        publish(List.of(wrongSizeRule()));
        as(() -> drafts.save(0, List.of()));
        var version = as(policies::liveVersion);
        var decision = java.util.Objects.requireNonNull(
                judged(wrongSize("50.00", 3)).items().getFirst().decision());
        aMerchantOpensAnAccount();
        assertThat(as(() -> policies.decision(decision))).isEmpty();
        assertThat(as(() -> versions.find(version))).isEmpty();
        assertThat(as(drafts::current)).isEmpty();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> as(() -> policies.trace(decision)));
        assertThat(outcome(wrongSize("50.00", 3))).isEqualTo(Outcome.REVIEW);
    }

    private void publish(List<Object> rules) {
        as(() -> drafts.publish(drafts.analysed(drafts.save(0, rules).version()), "For a test"));
    }

    private Outcome tried(PolicySource source) {
        return as(() -> policies.tryOut(source, List.of(new ItemFacts(Ids.next(), wrongSize("50.00", 3)))))
                .getFirst()
                .judgement()
                .outcome();
    }

    private Outcome outcome(Facts facts) {
        return judged(facts).items().getFirst().outcome();
    }

    private Judgement judged(Facts facts) {
        return as(() -> policies.judge(
                new JudgeRequest("Return", Ids.next(), SUBMITTED, null, List.of(new ItemFacts(Ids.next(), facts)))));
    }

    private <T> T as(Supplier<T> action) {
        return TenantContext.callAs(tenant, action);
    }

    private static Map<String, Object> wrongSizeRule() {
        var rule = RuleFixtures.wrongSizeUnder100Within30Days();
        return Map.of(
                "name",
                rule.name(),
                "when",
                PolicyWriter.write(rule.when()),
                "then",
                PolicyWriter.effects(rule.then()));
    }
}
