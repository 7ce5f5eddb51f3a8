package app.retour.returns;

import app.retour.kernel.Money;
import app.retour.orders.Order;
import app.retour.orders.OrderCharges;
import app.retour.orders.OrderId;
import app.retour.orders.OrderLine;
import app.retour.orders.OrderLineId;
import app.retour.orders.Payment;
import app.retour.orders.TaxMode;
import app.retour.orders.Tender;
import app.retour.orders.UnitPrice;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Orders as sources tell them, and tell them again. */
final class SoldOrders {
    private static final List<String> CURRENCIES = List.of("EUR", "EUR", "EUR", "JPY", "KWD");

    private SoldOrders() {}

    /** Lines of one unit each or more, all shipped, paid by card. */
    static Order paid(String currency, OrderLine... lines) {
        var total = Money.sum(
                Currency.getInstance(currency),
                List.of(lines).stream().map(OrderLine::paid).toList());
        return order(total, Payment.PAID, Money.zero(total.currency()), List.of(card(total)), List.of(lines));
    }

    static Tender card(Money amount) {
        return new Tender("card", Tender.Kind.CARD, amount, "Visa");
    }

    static Tender gift(Money amount) {
        return new Tender("gift", Tender.Kind.GIFT_CARD, amount, "Gift card");
    }

    static OrderLine line(int quantity, Money paid) {
        return line(UUID.randomUUID(), quantity, paid, Money.zero(paid.currency()));
    }

    static OrderLine line(UUID id, int quantity, Money paid, Money tax) {
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
                Money.zero(total.currency()));
    }

    /** The same, sent for an amount. */
    static Order shipped(Order was, Money shipping) {
        var total = was.total().plus(shipping);
        return order(
                was.id(),
                total,
                was.payment(),
                was.refundedOutside(),
                List.of(card(total)),
                was.lines(),
                was.taxMode(),
                shipping);
    }

    private static Order order(
            OrderId id,
            Money total,
            Payment payment,
            Money outside,
            List<Tender> tenders,
            List<OrderLine> lines,
            TaxMode tax,
            Money shipping) {
        var zero = Money.zero(total.currency());
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
                OrderCharges.ofShipping(shipping, zero),
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

    static Order with(Order was, Payment payment, Money outside, List<Tender> tenders, List<OrderLine> lines) {
        var extra = was.taxMode() == TaxMode.EXCLUDED
                ? Money.sum(was.currency(), lines.stream().map(OrderLine::tax).toList())
                : Money.zero(was.currency());
        var total = Money.sum(
                        was.currency(), lines.stream().map(OrderLine::paid).toList())
                .plus(extra)
                .plus(was.shipping());
        return order(was.id(), total, payment, outside, tenders, lines, was.taxMode(), was.shipping());
    }

    static Order random(Random random) {
        var currency = Currency.getInstance(CURRENCIES.get(random.nextInt(CURRENCIES.size())));
        var lines = new ArrayList<OrderLine>();
        for (var i = 0; i <= random.nextInt(3); i++) {
            lines.add(line(
                    UUID.randomUUID(),
                    1 + random.nextInt(4),
                    Money.ofMinorUnits(random.nextInt(6) == 0 ? 0 : random.nextInt(9_000), currency),
                    Money.ofMinorUnits(random.nextInt(900), currency)));
        }
        var mode = TaxMode.values()[random.nextInt(TaxMode.values().length)];
        var shipping = Money.ofMinorUnits(random.nextInt(900), currency);
        var bare = order(
                new OrderId(UUID.randomUUID()),
                Money.zero(currency),
                Payment.PAID,
                Money.zero(currency),
                List.of(),
                lines,
                mode,
                shipping);
        return paidSomehow(with(bare, Payment.PAID, Money.zero(currency), List.of(), lines), random);
    }

    private static Order paidSomehow(Order order, Random random) {
        var payment = random.nextInt(4) > 0 ? Payment.PAID : Payment.values()[random.nextInt(4)];
        return with(order, payment, order.refundedOutside(), tenders(order, payment, random), order.lines());
    }

    private static List<Tender> tenders(Order order, Payment payment, Random random) {
        var captured = payment == Payment.PARTLY_PAID
                ? order.total().percent(BigDecimal.valueOf(random.nextInt(100)))
                : order.total();
        var gift = captured.percent(BigDecimal.valueOf(random.nextInt(101)));
        return switch (random.nextInt(8)) {
            case 0 -> List.of();
            case 1 -> List.of(new Tender("card", Tender.Kind.CARD, null, "Visa"));
            case 2 -> List.of(new Tender("card", Tender.Kind.UNKNOWN, captured, "manual"));
            case 3 ->
                List.of(
                        new Tender("card", Tender.Kind.CARD, null, "Visa"),
                        new Tender("gift", Tender.Kind.GIFT_CARD, null, "Gift card"));
            case 4, 5 -> List.of(card(captured.minus(gift)), gift(gift));
            default -> List.of(card(captured));
        };
    }

    /** Told again by its source: with other prices, another payment, money given back elsewhere, lines the other way round. */
    static Order toldAgain(Order was, Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> paidSomehow(was, random);
            case 1 ->
                with(
                        was,
                        was.payment(),
                        was.total().percent(BigDecimal.valueOf(random.nextInt(120))),
                        was.tenders(),
                        was.lines());
            case 2 -> with(was, was.payment(), Money.zero(was.currency()), was.tenders(), was.lines());
            case 3 -> {
                var lines = was.lines().stream()
                        .map(line -> line(
                                line.id().value(),
                                line.quantity(),
                                line.paid().percent(BigDecimal.valueOf(random.nextInt(150))),
                                line.tax()))
                        .toList();
                yield paidSomehow(with(was, was.payment(), was.refundedOutside(), was.tenders(), lines), random);
            }
            default -> {
                var prices = new ArrayList<>(was.lines());
                var swapped = new ArrayList<OrderLine>();
                for (var i = 0; i < prices.size(); i++) {
                    var other = prices.get(prices.size() - 1 - i);
                    var own = prices.get(i);
                    swapped.add(line(own.id().value(), own.quantity(), other.paid(), other.tax()));
                }
                yield with(was, was.payment(), was.refundedOutside(), was.tenders(), swapped);
            }
        };
    }

    static String said(Order order) {
        return "%s of %s, %s, outside %s, by %s, lines %s, tax %s, shipping %s"
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
                        order.shipping());
    }
}
