package app.retour.returns.refunds;

import static app.retour.returns.AMerchant.CLERK;
import static app.retour.returns.AMerchant.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.api.GlobalId;
import app.retour.kernel.TenantId;
import app.retour.returns.AMerchant;
import app.retour.returns.Returns;
import app.retour.returns.TheApi;
import app.retour.returns.documents.RefundDocuments;
import app.retour.returns.events.RefundId;
import app.retour.returns.events.RefundState;
import app.retour.returns.goods.Grading;
import app.retour.returns.receiving.Receiving;
import app.retour.returns.status.ReceiptId;
import app.retour.returns.view.Disposition;
import app.retour.returns.view.Grade;
import app.retour.returns.view.Refund;
import app.retour.returns.view.ReturnStep;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import retour.testkit.RetourTest;

/** What changes between a person's word that a refund is paid and the gateway's ear stops the payment; afterwards nothing does. */
@RetourTest
class StoppingPaymentsIntegrationTests {
    @Autowired
    AMerchant merchant;

    @Autowired
    TheApi api;

    @Autowired
    Returns returns;

    @Autowired
    Refunds refunds;

    @Autowired
    Receiving receiving;

    @Autowired
    RefundDocuments documents;

    @Autowired
    RefundExecution payout;

    @Autowired
    Bank bank;

    private TenantId tenant;
    private String number = "";

    @BeforeEach
    void aMerchantWhoPaysOnReceipt() {
        tenant = merchant.opens();
        number = UUID.randomUUID().toString().substring(0, 8);
        as(tenant, () -> {
            merchant.publishes(Map.of(
                    "name",
                    "at once",
                    "when",
                    Map.of("all", List.of()),
                    "then",
                    Map.of("decision", Map.of("outcome", "APPROVE"), "refundMoment", "RECEIPT")));
            return true;
        });
    }

    @AfterEach
    void theBankAnswers() {
        bank.answers(paid -> paid);
    }

    @Test
    void whatTheShopGaveBackMeanwhileIsNotPaidByTheJob() {
        var due = asked(Map.of());
        tells(Map.of("refundedOutside", "60.00"));
        runs(due);
        assertThat(bank.calls(due)).isZero();
        assertThat(found(due)).returns(RefundState.CANCELED, Refund::state);
        assertNothingWasIssued(due);
    }

    @Test
    void norByWhoeverSettlesItAtOnce() {
        var due = asked(Map.of());
        tells(Map.of("refundedOutside", "45.00"));
        assertThat(as(tenant, () -> refunds.settle(due.refundId(), CLERK)))
                .returns(RefundState.DUE, Refund::state)
                .returns("€15.00", refund -> refund.amount().toString())
                .returns(null, Refund::reference);
        assertThat(bank.calls(due)).isZero();
        assertNothingWasIssued(due);
        // What is left is paid by asking again, as another payment or the same: the bank never heard of the first.
        api.pays(tenant, GlobalId.of("Refund", due.refundId().value()), "tx-2").done();
        assertThat(found(due)).returns(RefundState.ISSUED, Refund::state);
    }

    @Test
    void anOrderThatIsFoundUnpaidHoldsThePayment() {
        var due = asked(Map.of());
        tells(Map.of("payment", "UNPAID"));
        runs(due);
        assertThat(bank.calls(due)).isZero();
        assertThat(found(due))
                .returns(RefundState.DUE, Refund::state)
                .returns(true, Refund::held)
                .satisfies(refund -> assertThat(refund.needsPersonBecause()).contains("not paid"));
        assertNothingWasIssued(due);
    }

    @Test
    void aUnitThatIsFoundWornMeanwhileIsNotPaidFor() {
        var due = asked(Map.of());
        as(tenant, () -> {
            var receipt = receiving
                    .find(new ReceiptId(GlobalId.parse(receiptId, "Receipt")))
                    .orElseThrow();
            return receiving.grade(
                    receipt.receiptId(),
                    List.of(new Grading(
                            receipt.lines().getFirst().lineId(), 1, 1, Grade.USED, Disposition.SCRAPPED, "worn")),
                    CLERK);
        });
        runs(due);
        assertThat(bank.calls(due)).isZero();
        assertThat(found(due))
                .returns(RefundState.DUE, Refund::state)
                .returns("€30.00", refund -> refund.amount().toString());
        assertNothingWasIssued(due);
    }

