package app.retour.returns;

import static app.retour.returns.AMerchant.CLERK;
import static app.retour.returns.AMerchant.SHOPPER;
import static app.retour.returns.AMerchant.as;
import static app.retour.returns.AMerchant.wants;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.api.Caller;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.orders.Order;
import app.retour.returns.events.RefundState;
import app.retour.returns.refunds.Refunds;
import app.retour.returns.settings.ApprovalCaps;
import app.retour.returns.settings.ChangedSettings;
import app.retour.returns.settings.ReturnSetup;
import app.retour.returns.status.ReturnDecision;
import app.retour.returns.view.Refund;
import app.retour.returns.view.Return;
import app.retour.returns.waterfall.Waterfall;
import app.retour.returns.waterfall.WaterfallLineKind;
import app.retour.rules.policy.Fee;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import retour.testkit.RetourTest;

/** A shop in euros, an order in dollars: what the merchant set meets it by the order's own rate, or through a person. */
@RetourTest
class AnotherCurrencyTests {
    private static final BigDecimal RATE = new BigDecimal("0.92");

    @Autowired
    AMerchant merchant;

    @Autowired
    Returns returns;

    @Autowired
    Reviews reviews;

    @Autowired
    Refunds refunds;

    @Autowired
    ReturnSetup setup;

    @Autowired
    Guards guards;

    private TenantId tenant = new TenantId(Ids.next());

    @BeforeEach
    void aFeeOfFiveEurosAndALabelOfFourNinety() {
        tenant = merchant.opens();
        as(tenant, () -> {
            merchant.publishes(Map.of(
                    "name",
                    "fee",
                    "when",
                    Map.of("all", List.of()),
                    "then",
                    Map.of(
                            "decision",
                            Map.of("outcome", "APPROVE"),
                            "fee",
                            Map.of("kind", "FLAT", "amount", "5.00", "per", "ITEM"),
                            "returnShipping",
                            "DEDUCTED",
                            "refundMoment",
                            "APPROVAL")));
            return setup.change(ChangedSettings.of(setup)
                    .hoursToWait(0)
                    .label("4.90")
                    .limit("10.00")
                    .told());
        });
    }

    @Test
    void withARateFeeAndLabelAreTakenAtTheOrdersOwnRate() {
        var order = sold(RATE);
        var preview = as(tenant, () -> returns.preview(wants(order, 1, "changed_mind")));
        // 5.00 EUR / 0.92 = 5.43 USD, 4.90 EUR / 0.92 = 5.33 USD
        assertThat(preview.items().getFirst().fee()).isEqualTo(dollars("5.43"));
        var expected = Objects.requireNonNull(preview.expectedRefund());
        assertThat(expected.total()).isEqualTo(dollars("19.24"));
        assertThat(expected.openCharges()).isEmpty();

        var made = asked(order);
        assertThat(made.refunds()).singleElement().satisfies(refund -> {
            assertThat(refund.amount()).isEqualTo(dollars("19.24"));
            assertThat(refund.needsPersonBecause()).isNull();
            assertThat(refund.waterfall().tenders()).hasSize(1);
        });
    }

    @Test
    void withoutARateNothingIsTakenThatNobodyCanTellAndAPersonIsAsked() {
        var order = sold(null);
        var preview = as(tenant, () -> returns.preview(wants(order, 1, "changed_mind")));
        assertThat(preview.items().getFirst().fee()).as("as it is set").isEqualTo(Money.of("5.00", "EUR"));
        var expected = Objects.requireNonNull(preview.expectedRefund());
        assertThat(expected.total()).isEqualTo(dollars("30.00"));
        assertThat(expected.openCharges())
                .containsExactly(
                        new Waterfall.OpenCharge(
                                WaterfallLineKind.RESTOCKING_FEE, Money.of("5.00", "EUR"), Fee.Per.ITEM),
                        new Waterfall.OpenCharge(WaterfallLineKind.LABEL_FEE, Money.of("4.90", "EUR"), null));

        var made = asked(order);
        var due = made.refunds().getFirst();
        assertThat(due.amount()).isEqualTo(dollars("30.00"));
        assertThat(due.needsPersonBecause()).contains("the fee of €5.00", "the label of €4.90", "The order is in USD");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(tenant, () -> refunds.markPaid(due.refundId(), "by hand", CLERK)));
    }

    @Test
    void aPersonWhoTakesTheChargesOffLetsItBePaid() {
        var made = asked(sold(null));
        var due = made.refunds().getFirst();
        var adjusted = as(
                Caller.integrator(tenant, UUID.randomUUID(), Set.of()),
                () -> refunds.adjust(due.refundId(), due.version(), new BigDecimal("-10.76"), "Fee and label", CLERK));
        assertThat(adjusted.amount()).isEqualTo(dollars("19.24"));
        assertThat(adjusted.waterfall().openCharges()).isEmpty();
        as(tenant, () -> refunds.markPaid(due.refundId(), "by hand", CLERK));
        refunds(made);
    }

    @Test
    void anAgentsLimitCountsAtTheOrdersRateOrNotAtAll() {
        var known = asked(sold(RATE)).refunds().getFirst();
        // 10.00 EUR / 0.92 = 10.87 USD
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> adjust(known, "-10.88"))
                .withMessageContaining("$10.87");
        assertThat(adjust(known, "-10.87").amount()).isEqualTo(dollars("8.37"));

        var unknown = asked(sold(null)).refunds().getFirst();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> adjust(unknown, "-0.01"))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.FORBIDDEN);
                    assertThat(refused.getMessage()).contains("€10.00", "USD");
                });
    }

    @Test
    void aCapCountsWhatWasApprovedAtEachOrdersRate() {
        as(
                tenant,
                () -> guards.change(guards.standing().version(), new ApprovalCaps(null, new BigDecimal("55.00"), 30)));
        assertThat(asked(sold(RATE)).decision()).as("27.60 of 55.00").isEqualTo(ReturnDecision.APPROVED);
        var second = asked(sold(RATE));
        assertThat(second.decision()).as("55.20").isEqualTo(ReturnDecision.IN_REVIEW);
        assertThat(second.because()).anyMatch(why -> why.contains("€55.20"));
        var unknown = asked(sold(null));
        assertThat(unknown.decision()).isEqualTo(ReturnDecision.IN_REVIEW);
        assertThat(unknown.because()).anyMatch(why -> why.contains("nobody can say"));
    }

    @Test
    void everyAmountThatNobodyCouldSayExactlyIsRefusedByName() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(
                        tenant,
                        () -> setup.change(
                                ChangedSettings.of(setup).label("4.905").told())))
                .satisfies(refused -> assertThat(refused.field()).containsExactly("labelFee"));
    }

    private Refund adjust(Refund refund, String by) {
        return as(
                tenant, () -> refunds.adjust(refund.refundId(), refund.version(), new BigDecimal(by), "Agreed", CLERK));
    }

    private void refunds(Return made) {
        assertThat(as(tenant, () -> returns.find(made.returnId()).orElseThrow()).refunds())
                .extracting(Refund::state)
                .containsExactly(RefundState.ISSUING);
    }

    private Order sold(@Nullable BigDecimal rate) {
        return as(tenant, () -> merchant.soldIn("USD", rate, 1, 40));
    }

    private Return asked(Order order) {
        return as(tenant, () -> returns.request(wants(order, 1, "changed_mind"), SHOPPER));
    }

    private static Money dollars(String amount) {
        return Money.of(amount, "USD");
    }
}
