package app.retour.returns;

import static app.retour.returns.record.AReturn.NOW;
import static app.retour.returns.record.AReturn.euros;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.returns.events.ReturnItemId;
import app.retour.returns.record.AReturn;
import app.retour.returns.record.Hold;
import app.retour.returns.record.PayingAnswer;
import app.retour.returns.record.StoredEvidenceRequest;
import app.retour.returns.record.StoredStaffTask;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.status.ReceiptId;
import app.retour.returns.status.TeamStep;
import app.retour.returns.view.Receipt;
import app.retour.returns.view.StaffTaskKind;
import app.retour.returns.waterfall.Waterfall;
import app.retour.returns.waterfall.WaterfallLineKind;
import app.retour.tracking.ParcelState;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the team reads that is to be done, and what is only waited for. */
class TeamNextStepsTests {
    private final AReturn of = AReturn.approved(2);

    /** Ours are marked with a star. */
    private static List<String> said(AReturn of, int discrepancies, Receipt... receipts) {
        return TeamNextSteps.steps(of.aggregate(), List.of(receipts), discrepancies).stream()
                .map(step -> (step.ours() ? "* " : "") + step.kind() + ": " + step.text())
                .toList();
    }

    private static Receipt receipt(boolean closed, int received, int graded) {
        return new Receipt(
                new ReceiptId(UUID.randomUUID()),
                null,
                "R-1001",
                0,
                NOW,
                closed ? NOW : null,
                List.of(new Receipt.Line(
                        UUID.randomUUID(),
                        new ReturnItemId(UUID.randomUUID()),
                        null,
                        "Thing",
                        null,
                        null,
                        2,
                        received,
                        graded,
                        0,
                        false,
                        null,
                        null,
                        null)));
    }

    @Test
    void undecidedUnitsAreDecidedAbout() {
        var review = AReturn.of(2, 1, 1).decided(3, ItemDecision.APPROVED);
        assertThat(said(review, 0)).containsExactly("* DECIDE: Decide about 3 units");
        review.authorization().waitUntil(NOW.plusSeconds(60));
        assertThat(said(review, 0)).last().isEqualTo("WAIT_FOR_REST: 1 unit approved and waiting for the rest");
    }

    @Test
    void evidenceIsWaitedForByItsDay() {
        var asked = AReturn.of(1).decided(1, ItemDecision.WAITING_FOR_SHOPPER);
        asked.aggregate()
                .evidenceRequests()
                .add(new StoredEvidenceRequest(UUID.randomUUID(), List.of(), 2, true, null, NOW, NOW.plusSeconds(9)));
        assertThat(said(asked, 0))
                .containsExactly("WAIT_FOR_SHOPPER: The shopper was asked for 2 photos and a description");
        assertThat(TeamNextSteps.steps(asked.aggregate(), List.of(), 0)
                        .getFirst()
                        .by())
                .isEqualTo(NOW.plusSeconds(9));
    }

    @ParameterizedTest
    @CsvSource({
        "AWAITING_LABEL, WAIT_FOR_PARCEL: The shopper has 2 units to send",
        "LABEL_READY, WAIT_FOR_PARCEL: The shopper has 2 units to send",
        "IN_TRANSIT, WAIT_FOR_PARCEL: 2 units on the way back",
        "DELIVERED, * COUNT: Unpack the parcel and count 2 units",
        "LOST, * FIND_PARCEL: Ask the carrier where the parcel is",
        "EXCEPTION, * FIND_PARCEL: Ask the carrier where the parcel is",
    })
    void aParcelIsFoundCountedOrWaitedFor(ParcelState parcel, String step) {
        assertThat(said(of.parcel(parcel), 0)).containsExactly(step);
    }

    @Test
    void whatSomebodyCountsIsFinishedFirst() {
        var counting = receipt(false, 1, 0);
        assertThat(said(of.parcel(ParcelState.LOST), 0, counting))
                .containsExactly("* COUNT: Finish counting the parcel and close it");
        assertThat(TeamNextSteps.steps(of.aggregate(), List.of(counting), 0)
                        .getFirst()
                        .receipt())
                .isEqualTo(counting.receiptId());
    }

