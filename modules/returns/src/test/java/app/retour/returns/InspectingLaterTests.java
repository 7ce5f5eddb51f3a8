package app.retour.returns;

import static app.retour.returns.AMerchant.APPROVE_ALL;
import static app.retour.returns.AMerchant.CLERK;
import static app.retour.returns.AMerchant.SHOPPER;
import static app.retour.returns.AMerchant.as;
import static app.retour.returns.AMerchant.wants;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.returns.events.RefundState;
import app.retour.returns.goods.Grading;
import app.retour.returns.lists.ReceiptLists;
import app.retour.returns.receiving.Receiving;
import app.retour.returns.refunds.Refunds;
import app.retour.returns.status.Milestone;
import app.retour.returns.status.MilestoneName;
import app.retour.returns.status.MilestoneState;
import app.retour.returns.status.NextStep;
import app.retour.returns.status.NextStepKind;
import app.retour.returns.status.TeamStep;
import app.retour.returns.status.TeamStepKind;
import app.retour.returns.view.Disposition;
import app.retour.returns.view.Grade;
import app.retour.returns.view.Receipt;
import app.retour.returns.view.Refund;
import app.retour.returns.view.Return;
import app.retour.returns.view.ReturnStep;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.ScrollPosition;
import retour.testkit.RetourTest;

@RetourTest
class InspectingLaterTests {
    @Autowired
    AMerchant merchant;

    @Autowired
    Returns returns;

    @Autowired
    Receiving receiving;

    @Autowired
    ReceiptLists lists;

    @Autowired
    Refunds refunds;

    @Test
    void whatIsClosedWithoutGradesWaitsForInspectionAndIsRefundedAfterwards() {
        as(merchant.opens(), () -> {
            var made = approved(2);
            var receipt = counted(made, 2);
            receiving.close(receipt.receiptId(), true, List.of(), CLERK);

            assertThat(steps(made)).singleElement().satisfies(step -> {
                assertThat(step.kind()).isEqualTo(TeamStepKind.INSPECT);
                assertThat(step.text()).isEqualTo("Inspect 2 units");
                assertThat(step.receipt()).isEqualTo(receipt.receiptId());
            });
            assertThat(lists.toInspect(ScrollPosition.keyset(), 10))
                    .singleElement()
                    .returns(receipt.receiptId(), Receipt::receiptId)
                    .returns(2, Receipt::unitsToInspect);
            assertThat(receiving.toInspect(made.returnId()).orElseThrow().receiptId())
                    .isEqualTo(receipt.receiptId());

            receiving.grade(receipt.receiptId(), List.of(whole(receipt, 1)), CLERK);
            assertThat(steps(made)).extracting(TeamStep::text).contains("Inspect 1 unit");
            receiving.grade(receipt.receiptId(), List.of(whole(receipt, 2)), CLERK);

            assertThat(lists.toInspect(ScrollPosition.keyset(), 10)).isEmpty();
            assertThat(receiving.toInspect(made.returnId())).isEmpty();
            assertThat(found(made).refunds())
                    .extracting(Refund::amount)
                    .containsExactly(Money.of("30.00", "EUR"), Money.of("30.00", "EUR"));
            assertThat(steps(made)).extracting(TeamStep::kind).containsExactly(TeamStepKind.PAY, TeamStepKind.PAY);
            return true;
        });
    }

    @Test
    void aGradeThatIsChosenWhenTheParcelIsClosedIsKept() {
        as(merchant.opens(), () -> {
            var made = approved(2);
            var receipt = counted(made, 2);
            // The page may not know the last count yet: all that was counted and is not refused is accepted.
            var closed = receiving.close(receipt.receiptId(), true, List.of(whole(receipt, null)), CLERK);
            assertThat(closed.unitsToInspect()).isZero();
            assertThat(closed.lines().getFirst().grade()).isEqualTo(Grade.AS_NEW);
            assertThat(found(made).refunds()).singleElement().returns(RefundState.DUE, Refund::state);
            // The same grade, still on its way when the parcel was closed, changes nothing.
            receiving.grade(receipt.receiptId(), List.of(whole(receipt, 2)), CLERK);
            assertThat(found(made).refunds()).hasSize(1);
            assertThat(found(made).items().getFirst().goods().accepted()).isEqualTo(2);
            return true;
        });
    }

