package app.retour.returns;

import static app.retour.returns.AMerchant.as;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.GlobalId;
import app.retour.kernel.Money;
import app.retour.kernel.TenantId;
import app.retour.returns.events.RefundState;
import app.retour.returns.events.ReturnId;
import app.retour.returns.view.Refund;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import retour.testkit.RetourTest;

/** A source tells an order anew in ways that nobody thinks of, while a return of it is under way. */
@RetourTest
class OddTalesOfAnOrderIntegrationTests {
    @Autowired
    AMerchant merchant;

    @Autowired
    TheApi api;

    @Autowired
    Returns returns;

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
                    Map.of("decision", Map.of("outcome", "APPROVE"), "refundMoment", "APPROVAL")));
            return true;
        });
    }

    @Test
    void anotherCurrencyIsRefusedByItsField() {
        var made = api.returns(tenant, tells(Map.of()).done(), 2);
        var answer = api.tells(tenant, TheApi.order(number, "USD", 2, Map.of()));
        assertThat(answer.codes()).containsExactly("WRONG_STATE");
        assertThat(answer.at("userErrors.0.field")).isEqualTo(List.of("orders", "0", "currencyCode"));
        assertThat(due(made)).hasToString("€60.00");
    }

    @Test
    void fewerUnitsThanAreComingBackPayWhatIsLeftOfTheOrder() {
        var made = api.returns(tenant, tells(Map.of()).done(), 2);
        api.tells(tenant, TheApi.order(number, "EUR", 1, Map.of())).done();
        assertThat(paid(made)).hasToString("€30.00");
    }

    @Test
    void aLineThatIsGoneIsPaidAsItWasAnnouncedWithinWhatIsLeft() {
        var two = Map.of(
                "total",
                "90.00",
                "tenders",
                List.of(Map.of("id", "card", "kind", "CARD", "label", "Visa", "amount", "90.00")),
                "lines",
                List.of(TheApi.line("l1", 2, "30.00"), TheApi.line("l2", 1, "30.00")));
        var made = api.returns(tenant, tells(two).done(), 2);
        var one = new HashMap<String, Object>(two);
        one.put("lines", List.of(TheApi.line("l2", 3, "30.00")));
        tells(one).done();
        assertThat(paid(made)).hasToString("€60.00");
    }

    @Test
    void moreGivenBackForALineThanItCostLeavesNothingAndBreaksNothing() {
        for (var units : List.of(0, 1, 5)) {
            number = UUID.randomUUID().toString().substring(0, 8);
            var order = new HashMap<String, Object>(Map.of(
                    "total",
                    "90.00",
                    "tenders",
                    List.of(Map.of("id", "card", "kind", "CARD", "label", "Visa", "amount", "90.00")),
                    "lines",
                    List.of(TheApi.line("l1", 2, "30.00"), TheApi.line("l2", 1, "30.00"))));
            var made = api.returns(tenant, tells(order).done(), 2);
            var outside = new HashMap<String, Object>(
                    Map.of("id", "o1", "kind", "GOODS", "lineExternalId", "l1", "amount", "75.00"));
            if (units > 0) {
                outside.put("quantity", units);
            }
            order.put("outsideRefunds", List.of(outside));
            var told = tells(order);
            assertThat(told.codes()).as("%d units", units).isEmpty();
            assertThat(paid(made)).as("%d units", units).isNull();
            var again = as(tenant, () -> returns.find(id(made)).orElseThrow());
            assertThat(again.refunds())
                    .isNotEmpty()
                    .allSatisfy(refund -> assertThat(refund.state()).isEqualTo(RefundState.CANCELED));
            api.receives(tenant, made, 2);
            assertThat(due(made)).isNull();
        }
    }

    @Test
    void moreGivenBackThanWasPaidLeavesNothing() {
        var made = api.returns(tenant, tells(Map.of()).done(), 2);
        tells(Map.of("refundedOutside", "1000000.00")).done();
        assertThat(paid(made)).isNull();
        api.receives(tenant, made, 2);
        assertThat(due(made)).isNull();
    }

    @Test
    void anOrderThatCostsNothingAnyMorePaysNothing() {
        var made = api.returns(tenant, tells(Map.of()).done(), 2);
        tells(Map.of(
                        "total",
                        "0.00",
                        "tenders",
                        List.of(Map.of("id", "card", "kind", "CARD", "label", "Visa", "amount", "0.00")),
                        "lines",
                        List.of(TheApi.line("l1", 2, "0.00"))))
                .done();
        assertThat(paid(made)).isNull();
    }

    @Test
    void anotherMeansThanBeforeIsWhereItGoes() {
        var made = api.returns(tenant, tells(Map.of()).done(), 2);
        tells(Map.of(
                        "tenders",
                        List.of(
                                Map.of("id", "gift", "kind", "GIFT_CARD", "label", "Gift", "amount", "20.00"),
                                Map.of("id", "bank", "kind", "OTHER", "label", "Bank", "amount", "40.00"))))
                .done();
        assertThat(paid(made)).hasToString("€60.00");
        var shares = as(tenant, () -> returns.find(id(made)).orElseThrow())
                .refunds()
                .getFirst()
                .waterfall()
                .tenders();
        assertThat(shares)
                .extracting(share -> share.tenderId() + " " + share.amount())
                .containsExactlyInAnyOrder("gift €20.00", "bank €40.00");
    }

    private TheApi.Answer tells(Map<String, ?> otherwise) {
        return api.tells(tenant, TheApi.order(number, "EUR", 2, otherwise));
    }

    /** What is due; null for nothing. */
    private @Nullable Money due(TheApi.Answer made) {
        return as(tenant, () -> returns.find(id(made)).orElseThrow()).refunds().stream()
                .filter(refund -> refund.state() == RefundState.DUE)
                .map(Refund::amount)
                .reduce(Money::plus)
                .orElse(null);
    }

    /** What is paid by whoever insists; null for nothing. */
    private @Nullable Money paid(TheApi.Answer made) {
        var refund = made.text("return.refunds.0.id");
        for (var i = 0; i < 3; i++) {
            api.pays(tenant, refund, "tx-" + i + refund);
        }
        return as(tenant, () -> returns.find(id(made)).orElseThrow()).refunds().stream()
                .filter(each -> each.state() == RefundState.ISSUED)
                .map(Refund::amount)
                .reduce(Money::plus)
                .orElse(null);
    }

    private static ReturnId id(TheApi.Answer made) {
        return new ReturnId(GlobalId.parse(made.text("return.id"), "Return"));
    }
}
