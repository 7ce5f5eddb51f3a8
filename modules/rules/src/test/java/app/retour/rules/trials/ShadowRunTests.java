package app.retour.rules.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

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
import app.retour.rules.policy.Truth;
import app.retour.rules.publishing.PolicyDrafts;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.Facts;
import app.retour.tenants.NewTenant;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import retour.testkit.RetourTest;
import retour.testkit.TestClock;

@RetourTest
@TestPropertySource(properties = "retour.jobs.enabled=false")
class ShadowRunTests {
    @Autowired
    ShadowRuns shadows;

    @Autowired
    ShadowRunJob look;

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
    void aShopApprovesWhatIsUnder100AndDrafts70() {
        tenant = tenants.open(NewTenant.of("Shadow", "s-" + UUID.randomUUID(), "EUR", "Europe/Berlin", "en"));
        as(() -> drafts.save(0, approvalUnder("100.00")));
        as(() -> drafts.publish(drafts.analysed(1), "Under 100"));
        as(() -> drafts.save(0, approvalUnder("70.00")));
    }

    @Test
    void tellsWhatTheDraftWouldHaveSaidOfEverythingThatIsDecidedSinceItStarted() {
        judged("80.00");
        clock.advance(Duration.ofSeconds(1));
        var run = as(() -> shadows.start(14));
        for (var value : List.of("20.00", "80.00", "90.00", "150.00")) {
            judged(value);
            clock.advance(Duration.ofSeconds(1));
        }

        var seen = looked(run);

        assertThat(seen.state()).isEqualTo(ShadowRun.State.RUNNING);
        assertThat(seen.judged()).isEqualTo(4);
        assertThat(seen.changed()).isEqualTo(2);
        assertThat(seen.outcomes())
                .extracting(
                        BackTest.Outcomes::live,
                        BackTest.Outcomes::draft,
                        BackTest.Outcomes::count,
                        cell -> cell.value().toString())
                .containsExactlyInAnyOrder(
                        tuple(Outcome.APPROVE, Outcome.APPROVE, 1L, "€20.00"),
                        tuple(Outcome.APPROVE, Outcome.REVIEW, 2L, "€170.00"),
                        tuple(Outcome.REVIEW, Outcome.REVIEW, 1L, "€150.00"));
    }

    @Test
    void listsWhatComesOutOtherwiseTheNewestFirstWithBothTraces() {
        var run = as(() -> shadows.start(14));
        for (var value : List.of("71.00", "10.00", "72.00", "73.00")) {
            judged(value);
            clock.advance(Duration.ofSeconds(1));
        }
        looked(run);

        var first = as(() -> shadows.changes(run.id(), ScrollPosition.keyset(), 2));
        assertThat(first).extracting(BackTest.Change::value).containsExactly(euros("73.00"), euros("72.00"));
        var rest = as(() -> shadows.changes(run.id(), first.positionAt(1), 2));
        assertThat(rest).extracting(BackTest.Change::value).containsExactly(euros("71.00"));
        assertThat(rest.hasNext()).isFalse();

        var sides = as(() -> shadows.compare(
                run.id(), rest.getContent().getFirst().decision().id()));
        assertThat(sides.live().judgement().outcome()).isEqualTo(Outcome.APPROVE);
        assertThat(sides.live().trace().versionNumber()).isEqualTo(1);
        assertThat(sides.draft().judgement().outcome()).isEqualTo(Outcome.REVIEW);
        assertThat(sides.draft().trace().rules().getFirst().truth()).isEqualTo(Truth.FALSE);
    }

    @Test
    void aDecisionThatIsCommittedLongAfterLaterOnesIsNotMissed() {
        var run = as(() -> shadows.start(14));
        as(() -> inATransactionOfItsOwn(() -> {
            judgedHere("80.00");
            jdbc.sql("select pg_current_xact_id()").query().singleValue();
            clock.advance(Duration.ofHours(1));
            inATransactionOfItsOwn(() -> judgedHere("10.00"));
            assertThat(lookedHere(run).judged()).isEqualTo(1);
            clock.advance(Duration.ofHours(1));
            inATransactionOfItsOwn(() -> judgedHere("11.00"));
            assertThat(lookedHere(run).judged()).isEqualTo(2);
            return run;
        }));
        assertThat(looked(run).judged()).isEqualTo(3);
        assertThat(looked(run).changed()).isEqualTo(1);
    }

