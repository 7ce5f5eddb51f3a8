package app.retour.returns.record;

import static app.retour.returns.record.AReturn.NOW;
import static app.retour.returns.record.AReturn.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.returns.events.RefundState;
import app.retour.returns.waterfall.Waterfall;
import app.retour.returns.waterfall.WaterfallLineKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which step of a refund is allowed from where, and that what is over stays over, whatever is said when. */
class LifeOfARefundTests {
    /** What may be said of a refund, and in which states it is taken. */
    enum Step {
        ASKED(refund -> refund.ask(null, NOW), RefundState.ISSUING, RefundState.DUE, RefundState.FAILED),
        PAID_BY_HAND(refund -> refund.ask("bank", NOW), RefundState.ISSUING, RefundState.DUE, RefundState.FAILED),
        HANDED_OVER(refund -> refund.payment().called(NOW), RefundState.ISSUING, RefundState.ISSUING),
        ISSUED(refund -> refund.payment().issued("ref", NOW), RefundState.ISSUED, RefundState.ISSUING),
        FAILED(refund -> refund.payment().failed("no"), RefundState.FAILED, RefundState.DUE, RefundState.ISSUING),
        REFUSED(refund -> refund.payment().refused("never"), RefundState.FAILED, RefundState.DUE, RefundState.ISSUING),
        UNKNOWN(refund -> refund.payment().unknown("silence", NOW), RefundState.ISSUING, RefundState.ISSUING),
        DUE_AGAIN(refund -> refund.payment().dueAgain(), RefundState.DUE, RefundState.FAILED),
        CANCELED(refund -> refund.cancel("gone"), RefundState.CANCELED, RefundState.DUE, RefundState.FAILED),
        GIVEN_UP(refund -> refund.giveUp("enough"), RefundState.CANCELED, RefundState.DUE, RefundState.FAILED);

        private final Consumer<Reimbursement> says;
        private final RefundState to;
        private final Set<RefundState> from;

        Step(Consumer<Reimbursement> says, RefundState to, RefundState first, RefundState... more) {
            this.says = says;
            this.to = to;
            from = EnumSet.of(first, more);
        }
    }

    private static Reimbursement due() {
        return AReturn.approved(1).refund(1, 1);
    }

