package app.retour.orders;

import static app.retour.orders.OrderFixtures.aTenant;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.Caller;
import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.client.ClientGraphQlResponse;
import org.springframework.graphql.client.GraphQlClient;
import org.springframework.test.context.TestPropertySource;
import retour.testkit.RetourTest;

/** Orders as integrators tell them: what a total is made of, and what is refused by name. */
@RetourTest
@TestPropertySource(properties = "retour.jobs.enabled=false")
class TellingAnOrderIntegrationTests {
    private static final String TELL = """
            mutation($input: UpsertOrdersInput!) { upsertOrders(input: $input) {
              orders { id number currencyCode exchangeRate subtotal { amount } shipping { amount } shippingTax { amount }
                paymentFee { amount } rounding { amount } taxes { amount } total { amount } reconciles taxMode
                captured { amount } refundedOutside { amount } unexplainedOutside { amount }
                outsideRefunds { id kind orderLineId quantity amount { amount } tenderId }
                lines { id paid { amount } tax { amount } taxRate unitPrice { amount } exactUnitPrice quantity } }
              userErrors { field code message } } }
            """;

    @Autowired
    GraphQlClient api;

    @Autowired
    Tenants tenants;

    private TenantId tenant = new TenantId(Ids.next());

    @BeforeEach
    void openShop() {
        tenant = aTenant(tenants);
    }

    private ClientGraphQlResponse tell(Map<String, Object> order) {
        return TenantContext.callAs(
                tenant,
                () -> Caller.integrator(tenant, new UUID(1, 1), Set.of("orders:read", "orders:write"))
                        .call(() -> api.document(TELL)
                                .variable("input", Map.of("orders", List.of(order)))
                                .executeSync()));
    }

    private static Map<String, Object> order(Object... more) {
        var order = new LinkedHashMap<String, Object>(Map.of(
                "externalId", "1",
                "number", "#1",
                "placedAt", "2026-11-01T10:00:00Z",
                "currencyCode", "EUR",
                "payment", "PAID",
                "lines", List.of(line("S", 1, "20.00"))));
        for (var i = 0; i < more.length; i += 2) {
            order.put(more[i].toString(), more[i + 1]);
        }
        return order;
    }

    private static Map<String, Object> line(String sku, int quantity, String unitPrice, Object... more) {
        var line = new LinkedHashMap<String, Object>(
                Map.of("sku", sku, "title", "Shirt", "quantity", quantity, "unitPrice", unitPrice));
        for (var i = 0; i < more.length; i += 2) {
            line.put(more[i].toString(), more[i + 1]);
        }
        return line;
    }

    private static String text(ClientGraphQlResponse answer, String path) {
        assertThat(answer.field("upsertOrders.userErrors").<List<Object>>getValue())
                .as(answer.toString())
                .isEmpty();
        return String.valueOf(
                (Object) answer.field("upsertOrders.orders[0]." + path).getValue());
    }

    private static String refusal(ClientGraphQlResponse answer) {
        assertThat(answer.getErrors()).as(answer.toString()).isEmpty();
        return answer.field("upsertOrders.userErrors[0].code").getValue() + " "
                + answer.field("upsertOrders.userErrors[0].field").getValue();
    }

    @Test
    void shippingHasItsOwnTaxToldOrFoundOut() {
        var told = tell(order(
                "shipping",
                "6.00",
                "shippingTax",
                "1.26",
                "taxes",
                "5.46",
                "total",
                "31.46",
                "lines",
                List.of(line("S", 1, "20.00", "tax", "4.20", "taxRate", "21"))));
        assertThat(text(told, "shippingTax.amount")).isEqualTo("1.26");
        assertThat(text(told, "lines[0].taxRate")).isEqualTo("21");
        assertThat(text(told, "reconciles")).isEqualTo("true");
        var again = tell(order("shipping", "6.00", "taxes", "5.46", "total", "31.46"));
        assertThat(text(again, "shippingTax.amount")).as("what was told stays").isEqualTo("1.26");
        assertThat(text(again, "lines[0].tax.amount")).isEqualTo("4.20");
        var onlyParts = tell(order(
                "externalId",
                "2",
                "number",
                "#2",
                "shipping",
                "15.00",
                "shippingTax",
                "1.15",
                "total",
                "33.75",
                "lines",
                List.of(line("S", 2, "10.00", "paid", "16.00", "tax", "1.60"))));
        assertThat(text(onlyParts, "taxes.amount")).isEqualTo("2.75");
        assertThat(text(onlyParts, "taxMode")).isEqualTo("EXCLUDED");
        assertThat(text(onlyParts, "reconciles")).isEqualTo("true");
    }