    @Test
    void looksNotFarBackOnceTheTransactionsOfThenHaveEnded() {
        var run = as(() -> shadows.start(14));
        IntStream.range(0, 4).forEach(_ -> {
            judged("10.00");
            looked(run);
            clock.advance(Duration.ofHours(1));
        });
        assertThat(kept()).as("of what comes out the same only the last hour's").isLessThanOrEqualTo(2);
        assertThat(looked(run).judged()).isEqualTo(4);
    }

    @Test
    void aLookThatIsCutOffOrRunTwiceCountsNothingTwice() {
        var run = as(() -> shadows.start(14));
        IntStream.range(0, 25).forEach(_ -> judged("80.00"));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> as(() -> inATransactionOfItsOwn(() -> {
                    assertThat(look.look(run.id(), 10).isAll()).isFalse();
                    throw new IllegalStateException("The process died");
                })));
        as(() -> inATransactionOfItsOwn(() -> look.look(run.id(), 10)));
        assertThat(looked(run).judged()).isEqualTo(25);
        assertThat(looked(run).changed()).isEqualTo(25);
    }

    @Test
    void followsTheDraftAsItWasAndTellsWhenThatWasChanged() {
        var run = as(() -> shadows.start(14));
        assertThat(run.draftIsUnchanged()).isTrue();
        as(() -> drafts.save(1, approvalUnder("5.00")));
        judged("60.00");
        var seen = looked(run);
        assertThat(seen.changed()).isZero();
        assertThat(seen.draftIsUnchanged()).isFalse();
    }

    @Test
    void oneRunsAtATimeAndOnlyWithADraftAndForASensibleNumberOfDays() {
        assertRefused(() -> shadows.start(0), ErrorCode.INVALID);
        assertRefused(() -> shadows.start(31), ErrorCode.INVALID);
        var run = as(() -> shadows.start(30));
        assertRefused(() -> shadows.start(14), ErrorCode.WRONG_STATE);
        as(() -> shadows.stop(run.id()));
        assertRefused(() -> shadows.stop(run.id()), ErrorCode.WRONG_STATE);
        as(() -> shadows.start(14));
        as(() -> drafts.publish(drafts.analysed(1), "Under 70"));
        assertRefused(() -> shadows.start(14), ErrorCode.WRONG_STATE);
    }

    @Test
    void onceItIsStoppedItCountsWhatWasDecidedUntilThenAndNothingMore() {
        var run = as(() -> shadows.start(14));
        judged("80.00");
        var stopped = as(() -> shadows.stop(run.id()));
        assertThat(stopped.state()).isEqualTo(ShadowRun.State.STOPPED);
        clock.advance(Duration.ofSeconds(1));
        judged("80.00");
        assertThat(waitingLooks(run))
                .as("the next of the chain, and one for what was decided last")
                .isEqualTo(2);
        assertThat(looked(run).judged()).isEqualTo(1);
    }

    @Test
    void endsByItselfWhenItsDaysAreOver() {
        var run = as(() -> shadows.start(2));
        clock.advance(Duration.ofDays(2).minusSeconds(1));
        judged("80.00");
        clock.advance(Duration.ofSeconds(2));
        judged("80.00");
        var seen = looked(run);
        assertThat(seen.state()).isEqualTo(ShadowRun.State.DONE);
        assertThat(seen.judged()).isEqualTo(1);
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void endsWhenAPolicyIsPublishedOrTheDraftIsThrownAway() {
        var run = as(() -> shadows.start(14));
        judged("80.00");
        as(() -> drafts.publish(drafts.analysed(1), "Under 70"));
        assertThat(looked(run).state()).isEqualTo(ShadowRun.State.PUBLISHED);
        assertThat(looked(run).judged()).as("what was decided before counts").isEqualTo(1);
        as(() -> drafts.save(0, approvalUnder("60.00")));
        var second = as(() -> shadows.start(14));
        as(() -> {
            drafts.discard(1);
            return second;
        });
        assertThat(looked(second).state()).isEqualTo(ShadowRun.State.DISCARDED);
    }

    @Test
    void looksAgainAndAgainWithoutEverWaitingTwice() {
        assertThat(waiting()).as("a shop without a run has no job").isZero();
        var run = as(() -> shadows.start(14));
        assertThat(waitingLooks(run)).isEqualTo(1);
        judged("80.00");
        // The same one twice, as a queue may do that promises once at least.
        runLook(run, 0);
        runLook(run, 0);
        runLook(run, 1);
        assertThat(waitingLooks(run))
                .as("the other turn, and the one that nobody took away here")
                .isEqualTo(2);
        assertThat(as(() -> shadows.find(run.id())).orElseThrow().judged()).isEqualTo(1);
    }

    @Test
    void aRunThatBreaksTouchesNobodyAndIsStopped() {
        var run = as(() -> shadows.start(14));
        as(() -> inATransactionOfItsOwn(() -> jdbc.sql("update rules.shadow_run set rules = '[{}]' where tenant_id = ?")
                .param(tenant.value())
                .update()));
        assertThat(judged("80.00").outcome()).isEqualTo(Outcome.APPROVE);
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> looked(run));
        assertThat(judged("81.00").outcome()).isEqualTo(Outcome.APPROVE);
        assertThat(as(() -> shadows.stop(run.id())).state()).isEqualTo(ShadowRun.State.STOPPED);
        assertThat(as(() -> shadows.start(14)).state()).isEqualTo(ShadowRun.State.RUNNING);
    }

    @Test
    void anotherTenantSeesNoneOfIt() {
        var run = as(() -> shadows.start(14));
        var stranger = tenants.open(NewTenant.of("Other", "s-" + UUID.randomUUID(), "EUR", "Europe/Berlin", "en"));
        assertThat(TenantContext.callAs(stranger, () -> shadows.find(run.id()))).isEmpty();
        assertThat(TenantContext.callAs(stranger, () -> shadows.newest(20))).isEmpty();
    }

    private void runLook(ShadowRun run, int turn) {
        as(() -> {
            look.run(new ShadowRunJob.Told(run.id().value(), turn, 5));
            return run;
        });
    }

    private ShadowRun looked(ShadowRun run) {
        return as(() -> lookedHere(run));
    }

    private ShadowRun lookedHere(ShadowRun run) {
        return inATransactionOfItsOwn(() -> {
            look.look(run.id(), 1_000);
            return shadows.find(run.id()).orElseThrow();
        });
    }

    private long waitingLooks(ShadowRun run) {
        return jdbc.sql("select count(*) from scheduled_tasks where task_name = ? and task_instance like ?")
                .params(look.name(), run.id().value() + "%")
                .query(Long.class)
                .single();
    }

    private long waiting() {
        return jdbc.sql("select count(*) from scheduled_tasks where convert_from(task_data, 'UTF8') like ?")
                .param("%" + tenant.value() + "%")
                .query(Long.class)
                .single();
    }

    private long kept() {
        return as(() ->
                inATransactionOfItsOwn(() -> jdbc.sql("select count(*) from rules.shadow_judging where tenant_id = ?")
                        .param(tenant.value())
                        .query(Long.class)
                        .single()));
    }

    private ItemJudgement judged(String value) {
        return as(() -> judgedHere(value));
    }

    private ItemJudgement judgedHere(String value) {
        var facts = Facts.none().money(FactName.ORDER_VALUE, euros(value)).money(FactName.ITEM_VALUE, euros(value));
        var request = new JudgeRequest(
                "Return", Ids.next(), clock.instant(), null, List.of(new ItemFacts(Ids.next(), facts)));
        return policies.judge(request).items().getFirst();
    }

    private void assertRefused(Supplier<?> action, ErrorCode code) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(action))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static app.retour.kernel.Money euros(String value) {
        return RuleFixtures.euros(value);
    }

    private static List<Object> approvalUnder(String value) {
        var test = Map.of("fact", "order.value", "operator", "LESS_THAN", "values", List.of(value));
        return List.of(Map.of(
                "id",
                "under",
                "name",
                "Under",
                "when",
                Map.of("all", List.of(Map.of("test", test))),
                "then",
                Map.of("decision", Map.of("outcome", "APPROVE"))));
    }

    private <T> T inATransactionOfItsOwn(Supplier<T> action) {
        var own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return java.util.Objects.requireNonNull(own.execute(_ -> action.get()));
    }

    private <T> T as(Supplier<T> action) {
        return TenantContext.callAs(
                tenant,
                () -> Caller.staff(tenant, Ids.next(), Set.of("rules:write")).call(action::get));
    }
}
