package app.retour.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which order and which line is meant when it is told again. */
class WhichOrderIsMeantIntegrationTests extends TellingOrders {
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