    @Test
    void onceTheGatewayHasHeardOfItItIsAskedAgainUntilItsAnswerIsKnown() {
        var due = askedWithoutAnswer();
        runs(due);
        assertThat(found(due)).as("it was paid, so it is written down").returns(RefundState.ISSUED, Refund::state);
        assertThat(bank.calls(due)).isEqualTo(2);
    }

    @Test
    void whatTheGatewayMayHavePaidAndMustNotPayAnyMoreIsFoundOutByAPerson() {
        var due = askedWithoutAnswer();
        tells(Map.of("refundedOutside", "60.00"));
        runs(due);
        assertThat(bank.calls(due)).as("asking again could pay it").isEqualTo(1);
        assertThat(found(due)).returns(RefundState.ISSUING, Refund::state).returns(true, Refund::outcomeUnknown);
        assertNothingWasIssued(due);
    }

    @Test
    void whatTheGatewayMayHavePaidOfAnOrderThatIsToldAsUnpaidIsNotAskedForAgain() {
        var due = askedWithoutAnswer();
        tells(Map.of("payment", "UNPAID"));
        runs(due);
        assertThat(bank.calls(due)).isEqualTo(1);
        assertThat(found(due)).returns(RefundState.ISSUING, Refund::state).returns(true, Refund::outcomeUnknown);
    }

    private Refund askedWithoutAnswer() {
        var due = asked(Map.of());
        bank.answers(_ -> {
            throw new IllegalStateException("connection reset");
        });
        as(tenant, () -> {
            assertThatExceptionOfType(RefundExecution.NoAnswer.class).isThrownBy(() -> payout.run(told(due)));
            return true;
        });
        bank.answers(paid -> paid);
        return due;
    }

    @Test
    void whoSaysItIsPaidIsToldThatItIsNot() {
        var due = due(Map.of());
        bank.answers(paid -> paid);
        var id = GlobalId.of("Refund", due.refundId().value());
        as(tenant, () -> refunds.markPaid(due.refundId(), "tx-1", CLERK));
        tells(Map.of("refundedOutside", "45.00"));
        // The same word again, before the job came: it is settled now, and stopped.
        var answer = api.pays(tenant, id, "tx-1");
        assertThat(answer.codes()).containsExactly("WRONG_STATE");
        assertThat(answer.text("userErrors.0.message")).contains("was not paid").contains("€15.00");
        assertNothingWasIssued(due);
    }

    private String receiptId = "";

    /** Two shirts came back, and a person said that 60.00 were paid. */
    private Refund asked(Map<String, Object> order) {
        var due = due(order);
        as(tenant, () -> refunds.markPaid(due.refundId(), "tx-1", CLERK));
        return due;
    }

    private Refund due(Map<String, Object> order) {
        var made = api.returns(tenant, tells(order), 2);
        var received = api.receives(tenant, made, 2, false);
        receiptId = received.text("receipt.id");
        return as(
                tenant,
                () -> refunds.find(new RefundId(GlobalId.parse(received.text("receipt.return.refunds.0.id"), "Refund")))
                        .orElseThrow());
    }

    private TheApi.Answer tells(Map<String, Object> otherwise) {
        return api.tells(tenant, TheApi.order(number, "EUR", 2, new HashMap<>(otherwise)))
                .done();
    }

    private void runs(Refund due) {
        as(tenant, () -> {
            payout.run(told(due));
            return true;
        });
    }

    private static RefundExecution.Told told(Refund of) {
        return new RefundExecution.Told(of.refundId().value(), CLERK.kind(), CLERK.id());
    }

    private Refund found(Refund of) {
        return as(tenant, () -> refunds.find(of.refundId()).orElseThrow());
    }

    private void assertNothingWasIssued(Refund due) {
        as(tenant, () -> {
            assertThat(returns.timeline(due.returnId()))
                    .extracting(ReturnStep::event)
                    .doesNotContain("RefundIssued");
            assertThat(documents.ofRefunds(List.of(due.refundId()))).isEmpty();
            return true;
        });
    }
}
