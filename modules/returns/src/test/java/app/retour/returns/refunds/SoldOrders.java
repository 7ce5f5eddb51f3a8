package app.retour.returns.refunds;

import app.retour.kernel.Money;
import app.retour.orders.Order;
import app.retour.orders.OrderId;
import app.retour.orders.OrderLine;
import app.retour.orders.OrderLineId;
import app.retour.orders.OutsideRefund;
import app.retour.orders.amounts.OrderCharges;
import app.retour.orders.amounts.Payment;
import app.retour.orders.amounts.TaxMode;
import app.retour.orders.amounts.Tender;
import app.retour.orders.amounts.UnitPrice;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** Orders as sources tell them, and tell them again. */
public final class SoldOrders {
    private SoldOrders() {}

    /** Lines of one unit each or more, all shipped, paid by card. */
    public static Order paid(String currency, OrderLine... lines) {
        var total = Money.sum(
                Currency.getInstance(currency),
                List.of(lines).stream().map(OrderLine::paid).toList());
        return order(total, Payment.PAID, Money.zero(total.currency()), List.of(card(total)), List.of(lines));
    }

    public static Tender card(Money amount) {
        return new Tender("card", Tender.Kind.CARD, amount, "Visa");
    }

    static Tender gift(Money amount) {
        return new Tender("gift", Tender.Kind.GIFT_CARD, amount, "Gift card");
    }

    public static OrderLine line(int quantity, Money paid) {
        return line(UUID.randomUUID(), quantity, paid, Money.zero(paid.currency()));
    }

    public static OrderLine line(UUID id, int quantity, Money paid, Money tax) {
        return new OrderLine(
                new OrderLineId(id),
                "SKU",
                "Thing",
                null,
                null,
                null,
                null,
                quantity,
                quantity,
                UnitPrice.of(paid),
                paid,
                tax,
                null,
                false,
                null,
                null,
                null,
                null,
                null);
    }

    static Order order(Money total, Payment payment, Money outside, List<Tender> tenders, List<OrderLine> lines) {
        return order(
                new OrderId(UUID.randomUUID()),
                total,
                payment,
                outside,
                tenders,
                lines,
                TaxMode.INCLUDED,
                OrderCharges.none(total.currency()));
    }

    /** The same, sent for an amount. */
    public static Order shipped(Order was, Money shipping) {
        var total = was.total().plus(shipping);
        return order(
                was.id(),
                total,
                was.payment(),
                was.refundedOutside(),
                List.of(card(total)),
                was.lines(),
                was.taxMode(),
                OrderCharges.ofShipping(shipping, Money.zero(shipping.currency())));
    }

    public static Order order(
            OrderId id,
            Money total,
            Payment payment,
            Money outside,
            List<Tender> tenders,
            List<OrderLine> lines,
            TaxMode tax,
            OrderCharges charges) {
        var goods =
                Money.sum(total.currency(), lines.stream().map(OrderLine::paid).toList());
        var at = Instant.parse("2026-10-01T10:00:00Z");
        return new Order(
                id,
                null,
                "#1001",
                null,
                at,
                at,
                at,
                null,
                total.currency(),
                null,
                goods,
                charges,
                Money.sum(total.currency(), lines.stream().map(OrderLine::tax).toList()),
                total,
                tax,
                true,
                payment,
                outside,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                tenders,
                lines);
    }

    public static Order with(Order was, Payment payment, Money outside, List<Tender> tenders, List<OrderLine> lines) {
        var extra = was.taxMode() == TaxMode.EXCLUDED
                ? Money.sum(was.currency(), lines.stream().map(OrderLine::tax).toList())
                        .plus(was.shippingTax())
                : Money.zero(was.currency());
        var total = Money.sum(
                        was.currency(), lines.stream().map(OrderLine::paid).toList())
                .plus(extra)
                .plus(was.shipping());
        return order(was.id(), total, payment, outside, tenders, lines, was.taxMode(), was.charges());
    }

    /** The same, of which the shop gave something back itself. */
    public static Order refunded(Order was, Money outside, List<OutsideRefund> told) {
        return new Order(
                was.id(),
                was.externalId(),
                was.number(),
                was.shopper(),
                was.placedAt(),
                was.fulfilledAt(),
                was.deliveredAt(),
                was.canceledAt(),
                was.currency(),
                was.exchangeRate(),
                was.subtotal(),
                was.charges(),
                was.taxes(),
                was.total(),
                was.taxMode(),
                was.reconciles(),
                was.payment(),
                outside,
                told,
                was.tags(),
                was.discountCodes(),
                was.shippingCountry(),
                was.channel(),
                was.gift(),
                was.business(),
                was.tenders(),
                was.lines());
    }

    static String said(Order order) {
        return "%s of %s, %s, outside %s, by %s, lines %s, tax %s, shipping %s and %s, told %s"
                .formatted(
                        order.payment(),
                        order.total(),
                        order.captured(),
                        order.refundedOutside(),
                        order.tenders(),
                        order.lines().stream()
                                .map(line -> line.quantity() + " for " + line.paid() + " tax " + line.tax())
                                .toList(),
                        order.taxMode(),
                        order.shipping(),
                        order.shippingTax(),
                        order.outsideRefunds().stream()
                                .map(refund -> refund.kind() + " " + refund.amount()
                                        + (refund.line() == null ? "" : " of " + place(order, refund.line()))
                                        + " units " + refund.quantity() + " to " + refund.tenderId())
                                .toList());
    }

    private static int place(Order order, OrderLineId line) {
        return order.lines().stream().map(OrderLine::id).toList().indexOf(line);
    }
}
