package app.retour.returns;

import static app.retour.returns.record.AReturn.NOW;
import static app.retour.returns.record.AReturn.terms;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.returns.record.AReturn;
import app.retour.returns.record.Hold;
import app.retour.returns.record.PayingAnswer;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.record.StoredEvidenceRequest;
import app.retour.returns.record.StoredStaffTask;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.status.NextStep;
import app.retour.returns.status.NextStepKind;
import app.retour.returns.view.EvidenceState;
import app.retour.returns.view.StaffTaskKind;
import app.retour.rules.policy.RefundMoment;
import app.retour.rules.policy.Resolution;
import app.retour.tracking.ParcelState;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a shopper may do, and what they read that comes next. */
class ShopperStatusTests {
    private static void issued(Reimbursement refund) {
        refund.ask(null, NOW);
        refund.payment().issued(null, NOW);
    }

    private static List<NextStepKind> kinds(AReturn of) {
        return ShopperStatus.nextSteps(of.aggregate()).stream()
                .map(NextStep::kind)
                .toList();
    }

    private static boolean canCancel(AReturn of) {
        return ShopperStatus.canCancel(of.aggregate());
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_REQUIRED, true",
        "AWAITING_LABEL, true",
        "LABEL_READY, true",
        "IN_TRANSIT, false",
        "DELIVERED, false",
        "EXCEPTION, true",
        "LOST, true",
    })
    void aReturnIsWithdrawnAsLongAsNobodyHasItsParcel(ParcelState parcel, boolean may) {
        assertThat(canCancel(AReturn.approved(1).parcel(parcel))).isEqualTo(may);
    }

    @ParameterizedTest
    @EnumSource(ItemDecision.class)
    void aReturnIsWithdrawnAsLongAsAnItemIsLive(ItemDecision decision) {
        var of = AReturn.of(1).decided(1, decision);
        assertThat(canCancel(of)).isEqualTo(of.item(1).isLive());
    }

    @Test
    void nothingIsWithdrawnOnceGoodsOrMoneyMoved() {
        assertThat(canCancel(AReturn.approved(2).came(1, 1, 0, 0))).isFalse();
        var paid = AReturn.approved(1);
        var refund = paid.refund(1, 1);
        assertThat(canCancel(paid)).as("it is only due").isTrue();
        refund.ask(null, NOW);
        assertThat(canCancel(paid)).isFalse();
        var replaced = AReturn.approved(1);
        replaced.item(1).moveGoods(replaced.item(1).goods().exchange(1));
        assertThat(canCancel(replaced)).isFalse();
        var closed = AReturn.approved(1);
        closed.authorization().close("done", NOW);
        assertThat(canCancel(closed)).isFalse();
    }

    @Test
    void whatStaffGaveOfTheirOwnAccordStandsInNobodysWay() {
        var of = AReturn.approved(1);
        issued(of.gift("5.00"));
        assertThat(canCancel(of)).isTrue();
    }

    @Test
    void aTrackingNumberIsToldWhileSomethingIsToBeSent() {
        var of = AReturn.approved(1);
        assertThat(ShopperStatus.canAnnounceTracking(of.aggregate())).isTrue();
        assertThat(ShopperStatus.canAnnounceTracking(
                        AReturn.of(1).decided(1, ItemDecision.APPROVED).aggregate()))
                .as("it waits for the rest")
                .isFalse();
        assertThat(ShopperStatus.canAnnounceTracking(
                        AReturn.approved(1).came(1, 1, 0, 0).aggregate()))
                .isFalse();
        of.authorization().close("done", NOW);
        assertThat(ShopperStatus.canAnnounceTracking(of.aggregate())).isFalse();
    }

    @Test
    void whatIsApprovedIsPackedSentAndTold() {
        assertThat(kinds(AReturn.approved(1))).containsExactly(NextStepKind.PACK_AND_SEND, NextStepKind.ADD_TRACKING);
        assertThat(ShopperStatus.nextSteps(AReturn.approved(1).aggregate()))
                .hasSize(2)
                .allMatch(NextStep::shoppersTurn);
    }

    @ParameterizedTest
    @CsvSource({
        "LABEL_READY, PACK_AND_SEND",
        "IN_TRANSIT, WAIT_FOR_PARCEL",
        "DELIVERED, WAIT_FOR_INSPECTION",
    })
    void aParcelUnderWayIsWaitedFor(ParcelState parcel, NextStepKind next) {
        assertThat(kinds(AReturn.approved(1).parcel(parcel))).containsExactly(next);
    }

    @Test
    void whatIsHereIsWaitedForUntilItIsInspected() {
        assertThat(kinds(AReturn.approved(2).came(1, 2, 1, 0))).containsExactly(NextStepKind.WAIT_FOR_INSPECTION);
        assertThat(kinds(AReturn.approved(2).came(1, 2, 2, 0))).isEmpty();
    }

    @Test
    void evidenceIsTheirTurnByTheSoonestDay() {
        var of = AReturn.of(1).decided(1, ItemDecision.WAITING_FOR_SHOPPER);
        for (var days : List.of(7, 3, 5)) {
            of.aggregate()
                    .evidenceRequests()
                    .add(new StoredEvidenceRequest(
                            UUID.randomUUID(), List.of(of.item(1).id()), 1, false, null, NOW, NOW.plusSeconds(days)));
        }
        of.aggregate().evidenceRequests().get(1).end(EvidenceState.WITHDRAWN);
        assertThat(ShopperStatus.nextSteps(of.aggregate())).singleElement().satisfies(step -> {
            assertThat(step.kind()).isEqualTo(NextStepKind.GIVE_EVIDENCE);
            assertThat(step.shoppersTurn()).isTrue();
            assertThat(step.by()).isEqualTo(NOW.plusSeconds(5));
        });
    }

    @Test
    void whatIsLookedAtAndWhatWaitsForItIsSaid() {
        var of = AReturn.of(1, 1).decided(1, ItemDecision.APPROVED);
        assertThat(kinds(of)).containsExactly(NextStepKind.WAIT_FOR_REVIEW);
        of.authorization().waitUntil(NOW.plusSeconds(60));
        assertThat(kinds(of)).containsExactly(NextStepKind.WAIT_FOR_REVIEW, NextStepKind.WAIT_FOR_REST);
        assertThat(ShopperStatus.nextSteps(of.aggregate()).getLast().by()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void theShopperIsToldWhatIsTheirsToKeep() {
        var of = AReturn.approved(1).agreedOn(1, terms(RefundMoment.APPROVAL, true));
        assertThat(kinds(of)).containsExactly(NextStepKind.KEEP_ITEM);
        of.refund(1, 1);
        assertThat(kinds(of)).containsExactly(NextStepKind.KEEP_ITEM, NextStepKind.WAIT_FOR_REFUND);
    }

    @Test
    void eachKindOfMoneyThatIsToComeIsToldOnce() {
        var of = AReturn.approved(4).came(1, 4, 4, 0);
        of.refund(1, 1);
        of.refund(1, 1);
        of.refund(1, 1).take(new PayingAnswer.Held(Hold.UNPAID, "Not paid"));
        of.refund(1, 1).take(new PayingAnswer.Held(Hold.PERSON, "Look"));
        assertThat(kinds(of))
                .containsExactly(NextStepKind.WAIT_FOR_REFUND, NextStepKind.BILL_REDUCED, NextStepKind.WAIT_FOR_CHECK);
        of.aggregate().cancelOpenRefunds("gone");
        assertThat(kinds(of)).isEmpty();
    }

    @Test
    void aReplacementIsPreparedUntilTheTaskIsDone() {
        var of = AReturn.of()
                .item(1, Resolution.EXCHANGE)
                .decided(1, ItemDecision.APPROVED)
                .came(1, 1, 1, 0);
        of.authorization().release(NOW);
        var task = new StoredStaffTask(
                StaffTaskKind.SEND_REPLACEMENT, null, of.item(1).id(), 1, "Send it", NOW);
        of.aggregate().tasks().add(task);
        assertThat(kinds(of)).containsExactly(NextStepKind.WAIT_FOR_EXCHANGE);
        task.done(null, null, NOW);
        of.item(1).moveGoods(of.item(1).goods().exchange(1));
        assertThat(kinds(of)).as("an exchange is no refund").containsExactly(NextStepKind.NOTHING_TO_DO);
    }

    @Test
    void whatIsPaidInAdvanceIsStillToBeSent() {
        var of = AReturn.approved(1);
        issued(of.refund(1, 1));
        assertThat(kinds(of))
                .containsExactly(NextStepKind.REFUND_ON_ITS_WAY, NextStepKind.PACK_AND_SEND, NextStepKind.ADD_TRACKING);
        assertThat(kinds(of.came(1, 1, 0, 0))).containsExactly(NextStepKind.REFUND_ON_ITS_WAY);
    }

    @ParameterizedTest
    @EnumSource(
            value = ItemDecision.class,
            names = {"REJECTED", "CANCELED", "EXPIRED"})
    void whatHasEndedLeavesNothingToDo(ItemDecision decision) {
        assertThat(kinds(AReturn.of(1).decided(1, decision))).containsExactly(NextStepKind.NOTHING_TO_DO);
    }
}
