package app.retour.returns.documents;

import app.retour.kernel.Money;
import app.retour.orders.Order;
import app.retour.orders.OrderLine;
import app.retour.orders.TaxMode;
import app.retour.returns.ReturnItem;
import app.retour.returns.Waterfall;
import app.retour.returns.WaterfallLineKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The taxes of an order, by which a waterfall of one of its refunds becomes the sums of a document. Pure. */
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
                case ITEM -> given.add(goods(line, items, waterfall));
                case OUTBOUND_SHIPPING -> given.add(TaxedAmount.derived(
                        line.kind(), line.text(), null, line.amount(), Money.zero(currency)));
                case TAX -> {
                    // Counted with the goods that it belongs to.
                }
                case RESTOCKING_FEE, LABEL_FEE, BONUS, ADJUSTMENT, CEILING ->
                    changes.add(new DocumentSums.Change(line.kind(), line.text(), line.itemId(), line.amount()));
            }
        }
        return DocumentSums.of(currency, given, changes, bought());
    }

    private TaxedAmount goods(Waterfall.Line line, List<ReturnItem> items, Waterfall waterfall) {
        var onTop = waterfall.lines().stream()
                .filter(other -> other.kind() == WaterfallLineKind.TAX
                        && line.itemId() != null
                        && line.itemId().equals(other.itemId()))
                .map(Waterfall.Line::amount)
                .reduce(Money.zero(line.amount().currency()), Money::plus);
        var gross = line.amount().plus(onTop);
        var of = line(items, line.itemId());
        if (of == null) {
            return new TaxedAmount(line.kind(), line.text(), line.itemId(), gross, onTop, null);
        }
        var whole = taxed(of);
        var tax = order.taxMode() == TaxMode.EXCLUDED ? onTop : whole.taxIn(gross);
        return new TaxedAmount(line.kind(), line.text(), line.itemId(), gross, tax, whole.rate());
    }

    private @Nullable OrderLine line(List<ReturnItem> items, @Nullable UUID item) {
        return items.stream()
                .filter(each -> each.itemId().value().equals(item))
                .flatMap(each -> order.lines().stream()
                        .filter(line -> line.id().value().equals(each.orderLineId())))
                .findFirst()
                .orElse(null);
    }

    private List<TaxedAmount> bought() {
        return order.lines().stream().map(this::taxed).toList();
    }

    private TaxedAmount taxed(OrderLine line) {
        return switch (order.taxMode()) {
            case EXCLUDED ->
                TaxedAmount.derived(WaterfallLineKind.ITEM, line.title(), null, line.paid().plus(line.tax()), line.tax());
            case INCLUDED ->
                TaxedAmount.derived(WaterfallLineKind.ITEM, line.title(), null, line.paid(), line.tax());
            case UNKNOWN ->
                new TaxedAmount(
                        WaterfallLineKind.ITEM,
                        line.title(),
                        null,
                        line.paid(),
                        Money.zero(line.paid().currency()),
                        null);
        };
    }
}
