package app.retour.returns.record;

import static app.retour.returns.record.AReturn.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.retour.kernel.Actor;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.returns.events.RefundState;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.view.StaffTaskKind;
import app.retour.rules.policy.Resolution;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Units that money is tied to: which of them, how firmly, and what that forbids. */
class RefundsOfAReturnTests {
    private final AReturn of = AReturn.approved(5, 1);
    private final ReturnAggregate aggregate = of.aggregate();
    private final RequestedItem item = of.item(1);

    private static void issued(Reimbursement refund) {
        refund.ask(null, NOW);
        refund.payment().issued(null, NOW);
    }

    @Test
    void promisedPaidAndGivenUpUnitsAreCountedApart() {
        of.refund(1, 1);
        of.refund(1, 1).ask(null, NOW);
        issued(of.refund(1, 1));
        of.refund(1, 2).giveUp("no");
        issued(of.refund(2, 1));
        assertThat(aggregate.refundedUnits(item, false)).as("promised or paid").isEqualTo(3);
        assertThat(aggregate.refundedUnits(item, true)).as("paid").isEqualTo(1);
        assertThat(aggregate.committedUnits(item)).as("being paid, or paid").isEqualTo(2);
        assertThat(aggregate.givenUp(item)).isEqualTo(2);
    }

    @Test
    void aDecisionStaysOnceMoneyIsOnItsWayOrAReplacementWasSent() {
        aggregate.requireNotPaid(item);
        of.refund(1, 1).ask(null, NOW);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> aggregate.requireNotPaid(item))
                .withMessage("“Thing 1” is refunded already, so its decision stays");
        var other = of.item(2);
        aggregate.requireNotPaid(other);
        other.moveGoods(other.goods().exchange(1));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> aggregate.requireNotPaid(other))
                .withMessage("“Thing 2” is replaced already, so its decision stays");
    }

    @Test
    void unitsThatMoneyIsTiedToAreNotDecidedApart() {
        var refund = of.refund(1, 1);
        aggregate.requireWhole(item);
        refund.giveUp("no");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> aggregate.requireWhole(item))
                .withMessageContaining("its units cannot be decided apart");
        aggregate.requireWhole(of.item(2));
    }

    @Test
    void aReplacementThatIsToBeSentTiesTheUnitsUntilItIsDropped() {
        var task = new StoredStaffTask(StaffTaskKind.SEND_REPLACEMENT, item.returnId(), item.id(), 1, "Send it", NOW);
        aggregate.tasks().add(task);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> aggregate.requireWhole(item));
        aggregate.requireWhole(of.item(2));
        task.drop(NOW);
        aggregate.requireWhole(item);
        assertThat(task.isOpen()).isFalse();
    }

    @Test
    void aReturnThatIsWithdrawnCancelsWhatIsOpenAndLeavesWhatIsPaid() {
        var open = of.refund(1, 1);
        var failed = of.refund(1, 1);
        failed.payment().failed("no");
        var underWay = of.refund(1, 1);
        underWay.ask(null, NOW);
        var paid = of.gift("5.00");
        issued(paid);
        aggregate.cancelOpenRefunds("Return canceled");
        assertThat(aggregate.refunds())
                .extracting(Reimbursement::state)
                .containsExactly(RefundState.CANCELED, RefundState.CANCELED, RefundState.ISSUING, RefundState.ISSUED);
        assertThat(open.snapshot().failure()).isEqualTo("Return canceled");
    }

    @Test
    void unitsPaidForOrReplacedWithoutComingAreNotReturnedAgain() {
        issued(of.refund(1, 2));
        of.item(2).moveGoods(of.item(2).goods().exchange(1));
        aggregate.endUnsent();
        assertThat(item.unsent()).isEqualTo(3);
        assertThat(of.item(2).unsent()).isZero();
    }

    @Test
    void eachReasonForReviewIsToldOnce() {
        var waiting = AReturn.of(1, 1, 1, 1).decided(4, ItemDecision.APPROVED);
        for (var i = 1; i <= 3; i++) {
            waiting.item(i)
                    .decide(new DecisionRecord(
                            ItemDecision.IN_REVIEW, Actor.Kind.POLICY, NOW, null, i == 3 ? " " : "Too dear", null));
        }
        assertThat(waiting.aggregate().because()).containsExactly("Too dear");
        assertThat(waiting.aggregate().isOpen()).isTrue();
        assertThat(aggregate.isOpen()).isFalse();
    }

    @Test
    void aReturnIsSaidInAWordAndAnItemThatIsNotItsIsUnknown() {
        assertThat(aggregate).hasToString("Return R-1001, approved");
        var stranger = UUID.randomUUID();
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> aggregate.item(stranger))
                .withMessageContaining("Return R-1001 has no such item");
        assertThat(aggregate.item(item.id())).isSameAs(item);
    }

    @Test
    void nothingMoreIsSaidOfAClosedReturn() {
        aggregate.requireNotClosed();
        of.authorization().close("Done", NOW);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(aggregate::requireNotClosed)
                .withMessage("Return R-1001 is closed")
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.WRONG_STATE));
    }

    @Test
    void theSnapshotNamesEachReasonAndRefusesOneThatIsGone() {
        var reasons = Map.of(item.reasonId(), AReturn.REASON);
        var seen = ReturnSnapshot.of(aggregate, reasons, AReturn.EURO);
        assertThat(seen.items()).hasSize(2).allMatch(each -> each.reason().equals(AReturn.REASON));
        assertThat(seen.items()).noneMatch(each -> each.resolution() != Resolution.REFUND);
        assertThat(seen.rmaNumber()).isEqualTo("R-1001");
        assertThatIllegalStateException()
                .isThrownBy(() -> ReturnSnapshot.of(aggregate, Map.of(), AReturn.EURO))
                .withMessageContaining("names a reason that is gone");
    }
}
