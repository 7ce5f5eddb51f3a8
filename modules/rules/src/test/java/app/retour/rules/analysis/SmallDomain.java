package app.retour.rules.analysis;

import app.retour.rules.evaluation.RuleFixtures;
import app.retour.rules.policy.Condition;
import app.retour.rules.policy.Effect;
import app.retour.rules.policy.EffectKind;
import app.retour.rules.policy.Policy;
import app.retour.rules.policy.ReturnShipping;
import app.retour.rules.policy.Rule;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactOption;
import app.retour.rules.vocabulary.FactType;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.Operator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** A few facts with so few values that all items can be listed, and policies over them. */
final class SmallDomain {
    static final FactConstraints CONSTRAINTS = FactConstraints.of(RuleFixtures.EUR);
    static final LocalDate FIRST = LocalDate.of(2026, 6, 1);

    private final Map<FactName, List<FactValue>> values;
    private final Map<FactName, List<FactValue>> operands;
    private final List<Facts> all = new ArrayList<>();

    private SmallDomain(Map<FactName, List<FactValue>> values, Map<FactName, List<FactValue>> operands) {
        this.values = values;
        this.operands = operands;
        var applying = CONSTRAINTS.all().stream()
                .filter(constraint -> values.keySet().containsAll(constraint.facts()))
                .toList();
        combine(Facts.none(), List.copyOf(values.keySet()), 0, applying);
    }

    private static boolean isKept(Facts facts, List<FactName> given, List<FactConstraint> applying) {
        return applying.stream()
                .filter(constraint -> constraint.facts().contains(given.getLast()))
                .filter(constraint -> given.containsAll(constraint.facts()))
                .allMatch(constraint -> constraint.holds(facts, RuleFixtures.EUR));
    }

    private void combine(Facts facts, List<FactName> names, int index, List<FactConstraint> applying) {
        if (index > 0 && !isKept(facts, names.subList(0, index), applying)) {
            return;
        }
        if (index == names.size()) {
            all.add(facts);
            return;
        }
        var name = names.get(index);
        for (var value : values.getOrDefault(name, List.of())) {
            combine(facts.with(name, value), names, index + 1, applying);
        }
        if (!name.isAlwaysKnown()) {
            combine(facts, names, index + 1, applying);
        }
    }

    /** Every item that keeps the constraints between these facts. */
    List<Facts> all() {
        return all;
    }

    Set<FactName> facts() {
        return values.keySet();
    }

    static SmallDomain amounts() {
        var cents = numbers(0, 3).map(cent -> RuleFixtures.eur("0.0" + cent)).toList();
        var counts = numbers(1, 4).map(RuleFixtures::number).toList();
        var domain = new LinkedHashMap<FactName, List<FactValue>>();
        domain.put(FactName.ITEM_VALUE, cents);
        domain.put(FactName.RETURN_VALUE, cents);
        domain.put(FactName.ORDER_VALUE, cents);
        domain.put(FactName.ITEM_QUANTITY, counts);
        domain.put(FactName.RETURN_ITEM_COUNT, counts);
        var operands = new LinkedHashMap<>(domain);
        operands.replaceAll((_, values) -> values.subList(0, 3));
        return new SmallDomain(domain, operands);
    }

    static SmallDomain reasons() {
        var options = FactOption.REASON_GROUPS.stream().map(FactOption::value).toList();
        var single = options.stream().map(SmallDomain::text).toList();
        var subsets = IntStream.range(1, 1 << options.size())
                .<FactValue>mapToObj(bits -> new FactValue.Texts(IntStream.range(0, options.size())
                        .filter(bit -> (bits >> bit & 1) == 1)
                        .mapToObj(options::get)
                        .toList()))
                .toList();
        var shared = new ArrayList<FactValue>();
        shared.add(new FactValue.Texts(List.of()));
        options.forEach(option -> shared.add(new FactValue.Texts(List.of(option))));
        var domain = new LinkedHashMap<FactName, List<FactValue>>();
        domain.put(FactName.ITEM_REASON_GROUP, single);
        domain.put(FactName.RETURN_ANY_REASON_GROUP, subsets);
        domain.put(FactName.RETURN_EVERY_REASON_GROUP, shared);
        var operands = new LinkedHashMap<FactName, List<FactValue>>();
        domain.keySet().forEach(fact -> operands.put(fact, single.subList(0, 3)));
        return new SmallDomain(domain, operands);
    }

    static SmallDomain texts() {
        var domain = new LinkedHashMap<FactName, List<FactValue>>();
        domain.put(
                FactName.ITEM_VENDOR,
                texts(
                        "a", "b", "ab", "ba", "-", "-a", "-b", "-ab", "a-b", "b-a", "a-ab", "-b-a", "ab-", "a-", "b-",
                        "b-ab"));
        domain.put(
                FactName.SHOPPER_TAGS,
                List.of(
                        new FactValue.Texts(List.of()),
                        new FactValue.Texts(List.of("VIP")),
                        new FactValue.Texts(List.of("x")),
                        new FactValue.Texts(List.of("vip", "x")),
                        new FactValue.Texts(List.of("other"))));
        domain.put(FactName.ITEM_FINAL_SALE, List.of(new FactValue.Flag(true), new FactValue.Flag(false)));
        var operands = new LinkedHashMap<>(domain);
        operands.put(FactName.ITEM_VENDOR, texts("a", "B", "ab"));
        operands.put(FactName.SHOPPER_TAGS, texts("vip", "x"));
        return new SmallDomain(domain, operands);
    }

