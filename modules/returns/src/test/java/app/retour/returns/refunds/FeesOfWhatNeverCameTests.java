package app.retour.returns.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.waterfall.AReturnInParts;
import app.retour.rules.policy.Fee.Per;
import app.retour.rules.policy.RefundMoment;
import app.retour.rules.vocabulary.ReasonGroup;
import org.junit.jupiter.api.Test;

/** A fee that is taken once per return, the highest, is taken for what came in the end. */
class FeesOfWhatNeverCameTests {
    private final LivingOrder life = new LivingOrder(SoldOrders.paid(
            "EUR", SoldOrders.line(1, Money.of("100.00", "EUR")), SoldOrders.line(1, Money.of("100.00", "EUR"))));

    private final ReturnAggregate aggregate = life.approved(requested(0, "10"), requested(1, "50"));

    private static LivingOrder.Requested requested(int line, String rate) {
        var fee = AReturnInParts.percent(rate, Per.RETURN);
        return new LivingOrder.Requested(
                line, 1, LivingOrder.terms(RefundMoment.RECEIPT, false, fee), ReasonGroup.SIZE);
    }

    private void issuedIs(String... amounts) {
        life.refunds().stream().filter(Reimbursement::isOpen).forEach(refund -> {
            refund.ask(null, life.tick());
            refund.payment().issued("tx", life.tick());
        });
        assertThat(life.refunds())
                .extracting(refund -> refund.amount().amount().toPlainString())
                .containsExactly(amounts);
    }

    @Test
    void itIsTheHighestOfAllThatMayStillCome() {
        life.receives(aggregate, true, 1, 0);
        issuedIs("50.00");
        life.receives(aggregate, true, 0, 1);
        issuedIs("50.00", "50.00");
    }

    @Test
    void whatIsFoundMissingBearsNoFee() {
        life.receives(aggregate, true, 1, 0);
        issuedIs("50.00");
        life.receives(aggregate, false, 0, 0);
        issuedIs("50.00", "40.00");
    }

    @Test
    void whatIsNotSentUntilTheReturnIsClosedBearsNoFee() {
        life.receives(aggregate, true, 1, 0);
        issuedIs("50.00");
        life.closes(aggregate);
        issuedIs("50.00", "40.00");
        life.closes(aggregate);
        assertThat(life.refunds()).hasSize(2);
    }
}
