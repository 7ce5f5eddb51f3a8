package app.retour.returns.documents;

import app.retour.kernel.Money;
import app.retour.orders.Order;
import app.retour.orders.OrderLine;
import app.retour.orders.amounts.TaxMode;
import app.retour.returns.view.ReturnItem;
import app.retour.returns.waterfall.Waterfall;
import app.retour.returns.waterfall.WaterfallLineKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The taxes of an order, by which a waterfall of one of its refunds becomes the sums of a document. Pure, and total: an
 * issued refund must never lack a document because something about its order is odd.
 */
record RefundedOrder(Order order) {
    static RefundedOrder of(Order order) {
        return new RefundedOrder(order);
    }

    DocumentSums document(List<ReturnItem> items, Waterfall waterfall) {
        var given = new ArrayList<TaxedAmount>();
        var changes = new ArrayList<DocumentSums.Change>();
        var currency = waterfall.total().currency();
        for (var line : waterfall.lines()) {
            switch (line.kind()) {
                case ITEM -> given.add(part(line, tax(line, waterfall, WaterfallLineKind.TAX), line(items, line)));
                case OUTBOUND_SHIPPING ->
                    given.add(part(line, tax(line, waterfall, WaterfallLineKind.SHIPPING_TAX), shipping()));
                case TAX, SHIPPING_TAX -> {
                    // Counted with what it belongs to.
                }
                case RESTOCKING_FEE, LABEL_FEE, BONUS, ADJUSTMENT, GOODWILL, CEILING, NOT_PAID, NOT_CHARGED ->
                    changes.add(new DocumentSums.Change(line.kind(), line.text(), line.itemId(), line.amount()));
            }
        }
        return DocumentSums.of(currency, given, changes, bought());
    }

    private static Money tax(Waterfall.Line of, Waterfall in, WaterfallLineKind kind) {
        return in.lines().stream()
                .filter(line -> line.kind() == kind && Objects.equals(line.itemId(), of.itemId()))
                .map(Waterfall.Line::amount)
                .reduce(Money.zero(of.amount().currency()), Money::plus);
    }

    /** @param whole what the order's line cost, which tells the rate; null where the order has no such line any more */
    private TaxedAmount part(Waterfall.Line line, Money onTop, @Nullable TaxedAmount whole) {
        var gross = line.amount().plus(onTop);
        var included = line.includedTax();
        var tax = included != null
                ? included
                : whole == null || order.taxMode() == TaxMode.EXCLUDED ? onTop : whole.taxIn(gross);
        return new TaxedAmount(
                line.kind(), line.text(), line.itemId(), gross, tax, whole == null ? null : whole.rate());
    }

    private @Nullable TaxedAmount line(List<ReturnItem> items, Waterfall.Line of) {
        return items.stream()
                .filter(item -> item.itemId().value().equals(of.itemId()))
                .map(ReturnItem::orderLineId)
                .findFirst()
                .flatMap(this::line)
                .map(this::goods)
                .orElse(null);
    }

    private Optional<OrderLine> line(UUID id) {
        return order.lines().stream()
                .filter(line -> line.id().value().equals(id))
                .findFirst();
    }

    /** All that was paid for with tax, which a change that stands for nothing in particular is shared over. */
    private List<TaxedAmount> bought() {
        return Stream.concat(order.lines().stream().map(this::goods), Stream.of(shipping()))
                .toList();
    }

    private TaxedAmount goods(OrderLine line) {
        return whole(WaterfallLineKind.ITEM, line.title(), line.paid(), line.tax(), line.taxRate());
    }

    private TaxedAmount shipping() {
        return whole(WaterfallLineKind.OUTBOUND_SHIPPING, "Shipping", order.shipping(), order.shippingTax(), null);
    }

    private TaxedAmount whole(
            WaterfallLineKind kind, String text, Money paid, Money tax, @Nullable BigDecimal rateTold) {
        if (order.taxMode() == TaxMode.UNKNOWN) {
            return new TaxedAmount(kind, text, null, paid, Money.zero(paid.currency()), null);
        }
        var gross = order.taxMode() == TaxMode.EXCLUDED ? paid.plus(tax) : paid;
        return rateTold == null || rateTold.signum() < 0
                ? TaxedAmount.derived(kind, text, null, gross, tax)
                : new TaxedAmount(kind, text, null, gross, tax, new TaxRate(rateTold));
    }
}
