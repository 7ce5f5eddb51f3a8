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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import retour.testkit.RetourTest;
import retour.testkit.TestClock;

@RetourTest
class BackTestTests {
    @Autowired
    BackTests backTests;

    @Autowired
    BackTestRun run;

    @Autowired
    Policies policies;

    @Autowired
    PolicyDrafts drafts;

    @Autowired
    Tenants tenants;

    @Autowired
    TestClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    private TenantId tenant = new TenantId(Ids.next());

    @BeforeEach
    void aShopApprovesWhatIsUnder100() {
        tenant = tenants.open(NewTenant.of("Tried", "t-" + UUID.randomUUID(), "EUR", "Europe/Berlin", "en"));
        as(() -> drafts.save(0, approvalUnder("100.00")));
        as(() -> drafts.publish(drafts.analysed(1), "Under 100"));
    }

    @Test
    void tellsCountsAndMoneyOfWhatWouldComeOutOtherwise() {
        for (var value : List.of("20.00", "60.00", "80.00", "150.00")) {
            judged(Ids.next(), value(value));
        }
        var unknown = judged(Ids.next(), Facts.none().money(FactName.ITEM_VALUE, RuleFixtures.euros("5.00")));
        clock.advance(Duration.ofSeconds(1));
        as(() -> drafts.save(0, approvalUnder("70.00")));

        var test = done(as(() -> backTests.start(30)));

        assertThat(test.judged()).isEqualTo(5);
        assertThat(test.total()).isEqualTo(5);
        assertThat(test.changed()).isEqualTo(1);
        assertThat(test.outcomes())
                .extracting(
                        BackTest.Outcomes::live,
                        BackTest.Outcomes::draft,
                        BackTest.Outcomes::count,
                        cell -> cell.value().toString())
                .containsExactlyInAnyOrder(
                        tuple(Outcome.APPROVE, Outcome.APPROVE, 2L, "€80.00"),
                        tuple(Outcome.APPROVE, Outcome.REVIEW, 1L, "€80.00"),
                        tuple(Outcome.REVIEW, Outcome.REVIEW, 2L, "€155.00"));
        assertThat(test.unknown())
                .extracting(one -> one.fact().key(), BackTest.UnknownFact::count)
                .containsExactly(tuple("order.value", 1L));
        var changes = as(() -> backTests.changes(test.id(), ScrollPosition.keyset(), 10))
                .getContent();
        assertThat(changes).hasSize(1);
        var sides = as(
                () -> backTests.compare(test.id(), changes.getFirst().decision().id()));
        assertThat(sides.live().judgement().outcome()).isEqualTo(Outcome.APPROVE);
        assertThat(sides.draft().trace().rules().getFirst().truth()).isEqualTo(Truth.FALSE);
        assertThat(unknown.outcome()).isEqualTo(Outcome.REVIEW);
    }

    @Test
    void ofAnItemJudgedTwiceOnlyTheLastJudgingCounts() {
        var item = Ids.next();
        judged(item, value("150.00"));
        clock.advance(Duration.ofSeconds(1));
        judged(item, value("50.00"));
        clock.advance(Duration.ofSeconds(1));
        as(() -> drafts.save(0, approvalUnder("10.00")));
        var test = done(as(() -> backTests.start(30)));
        assertThat(test.judged()).isEqualTo(1);
        assertThat(test.outcomes().getFirst().value()).isEqualTo(RuleFixtures.euros("50.00"));
    }

    @Test
    void aRunThatIsCutOffGoesOnAndCountsNothingTwice() {
        for (var i = 0; i < 25; i++) {
            judged(Ids.next(), value("50.00"));
        }
        clock.advance(Duration.ofSeconds(1));
        as(() -> drafts.save(0, approvalUnder("10.00")));
        // Asked for and rolled back with its job: nobody runs it but this test.
        var id = inOneTransaction(() -> {
            var started = backTests.start(30);
            assertThat(run.stretch(started.id(), 10)).isTrue();
            return started.id();
        });
        var transaction = new TransactionTemplate(transactions);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> as(() -> transaction.execute(_ -> {
                    run.stretch(id, 10);
                    throw new IllegalStateException("The process died");
                })));
        var test = done(as(() -> backTests.find(id)).orElseThrow());
        assertThat(test.judged()).isEqualTo(25);
        assertThat(test.changed()).isEqualTo(25);
        assertThat(as(() -> backTests.changes(id, ScrollPosition.keyset(), 100)).getContent())
                .hasSize(25);
    }

    @Test
    void oneThatIsCanceledStops() {
        judged(Ids.next(), value("50.00"));
        as(() -> drafts.save(0, approvalUnder("10.00")));
        var id = inOneTransaction(() -> {
            var started = backTests.start(30);
            backTests.cancel(started.id());
            return started.id();
        });
        as(() -> {
            run.run(new BackTestRun.Told(id.value()));
            return id;
        });
        var test = as(() -> backTests.find(id)).orElseThrow();
        assertThat(test.state()).isEqualTo(BackTest.State.CANCELED);
        assertThat(test.judged()).isZero();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(() -> backTests.cancel(id)))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.WRONG_STATE));
    }

    @Test
    void needsADraftAndASensibleNumberOfDays() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(() -> backTests.start(0)))
                .satisfies(refused -> assertThat(refused.field()).containsExactly("days"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(() -> backTests.start(30)))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.WRONG_STATE));
    }

    @Test
    void anotherTenantSeesNoneOfIt() {
        judged(Ids.next(), value("50.00"));
        as(() -> drafts.save(0, approvalUnder("10.00")));
        var test = done(as(() -> backTests.start(30)));
        var stranger = tenants.open(NewTenant.of("Other", "t-" + UUID.randomUUID(), "EUR", "Europe/Berlin", "en"));
        assertThat(TenantContext.callAs(stranger, () -> backTests.find(test.id())))
                .isEmpty();
        assertThat(TenantContext.callAs(stranger, () -> backTests.newest(20))).isEmpty();
    }

    private BackTest done(BackTest started) {
        as(() -> {
            run.run(new BackTestRun.Told(started.id().value()));
            return started;
        });
        var test = as(() -> backTests.find(started.id())).orElseThrow();
        assertThat(test.state()).isEqualTo(BackTest.State.DONE);
        return test;
    }

    private static Facts value(String value) {
        return Facts.none()
                .money(FactName.ORDER_VALUE, RuleFixtures.euros(value))
                .money(FactName.ITEM_VALUE, RuleFixtures.euros(value));
    }

    private static List<Object> approvalUnder(String value) {
        return List.of(Map.of(
                "id",
                "under",
                "name",
                "Under",
                "when",
                Map.of(
                        "all",
                        List.of(Map.of(
                                "test",
                                Map.of("fact", "order.value", "operator", "LESS_THAN", "values", List.of(value))))),
                "then",
                Map.of("decision", Map.of("outcome", "APPROVE"))));
    }

    private ItemJudgement judged(UUID item, Facts facts) {
        var request =
                new JudgeRequest("Return", Ids.next(), clock.instant(), null, List.of(new ItemFacts(item, facts)));
        return as(() -> policies.judge(request)).items().getFirst();
    }

    private <T> T inOneTransaction(Supplier<T> action) {
        return as(() -> new TransactionTemplate(transactions).execute(_ -> action.get()));
    }

    private <T> T as(Supplier<T> action) {
        return TenantContext.callAs(
                tenant,
                () -> Caller.staff(tenant, Ids.next(), Set.of("rules:write")).call(action::get));
    }
}
