package app.retour.rules.evaluation;

import app.retour.kernel.Phrase;
import app.retour.rules.policy.Comparison;
import app.retour.rules.policy.Condition;
import app.retour.rules.policy.Effect;
import app.retour.rules.policy.EvidenceWanted;
import app.retour.rules.policy.Fee;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.Policy;
import app.retour.rules.policy.Rule;
import app.retour.rules.policy.Truth;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Policies of any length whose first matches spread over the whole list: each rule is made to fit one request of the same
 * kind, though none of those judged, by as many conditions as it takes to fit hardly any other. A third of the rules have a group of alternatives over two facts, a
 * fifth an exclusion.
 */
public final class GeneratedPolicy {
    private final SplittableRandom random;
    private final List<Facts> requests;
    private final int rules;

    private GeneratedPolicy(int rules, List<Facts> requests, long seed) {
        this.rules = rules;
        this.requests = requests;
        random = new SplittableRandom(seed + rules);
    }

    public static Policy of(int rules, List<Facts> requests, long seed) {
        var generated = new GeneratedPolicy(rules, requests, seed);
        var list = new ArrayList<Rule>();
        for (var i = 0; i < rules; i++) {
            list.add(generated.rule(i));
        }
        return new Policy(Requests.EUR, list);
    }

    private Rule rule(int index) {
        var target = requests.get(random.nextInt(requests.size()));
        var parts = new ArrayList<Condition>();
        var left = new ArrayList<>(Requests.FACTS);
        // A request should fit one or two of all the rules.
        var share = 1.0;
        while (share > 1.5 / rules && left.size() > 4) {
            var fact = left.remove(random.nextInt(left.size()));
            var test = fitting(fact, target);
            parts.add(test);
            share *= share(test);
        }
        if (index % 3 == 0) {
            var one = fitting(left.remove(random.nextInt(left.size())), target);
            var other = random(left.remove(random.nextInt(left.size())));
            parts.add(new Condition.Any(List.of(one, other)));
        }
        if (index % 5 == 0) {
            var fact = left.remove(random.nextInt(left.size()));
            var test = random(fact);
            if (test.truth(target) == Truth.FALSE) {
                parts.add(new Condition.None(List.of(test)));
            }
        }
        return new Rule("r" + index, "Rule " + index, true, false, new Condition.All(parts), effects(index));
    }

    private List<Effect> effects(int index) {
        var effects = new ArrayList<Effect>();
        effects.add(
                switch (index % 3) {
                    case 0 -> new Effect.Decide(Outcome.APPROVE, null);
                    case 1 -> new Effect.Decide(Outcome.REVIEW, null);
                    default -> new Effect.Decide(Outcome.REJECT, Phrase.of("No"));
                });
        if (index % 4 == 0) {
            effects.add(new Effect.AskEvidence(new EvidenceWanted(1 + index % 3, false)));
        }
        if (index % 6 == 0) {
            effects.add(new Effect.Charge(new Fee.Waived()));
        }
        if (index % 7 == 0) {
            effects.add(new Effect.AddTags(Set.of("tag-" + index % 10)));
        }
        return effects;
    }

    /** Of all requests, roughly what share passes. */
    private static double share(Condition.Test test) {
        return switch (test.fact()) {
            case FactName.ITEM_REASON_GROUP -> test.operands().size() / 6.0;
            case FactName.ITEM_REASON -> test.operands().size() / 12.0;
            case FactName.ITEM_SKU -> test.operands().size() / 400.0;
            case FactName.ITEM_PRODUCT_TYPE -> test.operands().size() / 30.0;
            case FactName.ITEM_VENDOR -> test.operands().size() / 40.0;
            case FactName.ORDER_COUNTRY -> test.operands().size() / 25.0;
            case FactName.ORDER_CHANNEL -> test.operands().size() / 5.0;
            case FactName.ITEM_TAGS, FactName.SHOPPER_TAGS -> test.operator() == Operator.CONTAINS_NONE ? 0.9 : 0.1;
            case FactName.ITEM_FINAL_SALE, FactName.ORDER_GIFT, FactName.SHOPPER_BLOCKED ->
                test.operands().getFirst() instanceof FactValue.Flag(var isSet) && isSet ? 0.2 : 0.8;
            default -> test.operator() == Operator.BETWEEN ? 0.25 : 0.5;
        };
    }

    private Condition.Test random(FactName fact) {
        return fitting(fact, requests.get(random.nextInt(requests.size())));
    }

    /** A condition that holds for a request. */
    private Condition.Test fitting(FactName fact, Facts target) {
        var value = target.get(fact);
        return switch (fact.type()) {
            case TEXT, CHOICE ->
                random.nextInt(3) == 0
                        ? new Condition.Test(fact, Operator.ONE_OF, List.of(value, Requests.value(fact, random)))
                        : new Condition.Test(fact, Operator.EQUALS, List.of(value));
            case TEXTS, CHOICES -> {
                var texts = ((FactValue.Texts) value).texts();
                yield texts.isEmpty()
                        ? new Condition.Test(
                                fact, Operator.CONTAINS_NONE, List.of(new FactValue.Text(Requests.word(fact, random))))
                        : new Condition.Test(
                                fact,
                                Operator.CONTAINS_ANY,
                                List.of(new FactValue.Text(texts.get(random.nextInt(texts.size())))));
            }
            case FLAG -> new Condition.Test(fact, Operator.EQUALS, List.of(value));
            case DATE -> compared(fact, value, Operator.BEFORE, Operator.AFTER);
            default -> compared(fact, value, Operator.LESS_THAN, Operator.AT_LEAST);
        };
    }

    private Condition.Test compared(FactName fact, FactValue value, Operator below, Operator above) {
        var one = Requests.value(fact, random);
        var other = Requests.value(fact, random);
        for (var test : List.of(
                new Condition.Test(fact, Operator.BETWEEN, List.of(one, other)),
                new Condition.Test(fact, Operator.BETWEEN, List.of(other, one)),
                new Condition.Test(fact, below, List.of(one)),
                new Condition.Test(fact, above, List.of(one)))) {
            if (Comparison.of(test, value) == Truth.TRUE) {
                return test;
            }
        }
        return new Condition.Test(fact, Operator.EQUALS, List.of(value));
    }
}
