package app.retour.returns.documents;

import static app.retour.returns.AMerchant.as;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.TenantId;
import app.retour.returns.AMerchant;
import app.retour.returns.TheApi;
import app.retour.returns.settings.ChangedSettings;
import app.retour.returns.settings.OutboundShippingPolicy;
import app.retour.returns.settings.ReturnSetup;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import retour.testkit.RetourTest;

/** A credit note's data as an integrator reads them: net, tax by rate, total and number, adjustments among the lines. */
@RetourTest
class RefundDocumentsInTheApiIntegrationTests {
    private static final String DOCUMENT = """
            id number net { amount } tax { amount } total { amount currencyCode } taxMode csvPath refund { id }
            taxes { rate net { amount } tax { amount } gross { amount } }
            lines { kind rate net { amount } tax { amount } gross { amount } }""";

    @Autowired
    AMerchant merchant;

    @Autowired
    TheApi api;

    @Autowired
    ReturnSetup setup;

    @Test
    void whatWasIssuedIsReadWithItsRatesAndAdjustments() {
        var tenant = merchant.opens();
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
                            "refundMoment",
                            "APPROVAL")));
            return setup.change(ChangedSettings.of(setup)
                    .hoursToWait(0)
                    .shipping(OutboundShippingPolicy.ALWAYS)
                    .told());
        });
        var line = new HashMap<String, Object>(TheApi.line("l1", 1, "100.00"));
        line.putAll(Map.of("tax", "19.00", "taxRate", "19"));
        var order = api.tells(
                        tenant,
                        TheApi.order(
                                UUID.randomUUID().toString().substring(0, 8),
                                "EUR",
                                1,
                                Map.of(
                                        "shipping",
                                        "10.00",
                                        "shippingTax",
                                        "0.70",
                                        "taxes",
                                        "19.70",
                                        "total",
                                        "129.70",
                                        "taxMode",
                                        "EXCLUDED",
                                        "tenders",
                                        List.of(Map.of(
                                                "id", "card", "kind", "CARD", "label", "Visa", "amount", "129.70")),
                                        "lines",
                                        List.of(line))))
                .done();
        var made = api.returns(tenant, order, 1);
        assertThat(made.text("return.refunds.0.amount.amount")).isEqualTo("124.70");
        var refund = made.text("return.refunds.0.id");
        api.asks(
                        tenant,
                        "adjustRefund",
                        Map.of("refundId", refund, "version", 0, "amount", "-4.70", "reason", "scratched"),
                        TheApi.REFUND)
                .done();
        assertThat(documents(tenant).at("refundDocuments.edges"))
                .as("not before it is issued")
                .isEqualTo(List.of());
        assertThat(api.pays(tenant, refund, "tx-1").done().text("refund.state")).isEqualTo("ISSUED");

        var read = documents(tenant);
        var first = "refundDocuments.edges.0.node.";
        assertThat(read.text(first + "number")).isEqualTo("CN-1001");
        assertThat(read.text(first + "total.amount")).isEqualTo("120.00");
        assertThat(new BigDecimal(read.text(first + "net.amount")).add(new BigDecimal(read.text(first + "tax.amount"))))
                .isEqualByComparingTo("120.00");
        assertThat(new BigDecimal(read.text(first + "taxes.0.rate"))).isEqualByComparingTo("7");
        assertThat(new BigDecimal(read.text(first + "taxes.1.rate"))).isEqualByComparingTo("19");
        assertThat((List<?>) read.at(first + "lines"))
                .extracting(each -> String.valueOf(((Map<?, ?>) each).get("kind")))
                .contains("ITEM", "OUTBOUND_SHIPPING", "RESTOCKING_FEE", "ADJUSTMENT");
        assertThat(read.text(first + "refund.id")).isEqualTo(refund);
        assertThat(read.text(first + "csvPath")).startsWith("/");
    }

    private TheApi.Answer documents(TenantId tenant) {
        return api.query(
                tenant, "{ refundDocuments(first: 5) { edges { node { %s } } } }".formatted(DOCUMENT), Map.of());
    }
}
