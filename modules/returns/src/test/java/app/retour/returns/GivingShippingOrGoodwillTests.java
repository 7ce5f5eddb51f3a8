package app.retour.returns;

import static app.retour.returns.AMerchant.APPROVE_ALL;
import static app.retour.returns.AMerchant.CLERK;
import static app.retour.returns.AMerchant.SHOPPER;
import static app.retour.returns.AMerchant.as;
import static app.retour.returns.AMerchant.wants;
import static app.retour.returns.refunds.ReimbursementKind.GOODWILL;
import static app.retour.returns.refunds.ReimbursementKind.SHIPPING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.orders.amounts.Payment;
import app.retour.returns.documents.RefundDocuments;
import app.retour.returns.events.RefundState;
import app.retour.returns.events.ReturnId;
import app.retour.returns.refunds.Refunds;
import app.retour.returns.refunds.ReimbursementKind;
import app.retour.returns.refunds.StaffReimbursements;
import app.retour.returns.status.TeamStep;
import app.retour.returns.status.TeamStepKind;
import app.retour.returns.view.Refund;
import app.retour.returns.view.ReturnStep;
import app.retour.returns.waterfall.Waterfall;
import app.retour.returns.waterfall.WaterfallLineKind;
import app.retour.tenants.tenancy.TenantContext;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.client.ClientGraphQlResponse;
import org.springframework.graphql.client.GraphQlClient;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import retour.testkit.RetourTest;

/** The ids are those of the conformance scenarios. */
@RetourTest
class GivingShippingOrGoodwillTests {
    private static final String REIMBURSE = """
            mutation($input: ReimburseInput!) { reimburse(input: $input) {
              refund { id state amount { amount } waterfall { lines { kind text } } return { reimbursable { shipping { amount } } } }
              userErrors { field code message } } }""";

    @Autowired
    AMerchant merchant;

    @Autowired
    Returns returns;

    @Autowired
    Refunds refunds;

    @Autowired
    StaffReimbursements reimbursements;

    @Autowired
    RefundDocuments documents;

    @Autowired
    GraphQlClient inProcessGraphQl;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void s3PartOfTheShippingThenTheRestAndThenNoMore() {
        as(merchant.opens(), () -> {
            var about = returned("10.00", Payment.PAID);
            assertThat(give(about, SHIPPING, "1.00"))
                    .returns(RefundState.DUE, Refund::state)
                    .returns(eur("1.00"), Refund::amount);
            assertThat(reimbursements.reimbursable(about).shipping()).isEqualTo(eur("9.00"));
            give(about, SHIPPING, "9.00");
            refused(about, SHIPPING, "0.01", ErrorCode.CEILING_EXCEEDED);
            return true;
        });
    }

    @Test
    void whoGivesSaysWhy() {
        as(merchant.opens(), () -> {
            var about = returned("10.00", Payment.PAID);
            for (var reason : List.of("", "  ", "x".repeat(1_001))) {
                assertThatExceptionOfType(Refusal.class)
                        .isThrownBy(() ->
                                reimbursements.give(about, SHIPPING, new BigDecimal("1.00"), reason, AMerchant.CLERK))
                        .returns(List.of("reason"), Refusal::field);
            }
            return true;
        });
    }

    @Test
    void s5AllTheShippingAndNotTwice() {
        as(merchant.opens(), () -> {
            var about = returned("20.00", Payment.PAID);
            assertThat(give(about, SHIPPING, "20.00").amount()).isEqualTo(eur("20.00"));
            assertThat(reimbursements.reimbursable(about).shipping()).isEqualTo(eur("0.00"));
            refused(about, SHIPPING, "20.00", ErrorCode.CEILING_EXCEEDED);
            return true;
        });
    }

    @Test
    void s19AndS21WhatIsLeftOfTheShippingIsTheMost() {
        as(merchant.opens(), () -> {
            var about = returned("20.00", Payment.PAID);
            give(about, SHIPPING, "8.00");
            assertThat(reimbursements.reimbursable(about).shipping()).isEqualTo(eur("12.00"));
            var other = returned("20.00", Payment.PAID);
            give(other, SHIPPING, "5.00");
            refused(other, SHIPPING, "18.00", ErrorCode.CEILING_EXCEEDED);
            assertThat(reimbursements.reimbursable(other).shipping()).isEqualTo(eur("15.00"));
            return true;
        });
    }

    @Test
    void goodwillIsNeverMoreThanWasPaidAndIsNotGivenBackYet() {
        as(merchant.opens(), () -> {
            // 70.00 were paid, 60.00 of it promised for two shirts.
            var about = returned("10.00", Payment.PAID, 2);
            assertThat(reimbursements.reimbursable(about).total()).isEqualTo(eur("10.00"));
            refused(about, GOODWILL, "10.01", ErrorCode.CEILING_EXCEEDED);
            assertThat(give(about, GOODWILL, "4.00").waterfall().lines())
                    .extracting(Waterfall.Line::kind, Waterfall.Line::text)
                    .containsExactly(tuple(WaterfallLineKind.GOODWILL, "It came late"));
            assertThat(reimbursements.reimbursable(about).shipping())
                    .as("shipping too is only what is left of the order")
                    .isEqualTo(eur("6.00"));
            return true;
        });
    }

