package app.retour.rules.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import app.retour.kernel.ErrorCode;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.Truth;
import app.retour.tenants.NewTenant;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.ScrollPosition;

class ShadowRunTests extends ARunInTheShadow {
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
    void anotherTenantSeesNoneOfIt() {
        var run = as(() -> shadows.start(14));
        var stranger = tenants.open(NewTenant.of("Other", "s-" + UUID.randomUUID(), "EUR", "Europe/Berlin", "en"));
        assertThat(TenantContext.callAs(stranger, () -> shadows.find(run.id()))).isEmpty();
        assertThat(TenantContext.callAs(stranger, () -> shadows.newest(20))).isEmpty();
    }
}
