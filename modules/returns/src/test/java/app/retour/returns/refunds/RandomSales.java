package app.retour.returns.refunds;

import app.retour.kernel.Money;
import app.retour.orders.Order;
import app.retour.orders.OrderId;
import app.retour.orders.OrderLine;
import app.retour.orders.OutsideRefund;
import app.retour.orders.amounts.OrderCharges;
import app.retour.orders.amounts.Payment;
import app.retour.orders.amounts.TaxMode;
import app.retour.orders.amounts.Tender;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders as any source may tell them, and tell them again. */
final class RandomSales {
    private static final List<String> CURRENCIES = List.of("EUR", "EUR", "EUR", "JPY", "KWD");

    private RandomSales() {}

    /** @param plainly paid in whole, by means that are known, and nothing of it given back elsewhere */
    static Order order(Random random, boolean plainly) {
        var currency = Currency.getInstance(CURRENCIES.get(random.nextInt(CURRENCIES.size())));
        var lines = new ArrayList<OrderLine>();
        for (var i = 0; i <= random.nextInt(3); i++) {
            lines.add(SoldOrders.line(
                    new UUID(7, i + 1), // A life is the same in each build.
                    1 + random.nextInt(4),
                    Money.ofMinorUnits(random.nextInt(6) == 0 ? 0 : random.nextInt(9_000), currency),
                    Money.ofMinorUnits(random.nextInt(900), currency)));
        }
        var modes = TaxMode.values();
        var shipping = Money.ofMinorUnits(random.nextInt(900), currency);
        var bare = SoldOrders.order(
                new OrderId(UUID.randomUUID()),
                Money.zero(currency),
                Payment.PAID,
                Money.zero(currency),
                List.of(),
                lines,
                modes[random.nextInt(modes.length)],
                OrderCharges.ofShipping(shipping, percent(shipping, random, 25)));
        var told = SoldOrders.with(bare, Payment.PAID, Money.zero(currency), List.of(), lines);
        return plainly
                ? SoldOrders.with(told, Payment.PAID, told.refundedOutside(), split(told.total(), random), lines)
                : paidSomehow(told, random);
    }

    private static Order paidSomehow(Order order, Random random) {
        var payment = random.nextInt(4) > 0 ? Payment.PAID : Payment.values()[random.nextInt(4)];
        return SoldOrders.with(order, payment, order.refundedOutside(), tenders(order, payment, random), order.lines());
    }

    private static List<Tender> tenders(Order order, Payment payment, Random random) {
        var captured = payment == Payment.PARTLY_PAID
                ? order.total().percent(BigDecimal.valueOf(random.nextInt(100)))
                : order.total();
        return switch (random.nextInt(8)) {
            case 0 -> List.of();
            case 1 -> List.of(new Tender("card", Tender.Kind.CARD, null, "Visa"));
            case 2 -> List.of(new Tender("card", Tender.Kind.UNKNOWN, captured, "manual"));
            case 3 ->
                List.of(
                        new Tender("card", Tender.Kind.CARD, null, "Visa"),
                        new Tender("gift", Tender.Kind.GIFT_CARD, null, "Gift card"));
            default -> split(captured, random);
        };
    }

    private static List<Tender> split(Money captured, Random random) {
        var gift = percent(captured, random, 101);
        return random.nextBoolean()
                ? List.of(SoldOrders.card(captured))
                : List.of(SoldOrders.card(captured.minus(gift)), SoldOrders.gift(gift));
    }

    /** Told again by its source: with other prices, another payment, money given back elsewhere, lines the other way round. */
    static Order again(Order was, Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> told(was, paidSomehow(was, random));
            case 1 -> SoldOrders.refunded(was, percent(was.total(), random, 120), List.of());
            case 2 -> SoldOrders.refunded(was, Money.zero(was.currency()), List.of());
            case 3, 4 -> refundedFor(was, random);
            case 5 -> {
                var lines = was.lines().stream()
                        .map(line -> SoldOrders.line(
                                line.id().value(), line.quantity(), percent(line.paid(), random, 150), line.tax()))
                        .toList();
                var dearer = SoldOrders.with(was, was.payment(), was.refundedOutside(), was.tenders(), lines);
                yield told(was, paidSomehow(dearer, random));
            }
            default ->
                told(was, SoldOrders.with(was, was.payment(), was.refundedOutside(), was.tenders(), swapped(was)));
        };
    }

    private static Order told(Order was, Order now) {
        return SoldOrders.refunded(now, was.refundedOutside(), was.outsideRefunds());
    }

    private static List<OrderLine> swapped(Order was) {
        var prices = was.lines();
        var swapped = new ArrayList<OrderLine>();
        for (var i = 0; i < prices.size(); i++) {
            var other = prices.get(prices.size() - 1 - i);
            var own = prices.get(i);
            swapped.add(SoldOrders.line(own.id().value(), own.quantity(), other.paid(), other.tax()));
        }
        return swapped;
    }

    /** The shop says what for: goods of a line, some of its units or a cut of its price, shipping, something else. */
    private static Order refundedFor(Order was, Random random) {
        var told = new ArrayList<OutsideRefund>();
        for (var i = 0; i <= random.nextInt(2); i++) {
            told.add(outside(was, random, String.valueOf(i)));
        }
        var sum = Money.sum(
                was.currency(), told.stream().map(OutsideRefund::amount).toList());
        var unexplained = random.nextInt(5) == 0 ? percent(was.total(), random, 30) : Money.zero(was.currency());
        return SoldOrders.refunded(was, sum.plus(unexplained), told);
    }

    private static OutsideRefund outside(Order was, Random random, String id) {
        var tender = tender(was, random);
        return switch (random.nextInt(4)) {
            case 0 ->
                new OutsideRefund(
                        id, OutsideRefund.Kind.SHIPPING, null, null, percent(was.shipping(), random, 101), tender);
            case 1 ->
                new OutsideRefund(id, OutsideRefund.Kind.OTHER, null, null, percent(was.total(), random, 30), tender);
            default -> {
                var line = was.lines().get(random.nextInt(was.lines().size()));
                var units = random.nextInt(3) == 0 ? null : random.nextInt(line.quantity() + 1);
                yield new OutsideRefund(
                        id, OutsideRefund.Kind.GOODS, line.id(), units, percent(line.paid(), random, 101), tender);
            }
        };
    }

    private static @Nullable String tender(Order was, Random random) {
        return random.nextInt(3) == 0 || was.tenders().isEmpty()
                ? null
                : was.tenders().get(random.nextInt(was.tenders().size())).id();
    }

    private static Money percent(Money of, Random random, int below) {
        return of.percent(BigDecimal.valueOf(random.nextInt(below)));
    }
}
