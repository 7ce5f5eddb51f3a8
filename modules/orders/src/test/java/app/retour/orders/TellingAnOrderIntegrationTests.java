package app.retour.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders as integrators tell them: what a total is made of, and what is refused by name. */
class TellingAnOrderIntegrationTests extends TellingOrders {
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
}
