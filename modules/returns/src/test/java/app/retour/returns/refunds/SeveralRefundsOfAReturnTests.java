package app.retour.returns.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import app.retour.returns.ToldOfAReturn;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.status.Headline;
import app.retour.returns.status.NextStepKind;
import app.retour.returns.status.TeamStep;
import app.retour.rules.policy.RefundMoment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Goods, shipping and goodwill are refunds of their own: what is said of the return counts them all. */
class SeveralRefundsOfAReturnTests {
    private final LivingOrder life =
            new LivingOrder(SoldOrders.paid("EUR", SoldOrders.line(1, eur("40.00")), SoldOrders.line(1, eur("10.00"))));
    private ReturnAggregate aggregate = life.approved(LivingOrder.Requested.of(0, 1, RefundMoment.INSPECTION));

    @BeforeEach
    void theGoodsAreBackAndPaid() {
        life.comesBack(aggregate, 1);
        pay(aggregate.refunds().getFirst());
    }

    @Test
    void aReturnIsRefundedOnceItsGoodwillIsPaidToo() {
        assertThat(aggregate.headline()).isEqualTo(Headline.REFUNDED);
        var gift = give(ReimbursementKind.GOODWILL, "4.00");
        assertThat(aggregate.headline()).isEqualTo(Headline.PARTLY_REFUNDED);
        assertThat(ToldOfAReturn.toShopper(aggregate))
                .as("and the shopper is told that more comes")
                .containsExactly(NextStepKind.WAIT_FOR_REFUND);
        pay(gift);
        assertThat(aggregate.headline()).isEqualTo(Headline.REFUNDED);
        give(ReimbursementKind.GOODWILL, "1.00").giveUp("A mistake");
        assertThat(aggregate.headline()).isEqualTo(Headline.REFUNDED);
    }

    @Test
    void theTeamReadsWhatEachIsFor() {
        give(ReimbursementKind.GOODWILL, "4.00");
        assertThat(ToldOfAReturn.teamSteps(aggregate))
                .extracting(TeamStep::text)
                .containsExactly("Pay €4.00 of goodwill and mark it as paid");
    }

    private Reimbursement give(ReimbursementKind kind, String amount) {
        var reckoned = new StaffGift(life.account()).reckon(kind, eur(amount), "It came late");
        var gift = new Reimbursement(aggregate.authorization(), reckoned, false, life.tick());
        aggregate.add(gift);
        return gift;
    }

    private void pay(Reimbursement refund) {
        refund.ask("tx", life.tick());
        refund.payment().called(life.tick());
        refund.payment().issued("tx", life.tick());
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