    static SmallDomain dates() {
        var days = numbers(0, 10).map(RuleFixtures::number).toList();
        var dates = numbers(0, 10)
                .<FactValue>map(day -> new FactValue.Day(FIRST.plusDays(day)))
                .toList();
        var domain = new LinkedHashMap<FactName, List<FactValue>>();
        domain.put(FactName.ORDER_DATE, dates);
        domain.put(FactName.RETURN_DATE, dates);
        domain.put(FactName.ITEM_DAYS_SINCE_ORDER, days);
        domain.put(FactName.ORDER_DELIVERY_DATE, dates);
        domain.put(FactName.ITEM_DAYS_SINCE_DELIVERY, days);
        var operands = new LinkedHashMap<FactName, List<FactValue>>();
        domain.forEach((fact, values) ->
                operands.put(fact, fact.type() == FactType.DATE ? values.subList(5, 7) : values.subList(0, 3)));
        return new SmallDomain(domain, operands);
    }

    static SmallDomain law() {
        var domain = new LinkedHashMap<FactName, List<FactValue>>();
        domain.put(FactName.LEGAL_BASIS, texts("WITHDRAWAL", "CONFORMITY", "GOODWILL"));
        domain.put(FactName.ORDER_COUNTRY, texts("DE", "US", "FR", "CA"));
        domain.put(FactName.ORDER_BUSINESS, List.of(new FactValue.Flag(true), new FactValue.Flag(false)));
        domain.put(
                FactName.ITEM_REASON_GROUP,
                FactOption.REASON_GROUPS.stream()
                        .map(option -> text(option.value()))
                        .toList());
        domain.put(
                FactName.ITEM_DAYS_SINCE_DELIVERY,
                IntStream.of(0, 1, 13, 14, 15, 16)
                        .mapToObj(RuleFixtures::number)
                        .toList());
        var operands = new LinkedHashMap<>(domain);
        operands.put(FactName.ORDER_COUNTRY, texts("DE", "US"));
        operands.put(FactName.ITEM_REASON_GROUP, texts("SIZE", "DEFECT"));
        operands.put(
                FactName.ITEM_DAYS_SINCE_DELIVERY,
                numbers(14, 15).map(RuleFixtures::number).toList());
        return new SmallDomain(domain, operands);
    }

    Policy policy(Random random) {
        var rules = new ArrayList<Rule>();
        for (var left = 1 + random.nextInt(4); left > 0; left--) {
            var name = "r" + rules.size();
            rules.add(new Rule(
                    name, name, random.nextInt(8) > 0, random.nextInt(6) == 0, condition(random, 2), effects(random)));
        }
        return new Policy(RuleFixtures.EUR, rules);
    }

    private Condition condition(Random random, int depth) {
        var kind = depth == 0 ? 9 : random.nextInt(9);
        if (kind > 6) {
            return test(random);
        }
        var parts = new ArrayList<Condition>();
        for (var left = 1 + random.nextInt(3); left > 0; left--) {
            parts.add(condition(random, depth - 1));
        }
        return kind > 3 ? new Condition.Any(parts) : kind > 2 ? new Condition.None(parts) : new Condition.All(parts);
    }

    private Condition test(Random random) {
        var fact = pick(List.copyOf(operands.keySet()), random);
        // Countries stand for all others of their kind; parts of their codes would tell them apart.
        var operator = pick(
                fact.operators().stream()
                        .filter(one -> fact != FactName.ORDER_COUNTRY
                                || (one != Operator.STARTS_WITH && one != Operator.CONTAINS_TEXT))
                        .toList(),
                random);
        var many = Math.min(operator.most(), Math.max(operator.fewest(), 1 + random.nextInt(2)));
        var chosen = IntStream.range(0, operator.most() == 0 ? 0 : many)
                .mapToObj(_ -> pick(operands.getOrDefault(fact, List.of()), random))
                .toList();
        return new Condition.Test(fact, operator, chosen);
    }

    private static List<Effect> effects(Random random) {
        var possible = List.of(
                RuleFixtures.approve(),
                RuleFixtures.review(),
                RuleFixtures.reject(),
                RuleFixtures.reject(),
                RuleFixtures.fee("1.00"),
                RuleFixtures.tag("a"),
                new Effect.Ship(ReturnShipping.DEDUCTED));
        var byKind = new LinkedHashMap<EffectKind, Effect>();
        for (var left = 1 + random.nextInt(3); left > 0; left--) {
            var effect = pick(possible, random);
            byKind.put(effect.kind(), effect);
        }
        return List.copyOf(byKind.values());
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private static java.util.stream.Stream<Integer> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed();
    }

    private static FactValue text(String text) {
        return new FactValue.Text(text);
    }

    private static List<FactValue> texts(String... texts) {
        return Arrays.stream(texts).map(SmallDomain::text).toList();
    }
}
