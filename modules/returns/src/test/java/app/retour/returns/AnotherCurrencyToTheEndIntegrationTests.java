package app.retour.returns;

import static app.retour.returns.AMerchant.as;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.kernel.TenantId;
import app.retour.returns.documents.RefundDocument;
import app.retour.returns.documents.RefundDocuments;
import app.retour.returns.events.RefundId;
import app.retour.returns.events.ReturnId;
import app.retour.returns.refunds.Refunds;
import app.retour.returns.settings.ChangedSettings;
import app.retour.returns.settings.ReturnSetup;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import retour.testkit.RetourTest;

/** A shop in euros and an order in another currency, from the request to the last payment and its document. */
@RetourTest
class AnotherCurrencyToTheEndIntegrationTests {
    @Autowired
    AMerchant merchant;

    @Autowired
    TheApi api;

    @Autowired
    Returns returns;

    @Autowired
    Refunds refunds;

    @Autowired
    ReturnSetup setup;

    @Autowired
    RefundDocuments documents;

    private TenantId tenant;

    @BeforeEach
    void aFeeALabelALimitAndARuleWithAnAmount() {
        tenant = merchant.opens();
        as(tenant, () -> {
            merchant.publishes(
                    Map.of(
                            "name",
                            "dear",
                            "when",
                            Map.of(
                                    "all",
                                    List.of(Map.of(
                                            "test",
                                            Map.of(
                                                    "fact",
                                                    "order.value",
                                                    "operator",
                                                    "GREATER_THAN",
                                                    "values",
                                                    List.of("500.00"))))),
                            "then",
                            Map.of("decision", Map.of("outcome", "REVIEW"))),
                    Map.of(
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
                                    "DEDUCTED")));
            return setup.change(ChangedSettings.of(setup)
                    .hoursToWait(0)
                    .label("4.90")
                    .limit("10.00")
                    .told());
        });
    }

    @Test
    void receivedAdjustedAndPaidAtTheOrdersOwnRate() {
        var order = tells("USD", Map.of("exchangeRate", "0.92"));
        var received = api.receives(tenant, api.returns(tenant, order, 1), 1);
        // 30.00 less 5.00 EUR and 4.90 EUR at 0.92: 5.43 and 5.33.
        assertThat(received.text("receipt.return.refunds.0.amount.amount")).isEqualTo("19.24");
        var refund = received.text("receipt.return.refunds.0.id");
        // The agent's limit is 10.00 EUR: 10.87 USD.
        assertThat(adjusts(TheApi.agent(tenant), refund, "-10.88").codes()).containsExactly("FORBIDDEN");
        assertThat(adjusts(TheApi.agent(tenant), refund, "-9.24").done().text("refund.amount.currencyCode"))
                .isEqualTo("USD");
        assertThat(api.pays(tenant, refund, "tx-1").done().text("refund.state")).isEqualTo("ISSUED");
        assertThat(document(refund))
                .returns("$10.00", document -> document.total().toString())
                .satisfies(document ->
                        assertThat(document.net().plus(document.tax())).isEqualTo(document.total()));
    }

    @Test
    void withoutARateAPersonDecidesAndNothingIsMixed() {
        var asked = api.returns(tenant, tells("USD", Map.of()), 1);
        assertThat(asked.text("return.decision"))
                .as("nobody can compare 500.00")
                .isEqualTo("IN_REVIEW");
        approves(asked);
        var received = api.receives(tenant, asked, 1);
        var refund = received.text("receipt.return.refunds.0.id");
        var paid = api.pays(tenant, refund, "tx-1");
        assertThat(as(tenant, () -> refunds.find(id(refund)).orElseThrow())
                        .waterfall()
                        .total()
                        .currency())
                .hasToString("USD");
        assertThat(paid.codes()).as(received.payload().toString()).containsExactly("WRONG_STATE");
        assertThat(adjusts(TheApi.agent(tenant), refund, "-0.01").codes()).containsExactly("FORBIDDEN");
        assertThat(gives(TheApi.agent(tenant), asked, "0.01").codes()).containsExactly("FORBIDDEN");
        gives(integrator(), asked, "2.00").done();
        adjusts(integrator(), refund, "-10.76").done();
        assertThat(api.pays(tenant, refund, "tx-2").done().text("refund.state")).isEqualTo("ISSUED");
        assertThat(document(refund).total()).hasToString("$19.24");
    }

    @Test
    void aRateThatIsToldAfterwardsTakesTheChargesThatNobodyCouldTell() {
        var number = id();
        var order = api.tells(tenant, TheApi.order(number, "USD", 1, Map.of())).done();
        var asked = api.returns(tenant, order, 1);
        approves(asked);
        var refund = api.receives(tenant, asked, 1).text("receipt.return.refunds.0.id");
        assertThat(api.pays(tenant, refund, "tx-0").codes()).containsExactly("WRONG_STATE");
        api.tells(tenant, TheApi.order(number, "USD", 1, Map.of("exchangeRate", "0.92")))
                .done();
        // Looked at again by whoever pays, before it is paid.
        api.pays(tenant, refund, "tx-1");
        assertThat(as(tenant, () -> refunds.find(id(refund)).orElseThrow()))
                .returns("$19.24", found -> found.amount().toString())
                .satisfies(found -> assertThat(found.waterfall().openCharges()).isEmpty());
        assertThat(api.pays(tenant, refund, "tx-2").done().text("refund.state")).isEqualTo("ISSUED");
    }

    @Test
    void noRateAndNoCurrencyBreaksAnything() {
        for (var currency : List.of("JPY", "KWD", "USD")) {
            for (var rate : List.of("0.000001", "0.0061", "3.2", "999999.999999")) {
                var order = tells(currency, Map.of("exchangeRate", rate));
                if (!order.codes().isEmpty()) {
                    continue;
                }
                var asked = api.returns(tenant, order, 1);
                if (asked.text("return.decision").equals("IN_REVIEW")) {
                    approves(asked);
                }
                var received = api.receives(tenant, asked, 1);
                gives(TheApi.agent(tenant), asked, "1");
                if (received.at("receipt.return.refunds.0.id") instanceof String refund) {
                    adjusts(TheApi.agent(tenant), refund, "-1");
                    api.pays(tenant, refund, "tx-" + refund);
                    assertThat(received.text("receipt.return.refunds.0.amount.currencyCode"))
                            .isEqualTo(currency);
                }
            }
        }
    }

    /** Whom no limit of a role holds. */
    private Caller integrator() {
        return Caller.integrator(tenant, UUID.randomUUID(), Set.of("refunds:write", "returns:read"));
    }

    private void approves(TheApi.Answer asked) {
        var about = new ReturnId(GlobalId.parse(asked.text("return.id"), "Return"));
        var seen = as(tenant, () -> returns.find(about).orElseThrow());
        api.asks(
                        tenant,
                        "approveItems",
                        Map.of(
                                "returnId",
                                asked.text("return.id"),
                                "version",
                                seen.version(),
                                "items",
                                List.of(Map.of(
                                        "itemId",
                                        GlobalId.of(
                                                "ReturnItem",
                                                seen.items().getFirst().itemId().value())))),
                        "return { decision }")
                .done();
    }

    private TheApi.Answer adjusts(Caller caller, String refund, String by) {
        var version = as(tenant, () -> refunds.find(id(refund)).orElseThrow().version());
        return api.asks(
                caller,
                "adjustRefund",
                Map.of("refundId", refund, "version", version, "amount", by, "reason", "agreed"),
                TheApi.REFUND);
    }

    private TheApi.Answer gives(Caller caller, TheApi.Answer asked, String amount) {
        return api.asks(
                caller,
                "reimburse",
                Map.of(
                        "returnId",
                        asked.text("return.id"),
                        "kind",
                        "GOODWILL",
                        "amount",
                        amount,
                        "reason",
                        "late",
                        "idempotencyKey",
                        UUID.randomUUID().toString()),
                TheApi.REFUND);
    }

    private RefundDocument document(String refund) {
        return as(
                tenant,
                () -> Objects.requireNonNull(
                        documents.ofRefunds(List.of(id(refund))).get(id(refund))));
    }

    private TheApi.Answer tells(String currency, Map<String, ?> otherwise) {
        return api.tells(tenant, TheApi.order(id(), currency, 2, otherwise));
    }

    private static String id() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    private static RefundId id(String refund) {
        return new RefundId(GlobalId.parse(refund, "Refund"));
    }
}
