package app.retour.returns.documents;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import app.retour.kernel.Phrase;
import app.retour.orders.Order;
import app.retour.orders.OrderId;
import app.retour.orders.OrderLine;
import app.retour.orders.OrderLineId;
import app.retour.orders.amounts.OrderCharges;
import app.retour.orders.amounts.Payment;
import app.retour.orders.amounts.TaxMode;
import app.retour.orders.amounts.UnitPrice;
import app.retour.returns.events.ReturnId;
import app.retour.returns.events.ReturnItemId;
import app.retour.returns.settings.ReasonId;
import app.retour.returns.settings.ReturnReason;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.view.Goods;
import app.retour.returns.view.ReturnItem;
import app.retour.returns.waterfall.Waterfall;
import app.retour.returns.waterfall.WaterfallLineKind;
import app.retour.rules.policy.RefundMoment;
import app.retour.rules.policy.Resolution;
import app.retour.rules.policy.ReturnShipping;
import app.retour.rules.vocabulary.ReasonGroup;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From a refund's waterfall to its document: fees, the label and adjustments are in it, each with its tax. */
class DocumentOfAWaterfallTests {
    private static final UUID LINE = new UUID(0, 1);
    private static final UUID ITEM = new UUID(0, 2);

    @Test
    void everythingThatIsKeptBackOrAddedIsInTheDocument() {
        var document = document(
                order("100.00", "19.00", "19", "10.00", "0.70"),
                line(WaterfallLineKind.ITEM, "100.00", ITEM),
                line(WaterfallLineKind.TAX, "19.00", ITEM),
                line(WaterfallLineKind.RESTOCKING_FEE, "-11.90", ITEM),
                line(WaterfallLineKind.OUTBOUND_SHIPPING, "10.00", null),
                line(WaterfallLineKind.SHIPPING_TAX, "0.70", null),
                line(WaterfallLineKind.LABEL_FEE, "-4.90", null),
                line(WaterfallLineKind.ADJUSTMENT, "3.00", null));
        assertThat(document.total()).isEqualTo(eur("115.90"));
        assertThat(document.net().plus(document.tax())).isEqualTo(document.total());
        assertThat(document.lines().stream().map(DocumentLine::kind).distinct())
                .containsExactlyInAnyOrder(
                        WaterfallLineKind.ITEM,
                        WaterfallLineKind.RESTOCKING_FEE,
                        WaterfallLineKind.OUTBOUND_SHIPPING,
                        WaterfallLineKind.LABEL_FEE,
                        WaterfallLineKind.ADJUSTMENT);
        assertThat(of(document, WaterfallLineKind.RESTOCKING_FEE)).containsExactly("19 -10.00 -1.90");
        assertThat(of(document, WaterfallLineKind.OUTBOUND_SHIPPING)).containsExactly("7 10.00 0.70");
        assertThat(document.taxes().stream().map(tax -> said(tax.rate()))).containsExactly("7", "19");
    }

    @Test
    void theRateIsTheOneThatTheShopTold() {
        // 0.10 with 0.02 of tax fits 20 % and 19 % alike.
        var document = document(
                order("0.10", "0.02", "19", "0.00", "0.00"),
                line(WaterfallLineKind.ITEM, "0.10", ITEM),
                line(WaterfallLineKind.TAX, "0.02", ITEM));
        assertThat(document.taxes().stream().map(tax -> said(tax.rate()))).containsExactly("19");
    }

    private static List<String> of(DocumentSums document, WaterfallLineKind kind) {
        return document.lines().stream()
                .filter(line -> line.kind() == kind)
                .map(line -> "%s %s %s"
                        .formatted(
                                said(line.rate()),
                                line.net().amount(),
                                line.tax().amount()))
                .toList();
    }

    private static String said(@Nullable BigDecimal rate) {
        return rate == null ? "?" : rate.stripTrailingZeros().toPlainString();
    }

    private static DocumentSums document(Order order, Waterfall.Line... lines) {
        var sum = new ArrayList<Money>();
        List.of(lines).forEach(line -> sum.add(line.amount()));
        return RefundedOrder.of(order)
                .document(
                        List.of(item()),
                        new Waterfall(List.of(lines), Money.sum(order.currency(), sum), List.of(), List.of()));
    }

    private static Waterfall.Line line(WaterfallLineKind kind, String amount, @Nullable UUID item) {
        return new Waterfall.Line(kind, kind.name(), eur(amount), item, null, null);
    }

    private static ReturnItem item() {
        return new ReturnItem(
                new ReturnItemId(ITEM),
                new ReturnId(new UUID(0, 3)),
                LINE,
                null,
                "Thing",
                null,
                null,
                1,
                eur("100.00"),
                new ReturnReason(
                        new ReasonId(new UUID(0, 4)), "size", ReasonGroup.SIZE, 1, false, Phrase.of("Too small")),
                null,
                List.of(),
                Resolution.REFUND,
                null,
                ItemDecision.APPROVED,
                null,
                null,
                false,
                null,
                ReturnShipping.DEDUCTED,
                RefundMoment.RECEIPT,
                new Goods(0, 1, 1, 0, 0));
    }

    /** Taxes come on top. */
    private static Order order(String paid, String tax, String rate, String shipping, String shippingTax) {
        var at = Instant.parse("2026-10-01T10:00:00Z");
        var goods = eur(paid);
        var taxes = eur(tax).plus(eur(shippingTax));
        var total = goods.plus(eur(shipping)).plus(taxes);
        return new Order(
                new OrderId(new UUID(0, 5)),
                null,
                "#1001",
                null,
                at,
                at,
                at,
                null,
                goods.currency(),
                null,
                goods,
                OrderCharges.ofShipping(eur(shipping), eur(shippingTax)),
                taxes,
                total,
                TaxMode.EXCLUDED,
                true,
                Payment.PAID,
                eur("0.00"),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(new OrderLine(
                        new OrderLineId(LINE),
                        "SKU",
                        "Thing",
                        null,
                        null,
                        null,
                        null,
                        1,
                        1,
                        UnitPrice.of(goods),
                        goods,
                        eur(tax),
                        new BigDecimal(rate),
                        false,
                        null,
                        null,
                        null,
                        null,
                        null)));
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
