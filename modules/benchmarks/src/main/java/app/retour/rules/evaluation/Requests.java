package app.retour.rules.evaluation;

import app.retour.kernel.Money;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Return requests of 21 facts, drawn from what shops see; the same ones at each run. */
public final class Requests {
    static final Currency EUR = Currency.getInstance("EUR");
    static final int MANY = 1_000;
    /** The facts that rules of the benchmark read. */
    static final List<FactName> FACTS = List.of(
            FactName.ITEM_REASON_GROUP,
            FactName.ITEM_REASON,
            FactName.ITEM_QUANTITY,
            FactName.ITEM_VALUE,
            FactName.ITEM_SKU,
            FactName.ITEM_PRODUCT_TYPE,
            FactName.ITEM_VENDOR,
            FactName.ITEM_TAGS,
            FactName.ITEM_WEIGHT,
            FactName.ITEM_DISCOUNT,
            FactName.ITEM_FINAL_SALE,
            FactName.ITEM_DAYS_SINCE_DELIVERY,
            FactName.ORDER_VALUE,
            FactName.ORDER_COUNTRY,
            FactName.ORDER_CHANNEL,
            FactName.ORDER_GIFT,
            FactName.ORDER_DATE,
            FactName.SHOPPER_TAGS,
            FactName.SHOPPER_ORDERS,
            FactName.SHOPPER_RETURN_RATE,
            FactName.SHOPPER_BLOCKED);

    private Requests() {}

    public static List<Facts> generate(long seed) {
        var random = new SplittableRandom(seed);
        var requests = new ArrayList<Facts>();
        for (var i = 0; i < MANY; i++) {
            var facts = new HashMap<FactName, FactValue>();
            FACTS.forEach(fact -> facts.put(fact, value(fact, random)));
            requests.add(Facts.of(facts));
        }
        return requests;
    }

    /** The same with a share of the facts not known. */
    static List<Facts> forgetting(List<Facts> requests, double share, long seed) {
        var random = new SplittableRandom(seed);
        return requests.stream()
                .map(facts -> {
                    var left = facts;
                    for (var fact : FACTS) {
                        left = random.nextDouble() < share ? left.with(fact, FactValue.UNKNOWN) : left;
                    }
                    return left;
                })
                .toList();
    }

    static FactValue value(FactName fact, SplittableRandom random) {
        return switch (fact.type()) {
            case TEXT -> new FactValue.Text(word(fact, random));
            case CHOICE -> {
                var options = fact.options();
                yield new FactValue.Text(
                        options.get(random.nextInt(options.size())).value());
            }
            case TEXTS, CHOICES -> {
                var words = new TreeSet<String>();
                for (var left = random.nextInt(4); left > 0; left--) {
                    words.add(word(fact, random));
                }
                yield new FactValue.Texts(List.copyOf(words));
            }
            case COUNT -> quantity(1 + random.nextInt(fact == FactName.ITEM_QUANTITY ? 5 : 60));
            case DAYS -> quantity(random.nextInt(121));
            case GRAMS -> quantity(50 * (1 + random.nextInt(100)));
            case PERCENT -> quantity(random.nextInt(101));
            case MONEY -> new FactValue.Amount(Money.ofMinorUnits(100 + random.nextInt(40_000), EUR));
            case DATE -> new FactValue.Day(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(330)));
            case FLAG -> new FactValue.Flag(random.nextInt(5) == 0);
        };
    }

    static String word(FactName fact, SplittableRandom random) {
        return switch (fact) {
            case ITEM_REASON -> "reason-" + random.nextInt(12);
            case ITEM_SKU -> "sku-" + random.nextInt(400);
            case ITEM_PRODUCT_TYPE -> "type-" + random.nextInt(30);
            case ITEM_VENDOR -> "vendor-" + random.nextInt(40);
            case ORDER_COUNTRY -> "land-" + random.nextInt(25);
            case ORDER_CHANNEL -> "channel-" + random.nextInt(5);
            default -> "tag-" + random.nextInt(24);
        };
    }

    private static FactValue quantity(int number) {
        return new FactValue.Quantity(BigDecimal.valueOf(number));
    }
}