    @Test
    void feesAndRoundingArePartsOfTheTotal() {
        var fee = tell(order("paymentFee", "2.95", "total", "42.95", "lines", List.of(line("S", 1, "40.00"))));
        assertThat(text(fee, "reconciles")).isEqualTo("true");
        assertThat(text(fee, "subtotal.amount")).isEqualTo("40.00");
        var cash = tell(order(
                "externalId",
                "2",
                "number",
                "#2",
                "currencyCode",
                "CHF",
                "exchangeRate",
                "1.0712",
                "rounding",
                "0.02",
                "total",
                "20.00",
                "lines",
                List.of(line("S", 1, "19.98"))));
        assertThat(text(cash, "reconciles")).isEqualTo("true");
        assertThat(text(cash, "exchangeRate")).isEqualTo("1.0712");
        var down = tell(order("externalId", "3", "number", "#3", "rounding", "-0.02", "total", "19.98"));
        assertThat(text(down, "reconciles")).isEqualTo("true");
    }

    @Test
    void aDiscountOfTheWholeOrderIsSharedOutToTheCent() {
        var answer = tell(order(
                "discount",
                "10.00",
                "total",
                "90.00",
                "lines",
                List.of(
                        line("A", 1, "33.33"),
                        line("B", 1, "33.33"),
                        line("C", 1, "33.34"),
                        line("GIFT", 1, "0.00", "giftCard", true))));
        assertThat(List.of(
                        text(answer, "lines[0].paid.amount"),
                        text(answer, "lines[1].paid.amount"),
                        text(answer, "lines[2].paid.amount")))
                .containsExactly("30.00", "30.00", "30.00");
        assertThat(text(answer, "reconciles")).isEqualTo("true");
        assertThat(refusal(tell(order("discount", "20.01", "total", "0.00"))))
                .isEqualTo("INVALID [orders, 0, discount]");
    }

    @Test
    void aUnitPriceMayBeFinerThanACentAndWhatWasPaidMayNot() {
        var exact = tell(order("total", "826.45", "lines", List.of(line("S", 100, "8.2645"))));
        assertThat(text(exact, "lines[0].exactUnitPrice")).isEqualTo("8.2645");
        assertThat(text(exact, "lines[0].unitPrice.amount")).isEqualTo("8.26");
        assertThat(text(exact, "lines[0].paid.amount")).isEqualTo("826.45");
        var paid = tell(order("total", "16.53", "lines", List.of(line("S", 2, "8.264462809917", "paid", "16.53"))));
        assertThat(text(paid, "lines[0].exactUnitPrice")).isEqualTo("8.264462809917");
        assertThat(text(paid, "reconciles")).isEqualTo("true");
        assertThat(refusal(tell(order("total", "16.53", "lines", List.of(line("S", 2, "8.2645"))))))
                .isEqualTo("REQUIRED [orders, 0, lines, 0, paid]");
    }

    @Test
    void refundsMadeElsewhereSayWhatForAndTheRestIsUnexplained() {
        var answer = tell(order(
                "shipping",
                "5.00",
                "total",
                "25.00",
                "refundedOutside",
                "12.00",
                "tenders",
                List.of(Map.of("id", "card", "kind", "CARD", "amount", "25.00", "label", "Visa")),
                "outsideRefunds",
                List.of(
                        Map.of("id", "r1", "kind", "SHIPPING", "amount", "5.00", "tenderId", "card"),
                        Map.of("id", "r2", "kind", "GOODS", "sku", "S", "quantity", 1, "amount", "4.00"))));
        assertThat(text(answer, "unexplainedOutside.amount")).isEqualTo("3.00");
        assertThat(text(answer, "outsideRefunds[1].orderLineId")).isEqualTo(text(answer, "lines[0].id"));
        var file = tell(order("shipping", "5.00", "total", "25.00", "refundedOutside", "5.00"));
        assertThat(text(file, "refundedOutside.amount"))
                .as("a source that knows less")
                .isEqualTo("9.00");
        assertThat(text(file, "outsideRefunds[0].tenderId")).isEqualTo("card");
        var less = order(
                "total",
                "25.00",
                "shipping",
                "5.00",
                "refundedOutside",
                "1.00",
                "outsideRefunds",
                List.of(Map.of("id", "r1", "kind", "OTHER", "amount", "5.00")));
        assertThat(refusal(tell(less))).isEqualTo("INVALID [orders, 0, refundedOutside]");
        var nowhere = order(
                "total",
                "25.00",
                "shipping",
                "5.00",
                "outsideRefunds",
                List.of(Map.of("id", "r1", "kind", "GOODS", "sku", "T", "amount", "5.00")));
        assertThat(refusal(tell(nowhere))).isEqualTo("INVALID [orders, 0, outsideRefunds, 0, sku]");
    }

