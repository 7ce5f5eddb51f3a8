package app.retour.rules.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import app.retour.api.Caller;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.rules.Policies;
import app.retour.rules.decisions.JudgeRequest;
import app.retour.rules.evaluation.ItemFacts;
import app.retour.rules.publishing.PolicyDrafts;
import app.retour.rules.vocabulary.Facts;
import app.retour.tenants.NewTenant;
import app.retour.tenants.Tenants;
import app.retour.tenants.jobs.Jobs;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import reactor.core.Disposable;
import retour.testkit.RetourTest;

@RetourTest
class WatchingABackTestTests {
    @Autowired
    BackTests backTests;

    @Autowired
    BackTestProgress progress;

    @Autowired
    BackTestRun run;

    @Autowired
    Policies policies;

    @Autowired
    PolicyDrafts drafts;

    @Autowired
    Tenants tenants;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private TenantId tenant = new TenantId(Ids.next());

    @BeforeEach
    void aShopWithADraftAndSomeHistory() {
        tenant = aShop();
        as(() -> drafts.save(0, List.of(Map.of("name", "r", "when", Map.of("all", List.of()), "then", approve()))));
        for (var i = 0; i < 30; i++) {
            as(() -> policies.judge(new JudgeRequest(
                    "Return",
                    Ids.next(),
                    java.time.Instant.now(),
                    null,
                    List.of(new ItemFacts(Ids.next(), Facts.none())))));
        }
    }

    @Test
    void whoWatchesSeesItMoveAndEnd() {
        var id = startedButNotRun();
        var seen = new CopyOnWriteArrayList<Long>();
        var ended = new CopyOnWriteArrayList<BackTest.State>();
        as(() -> progress.of(id))
                .subscribe(test -> seen.add(test.judged()), _ -> {}, () -> ended.add(BackTest.State.DONE));
        await().atMost(Duration.ofMinutes(3)).until(() -> seen.contains(0L));
        inOneTransaction(() -> run.stretch(id, 10));
        await().atMost(Duration.ofMinutes(3)).until(() -> seen.contains(10L));
        assertThat(ended).isEmpty();
        run(id);
        await().atMost(Duration.ofMinutes(3)).until(() -> !ended.isEmpty());
        assertThat(seen).contains(30L).isSorted();
        assertThat(progress.watchedNow()).isZero();
    }

    @Test
    void howeverManyWatchOneIsLookedAtAndNobodyWhenAllHaveLeft() {
        var id = startedButNotRun();
        var watchers = java.util.stream.IntStream.range(0, 5)
                .mapToObj(_ -> as(() -> progress.of(id)).subscribe())
                .toList();
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(progress.watchedNow()).isEqualTo(1));
        watchers.forEach(Disposable::dispose);
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(progress.watchedNow()).isZero());
        as(() -> backTests.cancel(id));
    }

    @Test
    void placesAreLimitedForOneMerchantAndAStrangerHasNone() {
        var id = startedButNotRun();
        var watchers = java.util.stream.IntStream.range(0, 50)
                .mapToObj(_ -> as(() -> progress.of(id)).subscribe())
                .toList();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(() -> progress.of(id)).blockFirst(Duration.ofSeconds(5)))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.THROTTLED));
        watchers.forEach(Disposable::dispose);
        assertThat(as(() -> progress.of(id)).blockFirst(Duration.ofSeconds(5))).isNotNull();
        var stranger = aShop();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> TenantContext.callAs(stranger, () -> progress.of(id)))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.NOT_FOUND));
        as(() -> backTests.cancel(id));
    }

    @Test
    void oneThatBreaksOffAgainAndAgainIsGivenUpAndAnotherMayStart() {
        var id = startedButNotRun();
        inOneTransaction(() -> run.stretch(id, 10));
        inOneTransaction(() -> jdbc.sql(
                        "update rules.back_test set rules = '[{\"nonsense\": 1}]' where tenant_id = :tenant and id = :id")
                .param("tenant", tenant.value())
                .param("id", id.value())
                .update());
        for (var i = 1; i < BackTestRun.MOST_TRIES; i++) {
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> run(id));
        }
        assertThat(as(() -> backTests.find(id)).orElseThrow().state()).isEqualTo(BackTest.State.RUNNING);
        run(id);
        var test = as(() -> backTests.find(id)).orElseThrow();
        assertThat(test.state()).isEqualTo(BackTest.State.FAILED);
        assertThat(test.endedAt()).isNotNull();
        assertThat(test.judged()).isEqualTo(10);
        var again = startedButNotRun();
        run(again);
        assertThat(as(() -> backTests.find(again)).orElseThrow().state()).isEqualTo(BackTest.State.DONE);
    }

    @Test
    void whoWatchesIsLetGoWhenTheApplicationCloses() {
        var id = startedButNotRun();
        var closing = new BackTestProgress(backTests);
        var watching = as(() -> closing.of(id)).subscribe();
        closing.close();
        await().atMost(Duration.ofMinutes(3)).until(watching::isDisposed);
        closing.destroy();
        as(() -> backTests.cancel(id));
    }

    /** Asked for, and its job taken back: nobody runs it but the test. */
    private BackTestId startedButNotRun() {
        return inOneTransaction(() -> {
            var id = backTests.start(30).id();
            jobs.drop(run, id.value().toString());
            return id;
        });
    }

    private void run(BackTestId id) {
        as(() -> {
            run.run(new BackTestRun.Told(id.value()));
            return id;
        });
    }

    private TenantId aShop() {
        return tenants.open(NewTenant.of("Watched", "w-" + UUID.randomUUID(), "EUR", "Europe/Berlin", "en"));
    }

    private static Map<String, Object> approve() {
        return Map.of("decision", Map.of("outcome", "APPROVE"));
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