    @Test
    void whatIsOnlyOpenedIsThereForNobodyAndCannotBeClosed() {
        as(merchant.opens(), () -> {
            var made = approved(1);
            var opened = receiving.open(made.rmaNumber(), false, CLERK);
            var unknown = receiving.open("SOMETHING-ELSE", true, CLERK);
            assertThat(lists.open(ScrollPosition.keyset(), 10)).isEmpty();
            assertThat(returns.receipts(made.returnId())).isEmpty();
            assertThat(receiving.openFor(made.returnId())).isEmpty();
            for (var empty : List.of(opened, unknown)) {
                assertThatExceptionOfType(Refusal.class)
                        .isThrownBy(() -> receiving.close(empty.receiptId(), false, List.of(), CLERK))
                        .returns(ErrorCode.REQUIRED, Refusal::code);
            }
            counted(made, 1);
            assertThat(lists.open(ScrollPosition.keyset(), 10))
                    .singleElement()
                    .returns(opened.receiptId(), Receipt::receiptId);
            return true;
        });
    }

    @Test
    void anAbandonedReceiptIsBegunAnewWithWhatIsAwaitedNow() {
        as(merchant.opens(), () -> {
            var made = approved(2);
            var first = receiving.open(made.rmaNumber(), false, CLERK);
            var again = receiving.open(made.rmaNumber(), false, CLERK);
            assertThat(again.receiptId()).isEqualTo(first.receiptId());
            assertThat(again.lines()).hasSize(1);
            var counting = counted(made, 1);
            assertThat(receiving.open(made.rmaNumber(), false, CLERK).lines())
                    .as("what is counted stays")
                    .isEqualTo(counting.lines());
            return true;
        });
    }

    @Test
    void whatNobodyAnnouncedHoldsUpNoRefund() {
        as(merchant.opens(), () -> {
            var made = approved(1);
            var receipt = counted(made, 1);
            receiving.addUnexpected(receipt.receiptId(), null, "A left shoe", 1, null);
            var closed = receiving.close(receipt.receiptId(), true, List.of(whole(receipt, 1)), CLERK);
            assertThat(closed.unitsToInspect()).isZero();
            assertThat(returns.timeline(made.returnId()))
                    .extracting(ReturnStep::event)
                    .contains("ItemsInspected", "RefundDue");
            assertThat(steps(made))
                    .extracting(TeamStep::text)
                    .containsExactly("Pay €30.00 and mark it as paid", "Settle 1 discrepancy");
            return true;
        });
    }

    @Test
    void onceEverythingIsRefundedNobodyIsToldToSendAnything() {
        as(merchant.opens(), () -> {
            var made = approved(1);
            assertThat(returns.shopperView(made.returnId()).hasSlip()).isTrue();
            assertThat(steps(made)).extracting(TeamStep::text).containsExactly("The shopper has 1 unit to send");
            var receipt = counted(made, 1);
            receiving.close(receipt.receiptId(), true, List.of(whole(receipt, 1)), CLERK);
            refunds.settle(
                    refunds.markPaid(found(made).refunds().getFirst().refundId(), "tx", CLERK)
                            .refundId(),
                    CLERK);

            var view = returns.shopperView(made.returnId());
            assertThat(view.hasSlip()).isFalse();
            assertThat(returns.slip(made.returnId(), Locale.ENGLISH, Locale.ENGLISH))
                    .isEmpty();
            assertThat(view.nextSteps()).extracting(NextStep::kind).containsExactly(NextStepKind.REFUND_ON_ITS_WAY);
            assertThat(view.milestones())
                    .filteredOn(step -> step.name() == MilestoneName.RECEIVED)
                    .singleElement()
                    .returns(MilestoneState.DONE, Milestone::state)
                    .extracting(Milestone::at)
                    .isNotNull();
            assertThat(steps(made)).extracting(TeamStep::kind).containsExactly(TeamStepKind.NOTHING_TO_DO);
            return true;
        });
    }

    private Return approved(int units) {
        merchant.publishes(APPROVE_ALL);
        return returns.request(wants(merchant.sold(units, 10), units, "too_small"), SHOPPER);
    }

    private Receipt counted(Return made, int units) {
        var receipt = receiving.open(made.rmaNumber(), false, CLERK);
        return receiving.count(
                receipt.receiptId(),
                List.of(new Receiving.Count(made.items().getFirst().itemId(), units)));
    }

    private static Grading whole(Receipt of, @Nullable Integer units) {
        return new Grading(of.lines().getFirst().lineId(), units, 0, Grade.AS_NEW, Disposition.RESTOCKED, null);
    }

    private List<TeamStep> steps(Return made) {
        return returns.teamSteps(made.returnId());
    }

    private Return found(Return made) {
        return returns.find(made.returnId()).orElseThrow();
    }
}
