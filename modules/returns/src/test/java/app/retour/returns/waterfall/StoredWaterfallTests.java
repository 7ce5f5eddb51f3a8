package app.retour.returns.waterfall;

import static app.retour.returns.settings.OutboundShippingPolicy.ALWAYS;
import static app.retour.returns.waterfall.AReturnInParts.percent;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.returns.columns.JsonColumns;
import app.retour.rules.policy.Fee.Per;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Waterfalls stand in the database as they were written; those of earlier editions are read all the same. */
class StoredWaterfallTests {
    @Test
    void waterfallsWrittenBeforeTaxWasToldAreStillRead() {
        var old = JsonColumns.read("""
                {"lines":[{"kind":"ITEM","text":"Jacket","amount":"10.00 EUR","itemId":null}],
                 "total":"10.00 EUR","tenders":[{"tenderId":"card","label":"Visa","amount":"10.00 EUR"}]}""", Waterfall.class);
        assertThat(old.lines().getFirst().taxRate()).isNull();
        assertThat(old.lines().getFirst().includedTax()).isNull();
        assertThat(JsonColumns.read(JsonColumns.write(old), Waterfall.class)).isEqualTo(old);
        var units = JsonColumns.list("""
                [{"orderLine":"%s","item":"%s","quantity":1,"amount":"10.00 EUR","fee":"0.00 EUR"}]""".formatted(AnOrder.line(1), AnOrder.line(9)), RefundedUnits.class);
        assertThat(units.getFirst().tax()).isNull();
    }

    @Test
    void whatIsWrittenIsReadAsItWas() {
        var reckoned = AReturnInParts.of(AnOrder.inEuros()
                        .taxOnTop()
                        .line(1, "19.99", "1.40", "7.0")
                        .shipping("6.00", "1.26"))
                .shipping(ALWAYS)
                .item(1, percent("10", Per.ITEM))
                .comes(1)
                .last();
        assertThat(JsonColumns.read(JsonColumns.write(reckoned.waterfall()), Waterfall.class))
                .isEqualTo(reckoned.waterfall());
        assertThat(JsonColumns.list(JsonColumns.write(reckoned.units()), RefundedUnits.class))
                .isEqualTo(reckoned.units());
        assertThat(reckoned.waterfall().lines().getFirst().taxRate()).isEqualTo(new BigDecimal("7.0"));
    }
}
