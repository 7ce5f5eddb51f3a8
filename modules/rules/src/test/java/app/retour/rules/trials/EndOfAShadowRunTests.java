package app.retour.rules.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.rules.policy.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EndOfAShadowRunTests extends ARunInTheShadow {
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
}
