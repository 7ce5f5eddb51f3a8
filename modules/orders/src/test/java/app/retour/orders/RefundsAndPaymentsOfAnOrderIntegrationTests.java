package app.retour.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was paid and refunded elsewhere is told and never guessed; sums that cannot be are refused by name. */
class RefundsAndPaymentsOfAnOrderIntegrationTests extends TellingOrders {
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
}
