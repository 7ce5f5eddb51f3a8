package app.retour.returns.record;

import static app.retour.returns.record.AReturn.NOW;
import static app.retour.returns.record.AReturn.terms;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.returns.status.Headline;
import app.retour.returns.status.ItemDecision;
import app.retour.rules.policy.RefundMoment;
import app.retour.rules.policy.Resolution;
import app.retour.tracking.ParcelState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read of a return, from its parcels, its goods and its money. */
class HeadlineOfAReturnTests {
    private static void is(Headline expected, AReturn of) {
        assertThat(of.aggregate().headline()).isEqualTo(expected);
    }

    private static void issued(Reimbursement refund) {
        refund.ask(null, NOW);
        refund.payment().issued(null, NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "AWAITING_LABEL, APPROVED",
        "LABEL_READY, APPROVED",
        "NOT_REQUIRED, APPROVED",
        "IN_TRANSIT, ON_ITS_WAY",
        "DELIVERED, DELIVERED_TO_US",
        "LOST, PROBLEM",
        "EXCEPTION, PROBLEM",
    })
    void aParcelOfWhichNothingCameYet(ParcelState state, Headline headline) {
        is(headline, AReturn.approved(1).parcel(state));
    }

    @Test
    void theParcelThatIsFarthestCounts() {
        is(
                Headline.DELIVERED_TO_US,
                AReturn.approved(2).parcel(ParcelState.DELIVERED).parcel(ParcelState.IN_TRANSIT));
    }

    @Test
    void aLostParcelIsNoProblemOnceAllGoodsAreHere() {
        is(Headline.PROBLEM, AReturn.approved(2).parcel(ParcelState.LOST).came(1, 1, 0, 0));
        is(Headline.RECEIVED, AReturn.approved(2).parcel(ParcelState.LOST).came(1, 2, 0, 0));
    }

    @ParameterizedTest(name = "of 2 came {0}, {1} accepted, {2} refused")
    @CsvSource({
        "1, 0, 0, PARTLY_RECEIVED",
        "2, 0, 0, RECEIVED",
        "2, 1, 0, BEING_INSPECTED",
        "2, 0, 1, BEING_INSPECTED",
        "2, 2, 0, RECEIVED",
        "1, 1, 0, PARTLY_RECEIVED",
    })
    void goodsAtTheWarehouse(int received, int accepted, int refused, Headline headline) {
        is(headline, AReturn.approved(2).came(1, received, accepted, refused));
    }

    @Test
    void aRefundThatFailedIsAProblemUntilItIsTriedAgain() {
        var of = AReturn.approved(1).came(1, 1, 1, 0);
        var refund = of.refund(1, 1);
        refund.payment().failed("no");
        is(Headline.PROBLEM, of);
        refund.payment().dueAgain();
        is(Headline.RECEIVED, of);
        issued(refund);
        is(Headline.REFUNDED, of);
    }

    @Test
    void whatIsRefundedInPartIsSoUntilTheLastUnit() {
        var of = AReturn.approved(2);
        issued(of.refund(1, 1));
        is(Headline.PARTLY_REFUNDED, of);
        issued(of.refund(1, 1));
        is(Headline.REFUNDED, of);
    }

    @Test
    void refusedAndMissingUnitsNeedNoRefundOnceAllIsCounted() {
        var of = AReturn.approved(3).came(1, 2, 1, 1);
        issued(of.refund(1, 1));
        is(Headline.PARTLY_REFUNDED, of);
        of.item(1).moveGoods(of.item(1).goods().miss(1));
        is(Headline.REFUNDED, of);
    }

    @Test
    void whatAPersonGaveUpAndWhatCostsNothingIsNotWaitedFor() {
        var of = AReturn.approved(3);
        issued(of.refund(1, 1));
        of.refund(1, 1).giveUp("They keep it");
        is(Headline.PARTLY_REFUNDED, of);
        of.item(1).comesToNothing(1);
        is(Headline.REFUNDED, of);
    }

    @Test
    void goodwillThatIsStillToBePaidKeepsARefundedReturnOpen() {
        var of = AReturn.approved(1);
        issued(of.refund(1, 1));
        var gift = of.gift("5.00");
        is(Headline.PARTLY_REFUNDED, of);
        issued(gift);
        is(Headline.REFUNDED, of);
    }

    @Test
    void goodwillAloneRefundsNothing() {
        var of = AReturn.approved(1);
        issued(of.gift("5.00"));
        is(Headline.APPROVED, of);
    }

    @Test
    void anItemThatIsUndecidedKeepsTheOtherPartlyRefunded() {
        var of = AReturn.of(1, 1).decided(1, ItemDecision.APPROVED);
        issued(of.refund(1, 1));
        is(Headline.PARTLY_REFUNDED, of);
        of.decided(2, ItemDecision.REJECTED);
        is(Headline.REFUNDED, of);
    }

    @Test
    void exchangesAndCreditsHaveTheirOwnWordsAndMixedOnesAreCompleted() {
        var exchange = replaced(Resolution.EXCHANGE);
        is(Headline.EXCHANGED, exchange);
        is(Headline.CREDITED, replaced(Resolution.STORE_CREDIT));
        exchange.item(1, Resolution.REFUND).decided(2, ItemDecision.APPROVED);
        is(Headline.APPROVED, exchange);
        issued(exchange.refund(2, 1));
        is(Headline.COMPLETED, exchange);
    }

    private static AReturn replaced(Resolution resolution) {
        var of = AReturn.of().item(1, resolution).decided(1, ItemDecision.APPROVED);
        of.item(1).moveGoods(of.item(1).goods().exchange(1));
        return of;
    }

    @Test
    void aReplacementThatWasSentIsNotPartlyRefunded() {
        var of = AReturn.of().item(2, Resolution.EXCHANGE).decided(1, ItemDecision.APPROVED);
        of.item(1).moveGoods(of.item(1).goods().exchange(1));
        is(Headline.APPROVED, of);
    }

    @Test
    void anItemThatIsKeptIsRefundedWithoutComing() {
        var of = AReturn.approved(1).agreedOn(1, terms(RefundMoment.APPROVAL, true));
        assertThat(of.aggregate().expected()).isZero();
        is(Headline.APPROVED, of);
        issued(of.refund(1, 1));
        is(Headline.REFUNDED, of);
    }

    @Test
    void closedStandsBeforeAllThatIsUnderWay() {
        var of = AReturn.approved(1).parcel(ParcelState.LOST);
        of.authorization().close("Nobody writes", NOW);
        is(Headline.CLOSED, of);
    }
}
