package app.retour.returns;

import static app.retour.returns.record.AReturn.NOW;
import static app.retour.returns.record.AReturn.terms;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.returns.record.AReturn;
import app.retour.returns.record.Hold;
import app.retour.returns.record.PayingAnswer;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.status.Milestone;
import app.retour.returns.status.MilestoneName;
import app.retour.returns.status.MilestoneState;
import app.retour.rules.policy.RefundMoment;
import app.retour.tracking.ParcelState;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The four steps that a shopper sees: done ones first, at most one where things stand, then those ahead. */
class MilestonesOfAReturnTests {
    private static List<Milestone> milestones(AReturn of, @Nullable Instant receivedAt) {
        return ShopperStatus.milestones(of.aggregate(), receivedAt);
    }

    /** For example {@code DONE CURRENT AHEAD AHEAD}. */
    private static String said(AReturn of) {
        return milestones(of, null).stream().map(each -> each.state().name()).collect(Collectors.joining(" "));
    }

    private static void issued(Reimbursement refund) {
        refund.ask(null, NOW.plusSeconds(8));
        refund.payment().issued(null, NOW.plusSeconds(9));
    }

    @Test
    void theyFollowAReturnFromItsRequestToItsRefund() {
        assertThat(said(AReturn.of(1))).isEqualTo("CURRENT AHEAD AHEAD AHEAD");
        var of = AReturn.approved(1);
        assertThat(said(of)).isEqualTo("DONE CURRENT AHEAD AHEAD");
        of.parcel(ParcelState.IN_TRANSIT);
        assertThat(said(of)).isEqualTo("DONE DONE CURRENT AHEAD");
        of.came(1, 1, 1, 0);
        assertThat(said(of)).isEqualTo("DONE DONE DONE CURRENT");
        issued(of.refund(1, 1));
        assertThat(said(of)).isEqualTo("DONE DONE DONE DONE");
    }

    @Test
    void goodsThatCameWithoutATraceWereSent() {
        assertThat(said(AReturn.approved(1).came(1, 1, 0, 0))).isEqualTo("DONE DONE DONE CURRENT");
    }

    @Test
    void goodsThatCameBeforeAnybodyDecidedWaitForTheDecision() {
        assertThat(said(AReturn.of(1).parcel(ParcelState.IN_TRANSIT))).isEqualTo("CURRENT DONE AHEAD AHEAD");
        assertThat(said(AReturn.of(1).came(1, 1, 0, 0))).isEqualTo("CURRENT DONE DONE AHEAD");
    }

    @Test
    void eachHasTheTimeOfWhatMadeItDone() {
        var of = AReturn.approved(2).parcel(ParcelState.AWAITING_LABEL).parcel(ParcelState.IN_TRANSIT);
        of.aggregate().parcels().getFirst().moveTo(ParcelState.DELIVERED, NOW.minusSeconds(60));
        of.came(1, 2, 2, 0);
        issued(of.refund(1, 2));
        assertThat(milestones(of, NOW.plusSeconds(5)))
                .extracting(Milestone::at)
                .containsExactly(NOW, NOW.minusSeconds(60), NOW.plusSeconds(5), NOW.plusSeconds(9));
    }

    @Test
    void whatIsKeptIsNeitherSentNorReceived() {
        var of = AReturn.approved(1).agreedOn(1, terms(RefundMoment.APPROVAL, true));
        assertThat(said(of)).isEqualTo("DONE SKIPPED SKIPPED CURRENT");
    }

    @Test
    void whatOnlyLowersABillIsNoRefund() {
        var of = AReturn.approved(2).came(1, 2, 2, 0);
        of.refund(1, 1).take(new PayingAnswer.Held(Hold.UNPAID, "Not paid"));
        assertThat(said(of)).isEqualTo("DONE DONE DONE SKIPPED");
        of.refund(1, 1);
        assertThat(said(of)).as("another is paid").isEqualTo("DONE DONE DONE CURRENT");
    }

    @Test
    void whatCostsNothingIsGivenBackWithoutARefund() {
        var of = AReturn.approved(1).came(1, 1, 1, 0);
        assertThat(said(of)).isEqualTo("DONE DONE DONE CURRENT");
        of.item(1).comesToNothing(1);
        assertThat(of.aggregate().headline().name()).isEqualTo("COMPLETED");
        assertThat(said(of)).isEqualTo("DONE DONE DONE SKIPPED");
    }

    @Property
    void theyNeverGoBackAndOneAtMostIsCurrent(
            @ForAll ItemDecision decision,
            @ForAll ParcelState parcel,
            @ForAll @IntRange(max = 2) int came,
            @ForAll boolean goesAhead,
            @ForAll boolean paid,
            @ForAll boolean closed) {
        var of = AReturn.of(2).decided(1, decision).parcel(parcel).came(1, came, came, 0);
        if (goesAhead && decision == ItemDecision.APPROVED) {
            of.authorization().release(NOW);
        }
        if (paid) {
            issued(of.refund(1, 2));
        }
        if (closed) {
            of.authorization().close("done", NOW);
        }
        var steps = milestones(of, null);
        assertThat(steps).extracting(Milestone::name).containsExactly(MilestoneName.values());
        assertThat(steps)
                .filteredOn(each -> each.state() == MilestoneState.CURRENT)
                .hasSizeLessThanOrEqualTo(1);
        assertThat(steps)
                .filteredOn(each -> each.state() != MilestoneState.DONE)
                .noneMatch(each -> each.at() != null);
        if (closed) {
            assertThat(steps).noneMatch(each -> each.state() == MilestoneState.CURRENT);
        }
    }
}
