package app.retour.returns;

import static app.retour.returns.AMerchant.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.retour.api.GlobalId;
import app.retour.kernel.TenantId;
import app.retour.returns.events.ReturnId;
import app.retour.returns.settings.ChangedSettings;
import app.retour.returns.settings.OutboundShippingPolicy;
import app.retour.returns.settings.ReturnSetup;
import app.retour.returns.view.Refund;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import retour.testkit.RetourTest;

/** A source tells an order anew, and nobody does anything else: what is due of it follows by itself. */
@RetourTest
class UpdatedOrdersIntegrationTests {
    @Autowired
    AMerchant merchant;

    @Autowired
    TheApi api;

    @Autowired
    Returns returns;

    @Autowired
    ReturnSetup setup;

    private TenantId tenant;
    private String number = "";

    @BeforeEach
    void aMerchantWhoPaysAtApproval() {
        tenant = merchant.opens();
        number = UUID.randomUUID().toString().substring(0, 8);
        as(tenant, () -> {
            merchant.publishes(Map.of(
                    "name",
                    "at once",
                    "when",
                    Map.of("all", List.of()),
                    "then",
                    Map.of("decision", Map.of("outcome", "APPROVE"), "keepItem", true)));
            return true;
        });
    }

    @Test
    void whatTheShopGaveBackItselfIsNotDueAnyMore() {
        var made = api.returns(tenant, tells(Map.of()), 2);
        assertThat(states(made)).containsExactly("DUE €60.00");
        tells(Map.of("refundedOutside", "60.00"));
        becomes(made, "CANCELED €60.00");
    }

    @Test
    void halfOfItIsDueWhereTheShopGaveBackHalf() {
        var made = api.returns(tenant, tells(Map.of()), 2);
        tells(Map.of("refundedOutside", "30.00"));
        becomes(made, "DUE €30.00");
    }

    @Test
    void whatWasUnpaidIsDueOnceItIsPaid() {
        var made = api.returns(tenant, tells(Map.of("payment", "UNPAID")), 2);
        assertThat(held(made)).isTrue();
        tells(Map.of());
        await().atMost(Duration.ofMinutes(3)).until(() -> !held(made));
        assertThat(states(made)).containsExactly("DUE €60.00");
    }

    @Test
    void whatWasToldByMistakeFallsDueAfterAll() {
        var made = api.returns(tenant, tells(outside("60.00")), 2);
        assertThat(states(made)).isEmpty();
        tells(outside("20.00"));
        becomes(made, "DUE €40.00");
    }

    @Test
    void theShippingIsDueWhenTheLastThingOfTheOrderComesForNothing() {
        as(tenant, () -> {
            merchant.publishes(Map.of(
                    "name",
                    "label taken off",
                    "when",
                    Map.of("all", List.of()),
                    "then",
                    Map.of(
                            "decision",
                            Map.of("outcome", "APPROVE"),
                            "returnShipping",
                            "DEDUCTED",
                            "refundMoment",
                            "APPROVAL")));
            return setup.change(ChangedSettings.of(setup)
                    .shipping(OutboundShippingPolicy.FULL_RETURN)
                    .label("9.00")
                    .told());
        });
        var order = tells(Map.of(
                "shipping",
                "5.00",
                "total",
                "65.00",
                "tenders",
                List.of(Map.of("id", "card", "kind", "CARD", "label", "Visa", "amount", "65.00")),
                "lines",
                List.of(TheApi.line("l1", 2, "30.00"), TheApi.line("gift", 1, "0.00"))));
        var made = api.returns(tenant, order, 0, 2);
        assertThat(states(made)).containsExactly("DUE €51.00");
        // Its label costs more than the shipping that it would bring.
        var gift = api.returns(tenant, order, 1, 1);
        assertThat(states(gift)).isEmpty();
        becomes(made, "DUE €56.00");
    }

    @Test
    void theShippingOfACanceledReturnIsDueWithTheOther() {
        var order = twoWithShipping();
        var canceled = api.returns(tenant, order, 1);
        var other = api.returns(tenant, order, 1);
        assertThat(states(canceled)).containsExactly("DUE €35.00");
        assertThat(states(other)).containsExactly("DUE €30.00");
        as(tenant, () -> returns.cancel(idOf(canceled), AMerchant.SHOPPER));
        becomes(other, "DUE €35.00");
    }

    @Test
    void theShippingOfARefundThatAPersonGaveUpIsDueWithTheOther() {
        var order = twoWithShipping();
        var givenUp = api.returns(tenant, order, 1);
        var other = api.returns(tenant, order, 1);
        var refund = givenUp.text("return.refunds.0.id");
        api.asks(tenant, "cancelRefund", Map.of("refundId", refund, "reason", "agreed otherwise"), TheApi.REFUND)
                .done();
        becomes(other, "DUE €35.00");
    }

    private TheApi.Answer twoWithShipping() {
        as(
                tenant,
                () -> setup.change(ChangedSettings.of(setup)
                        .shipping(OutboundShippingPolicy.ALWAYS)
                        .told()));
        return tells(Map.of(
                "shipping",
                "5.00",
                "total",
                "65.00",
                "tenders",
                List.of(Map.of("id", "card", "kind", "CARD", "label", "Visa", "amount", "65.00"))));
    }

    @Test
    void theSameToldTwiceChangesNothing() {
        var made = api.returns(tenant, tells(outside("20.00")), 2);
        assertThat(states(made)).containsExactly("DUE €40.00");
        tells(outside("20.00"));
        tells(outside("20.00"));
        tells(Map.of("refundedOutside", "50.00"));
        becomes(made, "DUE €10.00");
    }

    private static Map<String, Object> outside(String amount) {
        return Map.of(
                "outsideRefunds",
                List.of(Map.of("id", "o1", "kind", "GOODS", "lineExternalId", "l1", "amount", amount)));
    }

    private TheApi.Answer tells(Map<String, Object> otherwise) {
        return api.tells(tenant, TheApi.order(number, "EUR", 2, otherwise)).done();
    }

    private void becomes(TheApi.Answer made, String state) {
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(states(made)).containsExactly(state));
    }

    private List<String> states(TheApi.Answer made) {
        return refunds(made).stream()
                .map(refund -> refund.state() + " " + refund.amount())
                .toList();
    }

    private boolean held(TheApi.Answer made) {
        return refunds(made).stream().anyMatch(Refund::held);
    }

    private List<Refund> refunds(TheApi.Answer made) {
        return as(tenant, () -> returns.find(idOf(made)).orElseThrow().refunds());
    }

    private static ReturnId idOf(TheApi.Answer made) {
        return new ReturnId(GlobalId.parse(made.text("return.id"), "Return"));
    }
}