    @Test
    void whatCannotBeGivenIsRefusedInWords() {
        as(merchant.opens(), () -> {
            var about = returned("10.00", Payment.PAID);
            refused(about, GOODWILL, "0", ErrorCode.INVALID);
            refused(about, GOODWILL, "-5.00", ErrorCode.INVALID);
            refused(about, GOODWILL, "1.005", ErrorCode.INVALID);
            var unpaid = returned("10.00", Payment.UNPAID);
            refused(unpaid, GOODWILL, "5.00", ErrorCode.WRONG_STATE);
            assertThat(reimbursements.reimbursable(unpaid).refusedBecause()).contains("lower its bill");
            return true;
        });
    }

    @Test
    void itIsPaidLikeAnyRefundWithADocumentAnAuditAndALineInTheTimeline() {
        as(merchant.opens(), () -> {
            var about = returned("10.00", Payment.PAID);
            var given = give(about, SHIPPING, "10.00");
            assertThat(returns.teamSteps(about)).extracting(TeamStep::kind).contains(TeamStepKind.PAY);
            refunds.markPaid(given.refundId(), "tx-1", CLERK);
            assertThat(refunds.settle(given.refundId(), CLERK).state()).isEqualTo(RefundState.ISSUED);
            assertThat(documents.ofRefunds(List.of(given.refundId())).values())
                    .singleElement()
                    .satisfies(document -> assertThat(document.total()).isEqualTo(eur("10.00")));
            assertThat(returns.timeline(about))
                    .extracting(ReturnStep::text)
                    .anySatisfy(text -> assertThat(text).contains("€10.00 of the shipping", "It came late"));
            assertThat(new TransactionTemplate(transactions)
                            .<Integer>execute(_ -> jdbc.sql(
                                            "select count(*) from tenants.audit_entry where action = 'refund.given'")
                                    .query(Integer.class)
                                    .single()))
                    .isEqualTo(1);
            return true;
        });
    }

    @Test
    void aGestureMayComeLast() {
        as(merchant.opens(), () -> {
            var about = returned("10.00", Payment.PAID);
            returns.cancel(about, SHOPPER);
            assertThat(give(about, GOODWILL, "5.00").state()).isEqualTo(RefundState.DUE);
            return true;
        });
    }

    @Test
    void oneKeyGivesOnce() {
        var tenant = merchant.opens();
        var about = as(tenant, () -> returned("10.00", Payment.PAID));
        var input = new HashMap<String, Object>(Map.of(
                "returnId",
                GlobalId.of("Return", about.value()),
                "kind",
                "SHIPPING",
                "amount",
                "4.00",
                "reason",
                "Late",
                "idempotencyKey",
                "k"));
        var first = asked(tenant, input);
        assertThat(first.field("reimburse.refund.return.reimbursable.shipping.amount")
                        .<String>getValue())
                .isEqualTo("6.00");
        var again = asked(tenant, input);
        assertThat(again.field("reimburse.refund.id").<Object>getValue())
                .isEqualTo(first.field("reimburse.refund.id").getValue());
        assertThat(as(tenant, () -> reimbursements.reimbursable(about).shipping()))
                .isEqualTo(eur("6.00"));
        input.put("amount", "5.00");
        assertThat(asked(tenant, input).field("reimburse.userErrors[0].code").<String>getValue())
                .isEqualTo("KEY_REUSED");
        input.putAll(Map.of("amount", "6.01", "idempotencyKey", "k2"));
        var refused = asked(tenant, input);
        assertThat(refused.field("reimburse.userErrors[0].code").<String>getValue())
                .isEqualTo("CEILING_EXCEEDED");
        assertThat(refused.field("reimburse.userErrors[0].field").toEntityList(String.class))
                .contains("amount");
    }

    private ClientGraphQlResponse asked(TenantId tenant, Map<String, Object> input) {
        var caller = Caller.staff(
                tenant,
                UUID.fromString("11111111-1111-7111-8111-111111111111"),
                Set.of("returns:read", "refunds:write"));
        var answer = TenantContext.callAs(
                tenant,
                () -> caller.call(() -> inProcessGraphQl
                        .document(REIMBURSE)
                        .variables(Map.of("input", input))
                        .executeSync()));
        assertThat(answer.getErrors()).isEmpty();
        return answer;
    }

    private Refund give(ReturnId about, ReimbursementKind kind, String amount) {
        return reimbursements.give(about, kind, new BigDecimal(amount), "It came late", CLERK);
    }

    private void refused(ReturnId about, ReimbursementKind kind, String amount, ErrorCode code) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> give(about, kind, amount))
                .returns(code, Refusal::code);
    }

    private ReturnId returned(String shipping, Payment payment) {
        return returned(shipping, payment, 0);
    }

    /** A return of an order of two shirts; so many of them are refunded at once, the other order's is still looked at. */
    private ReturnId returned(String shipping, Payment payment, int refunded) {
        if (refunded > 0) {
            merchant.publishes(Map.of(
                    "name",
                    "at once",
                    "when",
                    APPROVE_ALL.get("when"),
                    "then",
                    Map.of("decision", Map.of("outcome", "APPROVE"), "keepItem", true)));
        }
        var order = merchant.soldWithShipping(2, 10, shipping, payment);
        return returns.request(wants(order, Math.max(1, refunded), "too_small"), SHOPPER)
                .returnId();
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
