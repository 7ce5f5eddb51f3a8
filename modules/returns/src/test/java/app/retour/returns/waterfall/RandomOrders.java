package app.retour.returns.waterfall;

import app.retour.kernel.CurrencyConversion;
import app.retour.kernel.Money;
import app.retour.rules.policy.Fee;
import app.retour.rules.policy.ReturnShipping;
import app.retour.rules.vocabulary.ReasonGroup;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Orders as no merchant would think of them. */
public final class RandomOrders {
    private static final List<String> CURRENCIES = List.of("EUR", "JPY", "KWD");

    private RandomOrders() {}

    public static Currency currency(Random random) {
        return Currency.getInstance(CURRENCIES.get(random.nextInt(CURRENCIES.size())));
    }

    /** Paid in part or whole, by one to three means, with tax on top or inside, and some of it given back elsewhere. */
    static OrderMoney order(Random random) {
        var currency = currency(random);
        var onTop = random.nextBoolean();
        var lines = new LinkedHashMap<UUID, OrderMoney.Line>();
        var goods = Money.zero(currency);
        for (var i = 0; i <= random.nextInt(4); i++) {
            var paid = amount(random, currency, 20_000);
            var tax = random.nextInt(3) == 0
                    ? Money.zero(currency)
                    : paid.percent(BigDecimal.valueOf(random.nextInt(30)));
            lines.put(
                    new UUID(7, i + 1),
                    new OrderMoney.Line(1 + random.nextInt(7), paid, tax, random.nextInt(9) == 0, null));
            goods = goods.plus(paid).plus(onTop ? tax : Money.zero(currency));
        }
        var shipping = amount(random, currency, 900);
        var shippingTax = shipping.percent(BigDecimal.valueOf(random.nextInt(25)));
        var total = goods.plus(shipping)
                .plus(onTop ? shippingTax : Money.zero(currency))
                .plus(amount(random, currency, 500));
        var captured = random.nextInt(4) == 0 ? total.percent(BigDecimal.valueOf(random.nextInt(101))) : total;
        return new OrderMoney(
                currency,
                onTop,
                true,
                false,
                shipping,
                shippingTax,
                total,
                captured,
                outside(random, lines, shipping),
                lines,
                tenders(random, captured));
    }

    private static List<OrderMoney.Outside> outside(
            Random random, LinkedHashMap<UUID, OrderMoney.Line> lines, Money shipping) {
        var outside = new ArrayList<OrderMoney.Outside>();
        if (random.nextInt(6) == 0) {
            outside.add(new OrderMoney.Outside(
                    OrderMoney.Outside.Kind.SHIPPING, null, 0, percent(random, shipping), "card"));
        }
        if (random.nextInt(6) == 0) {
            var line = lines.firstEntry();
            outside.add(new OrderMoney.Outside(
                    OrderMoney.Outside.Kind.GOODS,
                    line.getKey(),
                    random.nextInt(2),
                    percent(random, line.getValue().paid()),
                    "card"));
        }
        if (random.nextInt(6) == 0) {
            outside.add(new OrderMoney.Outside(
                    OrderMoney.Outside.Kind.UNEXPLAINED, null, 0, percent(random, shipping), null));
        }
        return outside;
    }

    private static List<OrderMoney.Tender> tenders(Random random, Money captured) {
        if (random.nextInt(3) == 0) {
            return List.of(new OrderMoney.Tender("card", "Visa", false, true, null));
        }
        var card = percent(random, captured);
        var gift = percent(random, captured.minus(card));
        return List.of(
                new OrderMoney.Tender("card", "Visa", false, true, card),
                new OrderMoney.Tender("gift", "Gift card", true, true, gift),
                new OrderMoney.Tender(
                        "credit",
                        "Store credit",
                        true,
                        true,
                        captured.minus(card).minus(gift)));
    }

    private static Money percent(Random random, Money of) {
        return of.percent(BigDecimal.valueOf(random.nextInt(101)));
    }

    private static Money amount(Random random, Currency currency, int most) {
        return Money.ofMinorUnits(random.nextInt(random.nextInt(3) == 0 ? 40 : most), currency);
    }

    /** An item with a fee of its own, or one that is taken once per return. */
    static RefundableItem refundable(Random random, Currency currency, UUID line, Fee perReturn) {
        var pers = Fee.Per.values();
        var fee = switch (random.nextInt(4)) {
            case 0 -> new Fee.Waived();
            case 1 -> perReturn;
            default -> fee(random, currency, pers[random.nextInt(pers.length)]);
        };
        var ways = ReturnShipping.values();
        var way = random.nextInt(5) == 0 ? null : ways[random.nextInt(ways.length)];
        var reasons = ReasonGroup.values();
        return new RefundableItem(
                UUID.randomUUID(),
                line,
                "Thing",
                0,
                0,
                taken(fee, currency),
                way,
                reasons[random.nextInt(reasons.length)]);
    }

    /** A fee of a shop that sells in its own currency. */
    static TakenFee taken(Fee stated, Currency currency) {
        return new Charges(new CurrencyConversion(currency, currency, null)).fee(stated);
    }

    static Fee fee(Random random, Currency currency, Fee.Per per) {
        return random.nextBoolean()
                ? new Fee.Percent(BigDecimal.valueOf(random.nextInt(1010), 1), per)
                : new Fee.Flat(Money.rounded(BigDecimal.valueOf(random.nextInt(60)), currency), per);
    }
}
