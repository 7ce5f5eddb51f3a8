package app.retour.returns.refunds;

import static app.retour.returns.record.AReturn.NOW;
import static app.retour.returns.record.AReturn.euros;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.returns.record.AReturn;
import app.retour.returns.record.Hold;
import app.retour.returns.record.PayingAnswer;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.waterfall.RefundedUnits;
import app.retour.returns.waterfall.Waterfall;
import app.retour.returns.waterfall.WaterfallLineKind;
import app.retour.rules.policy.Resolution;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asking again could pay what may not be paid any more: then a person finds out, and nobody asks. */
class AskingTheGatewayTests {
    private final AReturn of = AReturn.approved(2);
    private final Reimbursement refund = of.refund(1, 1);

    private void heard() {
        refund.ask(null, NOW);
        refund.payment().called(NOW);
    }

    private PayingAnswer.Changed fits(long total, String tender, List<RefundedUnits> units, boolean isPaid) {
        return new PayingAnswer.Changed(
                new Waterfall(
                        refund.waterfall().lines(),
                        euros(total),
                        List.of(new Waterfall.TenderShare(tender, "Means", euros(total)))),
                units,
                null,
                isPaid,
                "why");
    }

    @Test
    void whatFitsIsAskedForWhetherOrNotTheGatewayHeardOfIt() {
        assertThat(Asking.of(refund, new PayingAnswer.Pays(null))).isEqualTo(Asking.ASK);
        heard();
        assertThat(Asking.of(refund, new PayingAnswer.Pays("Look"))).isEqualTo(Asking.ASK);
    }

    @Test
    void whatTheGatewayNeverHeardOfIsStopped() {
        refund.ask(null, NOW);
        for (var found : List.of(
                new PayingAnswer.Gone("gone"),
                new PayingAnswer.Held(Hold.UNPAID, "unpaid"),
                fits(20, "card", refund.units(), true))) {
            assertThat(Asking.of(refund, found)).isEqualTo(Asking.STOP);
        }
    }

    @Test
    void whatItMayHavePaidAndMustNotIsFoundOut() {
        heard();
        assertThat(Asking.of(refund, new PayingAnswer.Gone("gone"))).isEqualTo(Asking.FIND_OUT);
        assertThat(Asking.of(refund, new PayingAnswer.Held(Hold.PERSON, "look")))
                .isEqualTo(Asking.FIND_OUT);
    }

    @ParameterizedTest(name = "of €10.00 to the card {0} fits to {1}: {2}")
    @CsvSource({"10, card, ASK", "11, card, ASK", "9, card, FIND_OUT", "10, gift, FIND_OUT"})
    void aChangeThatLeavesRoomForWhatWasAskedIsAskedAgain(long total, String tender, Asking expected) {
        heard();
        assertThat(Asking.of(refund, fits(total, tender, refund.units(), true))).isEqualTo(expected);
    }

    @Test
    void forOtherUnitsOrAnOrderThatIsNotPaidNobodyAsksAgain() {
        heard();
        assertThat(Asking.of(refund, fits(10, "card", List.of(), true))).isEqualTo(Asking.FIND_OUT);
        assertThat(Asking.of(refund, fits(10, "card", refund.units(), false))).isEqualTo(Asking.FIND_OUT);
    }

    private Reimbursement label(long amount) {
        return of.refund(
                euros(Math.max(1, amount)),
                new Waterfall.Line(WaterfallLineKind.LABEL_FEE, "Return label", euros(amount), null),
                null,
                RefundedUnits.fee(of.item(1).orderLineId(), of.item(1).id(), euros(0)));
    }

    private static String spared(Reimbursement refund, Reimbursement... others) {
        return new SparedFees(refund, List.of(others))
                .takenBack().stream()
                        .flatMap(given -> given.waterfall().lines().stream())
                        .map(line -> line.kind() + " " + line.amount())
                        .toList()
                        .toString();
    }

    @Test
    void aLabelThatOneKeepsAndAnotherGivesBackIsNotKeptInTheFirstPlace() {
        assertThat(spared(label(-5), label(5))).isEqualTo("[LABEL_FEE -€5.00]");
        assertThat(spared(label(-5), label(3))).as("as much as is given back").isEqualTo("[LABEL_FEE -€3.00]");
        assertThat(spared(label(-2), label(3))).as("as much as is kept").isEqualTo("[LABEL_FEE -€2.00]");
        assertThat(spared(label(-5), label(2), label(1))).isEqualTo("[LABEL_FEE -€3.00]");
    }

    @Test
    void nothingIsSparedWhereNobodyGivesBackOrNobodyKeeps() {
        assertThat(spared(label(-5))).isEqualTo("[]");
        assertThat(spared(label(-5), label(-4))).isEqualTo("[]");
        assertThat(spared(refund, label(4))).isEqualTo("[]");
    }

    private Reimbursement fee(int item, long kept) {
        var about = of.item(item);
        return of.refund(
                euros(10),
                new Waterfall.Line(WaterfallLineKind.RESTOCKING_FEE, "Fee", euros(-kept), about.id()),
                null,
                RefundedUnits.fee(about.orderLineId(), about.id(), euros(kept)));
    }

    @Test
    void aFeeIsSparedForItsOwnItemAlone() {
        of.item(1, Resolution.REFUND);
        assertThat(spared(fee(1, 4), fee(1, -3))).isEqualTo("[RESTOCKING_FEE -€3.00]");
        assertThat(spared(fee(1, 4), fee(2, -3))).isEqualTo("[]");
    }

    @Test
    void whatIsSparedComesOffTheMeansThatItWouldHaveGoneTo() {
        var shares = new SparedFees(label(-5), List.of(label(5)))
                .takenBack()
                .getFirst()
                .waterfall()
                .tenders();
        assertThat(shares).singleElement().satisfies(share -> {
            assertThat(share.tenderId()).isEqualTo("card");
            assertThat(share.amount()).isEqualTo(euros(-5));
        });
    }
}
