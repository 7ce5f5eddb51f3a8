package app.retour.returns.waterfall;

import app.retour.kernel.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the lines of a waterfall, in the words that staff and shopper read. */
public final class WaterfallLines {
    private final OrderMoney order;
    private final List<Waterfall.Line> lines = new ArrayList<>();

    public WaterfallLines(OrderMoney order) {
        this.order = order;
    }

    void goods(RefundableItem refundable, int units, Taxed due) {
        if (units == 0 && due.gross().isZero()) {
            return;
        }
        var line = order.lines().get(refundable.orderLine());
        var rate = line == null ? null : line.taxRate() != null ? line.taxRate() : TaxRates.of(order.gross(line));
        var text = units > 1 ? units + " × " + refundable.title() : refundable.title();
        taxed(WaterfallLineKind.ITEM, text, WaterfallLineKind.TAX, "Tax", due, rate, refundable.item());
    }

    public void shipping(Taxed due) {
        if (due.gross().isPositive()) {
            taxed(
                    WaterfallLineKind.OUTBOUND_SHIPPING,
                    "Outbound shipping",
                    WaterfallLineKind.SHIPPING_TAX,
                    "Tax on shipping",
                    due,
                    TaxRates.of(order.grossShipping()),
                    null);
        }
    }

    private void taxed(
            WaterfallLineKind kind,
            String text,
            WaterfallLineKind taxKind,
            String taxText,
            Taxed due,
            @Nullable BigDecimal rate,
            @Nullable UUID item) {
        if (order.hasTaxOnTop()) {
            lines.add(new Waterfall.Line(kind, text, due.net(), item, rate, null));
            if (!due.tax().isZero()) {
                lines.add(new Waterfall.Line(taxKind, taxText, due.tax(), item, rate, null));
            }
        } else {
            var included = order.taxOnTop() == null ? null : due.tax();
            lines.add(new Waterfall.Line(kind, text, due.gross(), item, included == null ? null : rate, included));
        }
    }

    void fee(RefundableItem refundable, Money fee) {
        keepBack(WaterfallLineKind.RESTOCKING_FEE, "Restocking fee", fee, refundable.item());
    }

    void label(Money fee) {
        keepBack(WaterfallLineKind.LABEL_FEE, "Return label", fee, null);
    }

    void limits(RefundLimits limits) {
        keepBack(WaterfallLineKind.NOT_PAID, "Not paid yet: lowers the bill instead", limits.lowersBill(), null);
        keepBack(WaterfallLineKind.CEILING, "Already refunded, or never paid", limits.ceiling(), null);
        keepBack(
                WaterfallLineKind.NOT_CHARGED,
                "Given back before; nobody is charged for it",
                limits.excess().negated(),
                null);
    }

    private void keepBack(WaterfallLineKind kind, String text, Money amount, @Nullable UUID item) {
        if (!amount.isZero()) {
            lines.add(new Waterfall.Line(kind, text, amount.negated(), item));
        }
    }

    Money sum() {
        return Money.sum(
                order.currency(), lines.stream().map(Waterfall.Line::amount).toList());
    }

    public List<Waterfall.Line> all() {
        return List.copyOf(lines);
    }
}
