package app.retour.rules.evaluation;

import app.retour.kernel.Money;
import app.retour.rules.policy.Condition;
import app.retour.rules.policy.Effect;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.Rule;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Rules and facts over hundreds of texts, elements and amounts; a fifth of the facts unknown, some amounts of another currency. */
final class WidePolicies {
    private static final List<FactName> FACTS = List.of(
            FactName.ITEM_SKU,
            FactName.ITEM_VENDOR,
            FactName.ITEM_TAGS,
            FactName.ORDER_TAGS,
            FactName.ITEM_VALUE,
            FactName.ORDER_VALUE,
            FactName.ITEM_WEIGHT,
            FactName.ITEM_FINAL_SALE,
            FactName.ITEM_REASON_GROUP);

    private final SplittableRandom random;

    WidePolicies(long seed) {
        random = new SplittableRandom(seed);
    }

    List<Rule> rules(int size) {
        return IntStream.range(0, size)
                .mapToObj(index -> new Rule(
                        "r" + index,
                        "Rule " + index,
                        true,
                        false,
                        condition(),
                        List.of(new Effect.Decide(Outcome.REVIEW, null))))
                .toList();
    }

    Facts facts() {
        var facts = Facts.none();
        for (var fact : FACTS) {
            if (random.nextInt(5) > 0) {
                facts = facts.with(fact, value(fact));
            }
        }
        return facts;
    }

    private Condition condition() {
        var parts = new ArrayList<Condition>();
        for (var left = 1 + random.nextInt(3); left > 0; left--) {
            var test = test(FACTS.get(random.nextInt(FACTS.size())));
            parts.add(
                    switch (random.nextInt(8)) {
                        case 0 -> new Condition.None(List.of(test, test((FactName) test.fact())));
                        case 1 -> new Condition.Any(List.of(test, test((FactName) test.fact())));
                        case 2 -> new Condition.Any(List.of(test, test(FactName.ITEM_SKU)));
                        default -> test;
                    });
        }
        return new Condition.All(parts);
    }

    private Condition.Test test(FactName fact) {
        var operators = fact.operators();
        var operator = operators.get(random.nextInt(operators.size()));
        var count = operator.fewest() + random.nextInt(1 + Math.min(operator.most(), 7) - operator.fewest());
        return new Condition.Test(
                fact,
                operator,
                IntStream.range(0, count)
                        .mapToObj(_ -> fact.type().isList() ? new FactValue.Text(word()) : value(fact))
                        .toList());
    }

    private FactValue value(FactName fact) {
        return switch (fact.type()) {
            case TEXTS ->
                new FactValue.Texts(IntStream.range(0, random.nextInt(5))
                        .mapToObj(_ -> word())
                        .toList());
            case MONEY ->
                new FactValue.Amount(Money.of(
                        BigDecimal.valueOf(random.nextInt(5_000), 2).toString(),
                        random.nextInt(20) == 0 ? "USD" : "EUR"));
            case FLAG -> new FactValue.Flag(random.nextBoolean());
            case GRAMS -> new FactValue.Quantity(BigDecimal.valueOf(random.nextInt(1_000)));
            case CHOICE -> {
                var options = fact.options();
                yield new FactValue.Text(
                        options.get(random.nextInt(options.size())).value());
            }
            default -> new FactValue.Text(word());
        };
    }

    private String word() {
        return "Word " + random.nextInt(900);
    }
}