    @Test
    void whatIsCountedIsInspectedReceiptByReceipt() {
        var ungraded = receipt(true, 2, 1);
        of.came(1, 2, 1, 0);
        assertThat(said(of, 0, receipt(true, 2, 2), ungraded)).containsExactly("* INSPECT: Inspect 1 unit");
        assertThat(TeamNextSteps.steps(of.aggregate(), List.of(ungraded), 0))
                .extracting(TeamStep::receipt)
                .containsExactly(ungraded.receiptId());
    }

    @Test
    void aRefundIsPaidCheckedOrTakenOffTheBill() {
        of.came(1, 2, 2, 0);
        var refund = of.refund(1, 1);
        assertThat(said(of, 0)).containsExactly("* PAY: Pay €10.00 and mark it as paid");
        refund.take(new PayingAnswer.Held(Hold.UNPAID, "Not paid"));
        assertThat(said(of, 0)).containsExactly("* REDUCE_BILL: Take €10.00 off the bill; the order is not paid");
        refund.take(new PayingAnswer.Held(Hold.PERSON, "Too odd"));
        assertThat(said(of, 0)).containsExactly("* CHECK_REFUND: Look at the refund of €10.00: Too odd");
    }

    @Test
    void aRefundThatNobodyKnowsMeansForIsSentSomewhereFirst() {
        of.came(1, 2, 2, 0);
        of.refund(euros(10), new Waterfall.Line(WaterfallLineKind.ITEM, "Thing", euros(10), null), "Unknown");
        assertThat(said(of, 0)).containsExactly("* CHOOSE_MEANS: Say where the refund of €10.00 goes");
    }

    @Test
    void aPaymentIsWaitedForFoundOutOrTriedAgain() {
        of.came(1, 2, 2, 0);
        var refund = of.refund(1, 1);
        refund.ask(null, NOW);
        assertThat(said(of, 0)).containsExactly("PAY: €10.00 is being paid");
        refund.payment().unknown("silence", NOW);
        assertThat(said(of, 0)).containsExactly("* RECONCILE: Find out whether €10.00 was paid, and say so");
        refund.payment().failed("no");
        assertThat(said(of, 0))
                .containsExactly("* RETRY_REFUND: The refund of €10.00 failed: try it again or give it up");
        refund.giveUp("enough");
        assertThat(said(of, 0)).containsExactly("NOTHING_TO_DO: Nothing is left to do.");
    }

    @Test
    void refundsAreToldApartByWhatTheyAreFor() {
        of.came(1, 2, 2, 0);
        of.gift("5.00");
        of.refund(euros(4), new Waterfall.Line(WaterfallLineKind.OUTBOUND_SHIPPING, "Shipping", euros(4), null), null);
        assertThat(said(of, 0))
                .containsExactly(
                        "* PAY: Pay €5.00 of goodwill and mark it as paid",
                        "* PAY: Pay €4.00 of the shipping and mark it as paid");
    }

    @Test
    void tasksAndDiscrepanciesAreLeftOverEvenOfAClosedReturn() {
        of.authorization().close("done", NOW);
        of.aggregate()
                .tasks()
                .add(new StoredStaffTask(StaffTaskKind.SEND_REPLACEMENT, null, null, 1, "Send another", NOW));
        assertThat(said(of, 1)).containsExactly("* DO_TASK: Send another", "* SETTLE: Settle 1 discrepancy");
        of.aggregate().tasks().getFirst().done(null, null, NOW);
        assertThat(said(of, 2)).containsExactly("* SETTLE: Settle 2 discrepancies");
    }

    @Test
    void ofAClosedReturnNothingIsDecidedOrWaitedFor() {
        var closed = AReturn.of(1).parcel(ParcelState.LOST);
        closed.authorization().close("done", NOW);
        assertThat(said(closed, 0)).containsExactly("NOTHING_TO_DO: Nothing is left to do.");
    }
}
