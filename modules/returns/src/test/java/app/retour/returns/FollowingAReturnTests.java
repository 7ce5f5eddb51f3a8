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
import app.retour.returns.events.DiscrepancyKind;
import app.retour.returns.events.RefundState;
import app.retour.returns.goods.Discrepancy;
import app.retour.returns.goods.Grading;
import app.retour.returns.lists.ReturnCounts;
import app.retour.returns.lists.ReturnFilter;
import app.retour.returns.lists.ReturnLists;
import app.retour.returns.receiving.Receiving;
import app.retour.returns.refunds.Refunds;
import app.retour.returns.status.Headline;
import app.retour.returns.status.HeadlineGroup;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.status.ReturnDecision;
import app.retour.returns.view.Disposition;
import app.retour.returns.view.EvidenceRequest;
import app.retour.returns.view.EvidenceState;
import app.retour.returns.view.Grade;
import app.retour.returns.view.Return;
import app.retour.returns.view.ReturnItem;
import app.retour.returns.view.ReturnParcel;
import app.retour.returns.view.ReturnStep;
import app.retour.returns.waterfall.Waterfall;
import app.retour.tracking.ParcelState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import retour.testkit.RetourTest;

@RetourTest
class FollowingAReturnTests {
    @Autowired
    AMerchant merchant;

    @Autowired
    Returns returns;

    @Autowired
    Reviews reviews;

    @Autowired
    Receiving receiving;

    @Autowired
    Refunds refunds;

    @Autowired
    ReturnLists lists;

    @Test
    void anApprovedReturnIsSentCountedInspectedAndRefunded() {
        as(merchant.opens(), () -> {
            merchant.publishes(APPROVE_ALL);
            var order = merchant.sold(3, 10);
            var made = returns.request(wants(order, 2, "too_small"), SHOPPER);
            assertThat(made.headline()).isEqualTo(Headline.APPROVED);
            assertThat(made.rmaNumber()).isEqualTo("R-1001");
            assertThat(made.parcels()).singleElement().returns(ParcelState.AWAITING_LABEL, ReturnParcel::state);
            assertThat(returns.estimate(made.returnId()).orElseThrow().total()).isEqualTo(Money.of("60.00", "EUR"));

            returns.announceTracking(made.returnId(), "DHL", "00340434161094000001", new WhichParcel.Unsaid(), SHOPPER);

            var receipt = receiving.open("r-1001", false, CLERK);
            var item = made.items().getFirst().itemId();
            receiving.count(receipt.receiptId(), List.of(new Receiving.Count(item, 2)));
            receiving.close(receipt.receiptId(), true, List.of(), CLERK);
            assertThat(found(made).headline()).isEqualTo(Headline.RECEIVED);
            assertThat(found(made).refunds()).isEmpty();

            var line = receipt.lines().getFirst().lineId();
            receiving.grade(
                    receipt.receiptId(),
                    List.of(new Grading(line, 2, 0, Grade.AS_NEW, Disposition.RESTOCKED, null)),
                    CLERK);
            var due = found(made).refunds().getFirst();
            assertThat(due.state()).isEqualTo(RefundState.DUE);
            assertThat(due.amount()).isEqualTo(Money.of("60.00", "EUR"));
            assertThat(due.waterfall().tenders())
                    .containsExactly(new Waterfall.TenderShare("card", "Visa", Money.of("60.00", "EUR")));

            refunds.settle(refunds.markPaid(due.refundId(), "tx-1", CLERK).refundId(), CLERK);
            refunds.settle(refunds.markPaid(due.refundId(), "tx-1", CLERK).refundId(), CLERK);
            assertThat(found(made).headline()).isEqualTo(Headline.REFUNDED);
            assertThat(returns.timeline(made.returnId()))
                    .extracting(ReturnStep::event)
                    .containsExactly(
                            "ReturnRequested",
                            "ItemsDecided",
                            "ReturnApproved",
                            "ParcelAnnounced",
                            "ItemsReceived",
                            "ItemsInspected",
                            "RefundDue",
                            "RefundIssued");
            return true;
        });
    }

    private Return found(Return made) {
        return returns.find(made.returnId()).orElseThrow();
    }

