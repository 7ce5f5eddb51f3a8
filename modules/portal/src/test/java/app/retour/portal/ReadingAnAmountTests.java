package app.retour.portal;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.portal.schema.WaterfallLineKind;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingAnAmountTests {
    /** Staff read two reasons; in the shopper's words both are "already refunded, or never paid". */
    @Test
    void whatCutARefundTwiceIsReadOnce() {
        var read = new Waterfall(
                List.of(
                        line(WaterfallLineKind.ITEM, "Shirt", "60.00"),
                        line(WaterfallLineKind.CEILING, "Given back for this line before", "-10.00"),
                        line(WaterfallLineKind.RESTOCKING_FEE, "Restocking fee", "-3.00"),
                        line(WaterfallLineKind.RESTOCKING_FEE, "Restocking fee", "-2.00"),
                        line(WaterfallLineKind.CEILING, "Already refunded, or never paid", "-5.00"),
                        line(WaterfallLineKind.NOT_PAID, "Not paid yet", "-1.00")),
                euros("39.00"),
                List.of(),
                null);
        assertThat(read.lines())
                .extracting(line -> line.kind() + " " + line.amount().amount())
                .containsExactly(
                        "ITEM 60.00",
                        "CEILING -15.00",
                        "RESTOCKING_FEE -3.00",
                        "RESTOCKING_FEE -2.00",
                        "NOT_PAID -1.00");
    }

    private static Waterfall.Line line(WaterfallLineKind kind, String text, String amount) {
        return new Waterfall.Line(kind, text, euros(amount));
    }

    private static Amount euros(String amount) {
        return new Amount(new BigDecimal(amount), "EUR");
    }
}