    private static Reimbursement in(RefundState state) {
        var refund = due();
        switch (state) {
            case ISSUING -> refund.ask(null, NOW);
            case ISSUED -> {
                refund.ask(null, NOW);
                refund.payment().issued(null, NOW);
            }
            case FAILED -> refund.payment().failed("no");
            case CANCELED -> refund.cancel("gone");
            case DUE, ESTIMATED -> {}
        }
        return refund;
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void aStepIsTakenFromItsStatesAndRefusedFromAllOthersWithoutATrace(Step step) {
        for (var state : EnumSet.complementOf(EnumSet.of(RefundState.ESTIMATED))) {
            var refund = in(state);
            var before = refund.snapshot();
            if (step.from.contains(state)) {
                step.says.accept(refund);
                assertThat(refund.state()).as("%s from %s", step, state).isEqualTo(step.to);
            } else {
                assertThatExceptionOfType(Refusal.class)
                        .as("%s from %s", step, state)
                        .isThrownBy(() -> step.says.accept(refund))
                        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.WRONG_STATE))
                        .withMessageContaining("A refund that is " + state);
                assertThat(refund.snapshot()).isEqualTo(before);
            }
        }
    }

    @Property
    void whateverIsSaidInWhicheverOrderAndTwiceItIsPaidOnceOrNever(@ForAll @Size(max = 30) List<Step> said) {
        var refund = due();
        var issued = 0;
        for (var step : said) {
            var before = refund.snapshot();
            var over = before.state() == RefundState.ISSUED || before.state() == RefundState.CANCELED;
            try {
                step.says.accept(refund);
                assertThat(over).as("%s after %s", step, before.state()).isFalse();
                issued += step == Step.ISSUED ? 1 : 0;
            } catch (Refusal _) {
                assertThat(refund.snapshot()).as("%s", step).isEqualTo(before);
            }
            assertThat(refund.counts()).isEqualTo(refund.state() != RefundState.CANCELED);
            assertThat(refund.isOpen() && refund.isCommitted()).isFalse();
            assertThat(refund.issuedAt() == null).isEqualTo(refund.state() != RefundState.ISSUED);
            assertThat(refund.snapshot().amount()).isEqualTo(euros(10));
        }
        assertThat(issued).isLessThanOrEqualTo(1);
    }

    @Test
    void nothingIsPaidWhileNobodyKnowsWhereItGoes() {
        var refund = AReturn.approved(1).refund(euros(10), line(), "Nobody knows how it was paid");
        assertThat(refund.needsMeans()).isTrue();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> refund.ask(null, NOW))
                .withMessage("Say first where the money goes: Nobody knows how it was paid");
        refund.goTo(List.of(new Waterfall.TenderShare(null, "Bank", euros(10))));
        assertThat(refund.needsMeans()).isFalse();
        assertThat(refund.needsPersonBecause()).isNull();
        refund.ask(null, NOW);
        assertThat(refund.state()).isEqualTo(RefundState.ISSUING);
    }

    @Test
    void whatGoesToAPersonIsNothingToChooseMeansForWhenItComesToNothing() {
        assertThat(AReturn.approved(1).refund(euros(0), line(), "Why").needsMeans())
                .isFalse();
        assertThat(due().needsMeans()).as("nobody is needed").isFalse();
    }

    private static Waterfall.Line line() {
        return new Waterfall.Line(WaterfallLineKind.ITEM, "Thing", euros(10), null);
    }

    @Test
    void aRefundThatIsHeldIsNotPaidAndSaysWhy() {
        var refund = due();
        assertThat(refund.take(new PayingAnswer.Held(Hold.UNPAID, "Lower the bill")))
                .isTrue();
        assertThat(refund.snapshot().held()).isTrue();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> refund.ask(null, NOW))
                .withMessage("Lower the bill");
    }

    @Test
    void aHoldIsNewsOnceAndAgainWhenItsReasonIsAnother() {
        var refund = due();
        assertThat(refund.take(new PayingAnswer.Held(Hold.PERSON, "Look"))).isTrue();
        assertThat(refund.take(new PayingAnswer.Held(Hold.PERSON, "Look"))).isFalse();
        assertThat(refund.take(new PayingAnswer.Held(Hold.PERSON, "Look again")))
                .isTrue();
        assertThat(refund.take(new PayingAnswer.Held(Hold.UNPAID, "Look again")))
                .isTrue();
    }

    @Test
    void aHoldEndsWhenTheGuardFindsNothingAndItsReasonWithIt() {
        var refund = due();
        assertThat(refund.take(new PayingAnswer.Pays("Not asked")))
                .as("it was not held")
                .isFalse();
        assertThat(refund.needsPersonBecause()).isNull();
        refund.take(new PayingAnswer.Held(Hold.PERSON, "Look"));
        assertThat(refund.take(new PayingAnswer.Pays("Tell them"))).isTrue();
        assertThat(refund.hold()).isNull();
        assertThat(refund.needsPersonBecause()).isEqualTo("Tell them");
    }

    @Test
    void meansChosenWhileItIsHeldDoNotEndTheHold() {
        var refund = AReturn.approved(1).refund(euros(10), line(), "Unknown means");
        refund.take(new PayingAnswer.Held(Hold.UNPAID, "Lower the bill"));
        refund.goTo(List.of(new Waterfall.TenderShare("card", "Visa", euros(10))));
        assertThat(refund.needsPersonBecause()).isEqualTo("Lower the bill");
    }

    @Test
    void whatTheGuardLowersIsWhatIsPaid() {
        var refund = due();
        var less = new Waterfall(
                refund.waterfall().lines(), euros(6), List.of(new Waterfall.TenderShare("card", "Visa", euros(6))));
        assertThat(refund.take(new PayingAnswer.Changed(less, List.of(), "Less by now", true, "why")))
                .isTrue();
        assertThat(refund.amount()).isEqualTo(euros(6));
        assertThat(refund.units()).isEmpty();
        assertThat(refund.needsPersonBecause()).isEqualTo("Less by now");
        assertThat(refund.take(new PayingAnswer.Gone("Nothing is left"))).isTrue();
        assertThat(refund.snapshot().failure()).isEqualTo("Nothing is left");
        assertThat(refund.isGivenUp()).as("nobody gave it up").isFalse();
    }

    @Test
    void aPersonsAdjustmentKeepsTheReasonThatStoodBefore() {
        var refund = due();
        var more = new Waterfall(refund.waterfall().lines(), euros(12), List.of());
        refund.adjust(more, "Nobody knows to which means");
        assertThat(refund.amount()).isEqualTo(euros(12));
        refund.adjust(more, "Another reason");
        assertThat(refund.needsPersonBecause()).isEqualTo("Nobody knows to which means");
    }
}