    @Test
    void withoutARuleAPersonDecidesAndOnlyTheFirstOfTwoPeople() {
        as(merchant.opens(), () -> {
            var made = returns.request(wants(merchant.sold(3, 10), 3, "defective"), SHOPPER);
            assertThat(made.headline()).isEqualTo(Headline.PENDING_REVIEW);
            assertThat(made.because()).isNotEmpty();
            assertThat(lists.reviewQueue(org.springframework.data.domain.ScrollPosition.keyset(), 10))
                    .extracting(Return::rmaNumber)
                    .containsExactly("R-1001");

            var item = made.items().getFirst().itemId();
            var mine =
                    reviews.approve(made.returnId(), made.version(), List.of(new Reviews.Choice(item, 2)), null, CLERK);
            assertThat(mine.items()).extracting(ReturnItem::quantity).containsExactly(2, 1);
            assertThat(mine.items())
                    .extracting(ReturnItem::decision)
                    .containsExactly(ItemDecision.APPROVED, ItemDecision.IN_REVIEW);
            assertThat(mine.approvedWaitUntil()).isNotNull();
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> reviews.reject(
                            made.returnId(),
                            made.version(),
                            List.of(new Reviews.Choice(item, null)),
                            "No",
                            null,
                            CLERK))
                    .returns(ErrorCode.STALE, Refusal::code);

            var rest = mine.items().getLast().itemId();
            var done = reviews.reject(
                    made.returnId(),
                    mine.version(),
                    List.of(new Reviews.Choice(rest, null)),
                    "One of them is fine, please keep it.",
                    null,
                    CLERK);
            assertThat(done.headline()).isEqualTo(Headline.PARTLY_APPROVED);
            assertThat(String.valueOf(done.items().getLast().decisionReason())).contains("One of them");
            return true;
        });
    }

    @Test
    void whatTheRulesWantToSeeIsAskedForAndJudgedAgain() {
        as(merchant.opens(), () -> {
            merchant.publishes(Map.of(
                    "name",
                    "look",
                    "when",
                    Map.of("all", List.of()),
                    "then",
                    Map.of(
                            "decision",
                            Map.of("outcome", "APPROVE"),
                            "evidence",
                            Map.of("photos", 0, "comment", true))));
            var made = returns.request(wants(merchant.sold(1, 3), 1, "defective"), SHOPPER);
            assertThat(made.headline()).isEqualTo(Headline.ACTION_NEEDED);
            assertThat(made.evidenceRequests()).singleElement().returns(EvidenceState.WANTED, EvidenceRequest::state);

            var item = made.items().getFirst().itemId();
            var given = returns.giveEvidence(
                    made.returnId(), List.of(new Returns.Evidence(item, List.of(), "The seam is open")), SHOPPER);
            assertThat(given.headline()).isEqualTo(Headline.APPROVED);
            assertThat(returns.judgements(item)).hasSize(2);
            return true;
        });
    }

    @Test
    void moreThanIsLeftCannotBeReturned() {
        as(merchant.opens(), () -> {
            merchant.publishes(APPROVE_ALL);
            var order = merchant.sold(3, 10);
            var made = returns.request(wants(order, 2, "too_small"), SHOPPER);
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> returns.request(wants(order, 2, "too_small"), SHOPPER))
                    .returns(ErrorCode.QUANTITY_EXCEEDED, Refusal::code)
                    .returns(List.of("items", "0", "quantity"), Refusal::field);
            returns.cancel(made.returnId(), SHOPPER);
            assertThat(found(made).headline()).isEqualTo(Headline.CANCELED);
            assertThat(returns.request(wants(order, 3, "too_small"), SHOPPER).headline())
                    .isEqualTo(Headline.APPROVED);
            return true;
        });
    }

    @Test
    void whatArrivesOfACanceledReturnIsReceivedAndGoesToAPerson() {
        as(merchant.opens(), () -> {
            merchant.publishes(APPROVE_ALL);
            var made = returns.request(wants(merchant.sold(1, 10), 1, "too_small"), SHOPPER);
            returns.cancel(made.returnId(), SHOPPER);
            var receipt = receiving.open("R-1001", false, CLERK);
            receiving.count(
                    receipt.receiptId(),
                    List.of(new Receiving.Count(made.items().getFirst().itemId(), 1)));
            receiving.addUnexpected(receipt.receiptId(), null, "A left shoe", 1, null);
            receiving.close(receipt.receiptId(), false, List.of(), CLERK);
            assertThat(returns.discrepancies(made.returnId()))
                    .extracting(Discrepancy::kind)
                    .containsExactlyInAnyOrder(DiscrepancyKind.UNKNOWN_ITEM, DiscrepancyKind.ARRIVED_UNAPPROVED);
            assertThat(found(made).headline()).isEqualTo(Headline.CANCELED);
            return true;
        });
    }

    @Test
    void theQueueTheSearchAndTheCountsFindIt() {
        as(merchant.opens(), () -> {
            merchant.publishes(APPROVE_ALL);
            var made = returns.request(wants(merchant.sold(1, 10), 1, "too_small"), SHOPPER);
            for (var text : List.of("R-1001", "1001", "ada@example.com", "SHIRT-M", made.orderNumber())) {
                assertThat(lists.list(
                                new ReturnFilter(null, null, text, null, null, null),
                                org.springframework.data.domain.ScrollPosition.keyset(),
                                10))
                        .as(text)
                        .hasSize(1);
            }
            for (var group : HeadlineGroup.values()) {
                assertThat(lists.list(
                                        new ReturnFilter(
                                                List.of(ReturnDecision.APPROVED), group, null, null, null, null),
                                        org.springframework.data.domain.ScrollPosition.keyset(),
                                        10)
                                .isEmpty())
                        .as(group.name())
                        .isEqualTo(group != HeadlineGroup.APPROVED);
            }
            assertThat(lists.counts()).isEqualTo(new ReturnCounts(0, 0, 0, 0, 0, 0, 0));
            return true;
        });
    }
}
