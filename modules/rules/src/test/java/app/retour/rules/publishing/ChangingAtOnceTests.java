package app.retour.rules.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.Caller;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.rules.policy.Rule;
import app.retour.rules.trials.ShadowRuns;
import app.retour.tenants.NewTenant;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import retour.testkit.RetourTest;

/** Two people at the same policy in the same moment: one is heard, the other is told, and nothing is half of each. */
@RetourTest
@TestPropertySource(properties = "retour.jobs.enabled=false")
class ChangingAtOnceTests {
    private static final String DONE = "DONE";

    @Autowired
    PolicyDrafts drafts;

    @Autowired
    ShadowRuns shadows;

    @Autowired
    Tenants tenants;

    private TenantId tenant = new TenantId(Ids.next());

    @BeforeEach
    void aShop() {
        tenant = tenants.open(NewTenant.of("At once", "o-" + UUID.randomUUID(), "EUR", "Europe/Berlin", "en"));
    }

    @RepeatedTest(3)
    void ofTwoWhoSaveAFirstDraftOneIsTold() {
        var outcomes = atOnce(() -> drafts.save(0, rules("anna")), () -> drafts.save(0, rules("ben")));
        assertThat(outcomes).containsExactlyInAnyOrder(DONE, "STALE");
        assertThat(as(drafts::current).orElseThrow().version()).isEqualTo(1);
    }

    @RepeatedTest(3)
    void ofTwoWhoSaveOverTheSameDraftOneIsTold() {
        as(() -> drafts.save(0, rules("first")));
        var outcomes = atOnce(() -> drafts.save(1, rules("anna")), () -> drafts.save(1, rules("ben")));
        assertThat(outcomes).containsExactlyInAnyOrder(DONE, "STALE");
        var kept = as(drafts::current).orElseThrow();
        assertThat(kept.version()).isEqualTo(2);
        assertThat(kept.rules())
                .singleElement()
                .extracting(Rule::name)
                .isEqualTo(outcomes.getFirst().equals(DONE) ? "anna" : "ben");
    }

    @RepeatedTest(3)
    void whatNobodyLookedAtIsNeverPublished() {
        as(() -> drafts.save(0, rules("looked at")));
        var outcomes =
                atOnce(() -> drafts.publish(drafts.analysed(1), "As seen"), () -> drafts.save(1, rules("meanwhile")));
        assertThat(outcomes).containsExactlyInAnyOrder(DONE, "STALE");
        var isPublished = outcomes.getFirst().equals(DONE);
        assertThat(as(drafts::live).number()).isEqualTo(isPublished ? 1 : 0);
        assertThat(as(drafts::current).isPresent()).isNotEqualTo(isPublished);
    }

    @RepeatedTest(3)
    void publishedTwiceAtOnceIsPublishedOnce() {
        as(() -> drafts.save(0, rules("one")));
        var outcomes = atOnce(
                () -> drafts.publish(drafts.analysed(1), "Anna's"), () -> drafts.publish(drafts.analysed(1), "Ben's"));
        assertThat(outcomes).hasSize(2).contains(DONE).containsAnyOf("STALE", "WRONG_STATE");
        assertThat(as(drafts::live).number()).isEqualTo(1);
    }

    @RepeatedTest(3)
    void ofTwoWhoStartAShadowRunOneIsTold() {
        as(() -> drafts.save(0, rules("one")));
        var outcomes = atOnce(() -> shadows.start(14), () -> shadows.start(14));
        assertThat(outcomes).containsExactlyInAnyOrder(DONE, "WRONG_STATE");
        assertThat(as(() -> shadows.newest(20))).hasSize(1);
    }

    /** What becomes of each, in order. */
    private List<String> atOnce(Supplier<?> one, Supplier<?> other) {
        var start = new CountDownLatch(1);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var both = Stream.of(one, other)
                    .map(action -> people.submit(() -> {
                        start.await();
                        return outcome(action);
                    }))
                    .toList();
            start.countDown();
            return both.stream().map(ChangingAtOnceTests::got).toList();
        }
    }

    private static String got(Future<String> outcome) {
        try {
            return outcome.get();
        } catch (InterruptedException | ExecutionException broken) {
            throw new AssertionError(broken);
        }
    }

    private String outcome(Supplier<?> action) {
        try {
            as(action);
            return DONE;
        } catch (Refusal refused) {
            return refused.code().name();
        }
    }

    private static List<Object> rules(String name) {
        return List.of(
                Map.of("id", "one", "name", name, "when", Map.of("all", List.of()), "then", Map.of("keepItem", true)));
    }

    private <T> T as(Supplier<T> action) {
        return TenantContext.callAs(
                tenant,
                () -> Caller.staff(tenant, Ids.next(), Set.of("rules:write")).call(action::get));
    }
}