    @Test
    void capturedIsWhatTheTendersSayAndNobodyGuessesAtAPart() {
        assertThat(text(tell(order("total", "20.00")), "captured.amount")).isEqualTo("20.00");
        assertThat(text(tell(order("total", "20.00", "payment", "PARTLY_PAID")), "captured"))
                .isEqualTo("null");
        var part = order(
                "total",
                "20.00",
                "payment",
                "PARTLY_PAID",
                "tenders",
                List.of(Map.of("id", "c", "kind", "CARD", "amount", "1.23", "label", "Visa")));
        assertThat(text(tell(part), "captured.amount")).isEqualTo("1.23");
        assertThat(text(tell(order("total", "20.00", "payment", "UNPAID")), "captured.amount"))
                .isEqualTo("0.00");
    }

    @Test
    void sumsThatCannotBeAreRefusedByName() {
        var wrong = new ArrayList<String>();
        for (var field : List.of(
                "subtotal",
                "discount",
                "shipping",
                "shippingTax",
                "paymentFee",
                "taxes",
                "duties",
                "tips",
                "total",
                "refundedOutside")) {
            for (var amount : List.of("-50.00", "30.005", "1000000000000", "1" + "0".repeat(30))) {
                var refused = refusal(tell(order("total", "20.00", field, amount)));
                if (!refused.endsWith(" [orders, 0, %s]".formatted(field))) {
                    wrong.add(field + " " + amount + ": " + refused);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(refusal(tell(order("total", "20.00", "lines", List.of(line("S", 1, "20.00", "tax", "-1.00"))))))
                .isEqualTo("INVALID [orders, 0, lines, 0, tax]");
        assertThat(refusal(tell(order("total", "20.00", "rounding", "0.001"))))
                .isEqualTo("INVALID [orders, 0, rounding]");
        assertThat(refusal(tell(order(
                        "total",
                        "20.00",
                        "tenders",
                        List.of(Map.of("id", "c", "kind", "CARD", "amount", "30.005", "label", "Visa"))))))
                .isEqualTo("INVALID [orders, 0, tenders, 0, amount]");
    }

    @Test
    void anOrderKeepsItsCurrency() {
        text(tell(order("total", "20.00")), "id");
        assertThat(refusal(tell(order("total", "20.00", "currencyCode", "USD"))))
                .isEqualTo("WRONG_STATE [orders, 0, currencyCode]");
    }

    @Test
    void twoSourcesThatDisagreeWhoAnOrderIsAreRefused() {
        text(tell(order("total", "20.00")), "id");
        assertThat(refusal(tell(order("total", "20.00", "number", "#2")))).isEqualTo("TAKEN [orders, 0, externalId]");
        assertThat(refusal(tell(order("total", "20.00", "externalId", "2")))).isEqualTo("TAKEN [orders, 0, number]");
        assertThat(text(tell(order("total", "20.00", "number", " 1")), "number"))
                .as("the same number")
                .isEqualTo("1");
    }

    @Test
    void aNumberThatASpreadsheetRoundedIsNoIdentity() {
        assertThat(refusal(tell(order("total", "20.00", "externalId", "5.93214E+12"))))
                .isEqualTo("INVALID [orders, 0, externalId]");
        assertThat(refusal(tell(order("total", "20.00", "number", "1,0E+15"))))
                .isEqualTo("INVALID [orders, 0, number]");
        assertThat(refusal(tell(order("total", "20.00", "lines", List.of(line("4.01E+12", 1, "20.00"))))))
                .isEqualTo("INVALID [orders, 0, lines, 0, sku]");
        assertThat(text(tell(order("total", "20.00", "externalId", "5e10")), "id"))
                .as("somebody's own id")
                .isNotNull();
    }

    @Test
    void theFreeOneOfTwoShirtsStaysFreeWhenToldInTheOtherOrder() {
        var first = tell(order(
                "total", "18.00", "lines", List.of(line("S", 1, "18.00"), line("S", 1, "18.00", "paid", "0.00"))));
        var second = tell(order(
                "total", "18.00", "lines", List.of(line("S", 1, "18.00", "paid", "0.00"), line("S", 1, "18.00"))));
        assertThat(text(second, "lines[0].id")).isEqualTo(text(first, "lines[1].id"));
        assertThat(text(second, "lines[1].id")).isEqualTo(text(first, "lines[0].id"));
    }
}
