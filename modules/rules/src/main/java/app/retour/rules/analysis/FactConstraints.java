package app.retour.rules.analysis;

import static app.retour.rules.vocabulary.FactName.*;

import app.retour.rules.policy.Condition;
import app.retour.rules.policy.ConditionWords;
import app.retour.rules.vocabulary.Fact;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactOption;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.Operator;
import app.retour.rules.vocabulary.ReasonGroup;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What always holds between the facts of one item; the one place that says so. The analysis claims that something never
 * happens only within these, and every item that it invents keeps them.
 *
 * <p>They follow from how the facts of a return are gathered, for orders whose sums agree, whose dates can have happened
 * (ordered, dispatched, delivered, in this order) and which nobody changed after the return was requested.
 *
 * @param neverSupplied facts that this shop never gets
 * @param reasons group by reason code, as the shop has it now; kept by what is invented, and nothing is proved with it
 */
public record FactConstraints(Currency currency, Set<Fact> neverSupplied, Map<String, ReasonGroup> reasons) {
    private static final List<FactName> AMOUNTS =
            List.of(ITEM_UNIT_PRICE_PAID, ITEM_VALUE, ORDER_TOTAL, RETURN_VALUE, RETURN_VALUE_LEFT);

    public FactConstraints {
        neverSupplied = Set.copyOf(neverSupplied);
        reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
    }

    public FactConstraints(Currency currency, Set<Fact> neverSupplied) {
        this(currency, neverSupplied, Map.of());
    }

    public FactConstraints knowing(Map<String, ReasonGroup> codes) {
        return new FactConstraints(currency, neverSupplied, codes);
    }

    public static FactConstraints of(Currency currency) {
        return new FactConstraints(currency, Set.of());
    }

    /** Those that facts break, in plain words; none of a real item. */
    public List<String> broken(Facts facts) {
        return broken(facts, all());
    }

    /** @param all of these constraints, listed before */
    List<String> broken(Facts facts, List<FactConstraint> all) {
        return Stream.concat(
                        all.stream().filter(one -> !one.holds(facts, currency)).map(FactConstraint::words),
                        Arrays.stream(FactName.values())
                                .filter(fact -> isOutside(fact, facts.get(fact)))
                                .map(fact ->
                                        "%s is %s".formatted(fact.label(), ConditionWords.of(fact, facts.get(fact)))))
                .toList();
    }

    private boolean isOutside(FactName fact, FactValue value) {
        if (!value.isKnown()) {
            return fact.isAlwaysKnown();
        }
        if (neverSupplied.contains(fact)) {
            return true;
        }
        if (!NumberRange.suits(fact.type())) {
            return false;
        }
        var range = NumberRange.of(fact, currency);
        var number = range.floor(value);
        return number == null || number < range.least() || number > range.most();
    }

    List<FactConstraint> all() {
        var all = new ArrayList<FactConstraint>();
        addAmounts(all);
        addDays(all);
        addReturn(all);
        addShopper(all);
        LegalConstraints.addTo(all);
        return all;
    }

    /** So of most items: an assumed delivery may lie ahead, and some send back what a carrier has not reported yet. */
    static FactConstraint.AtMost deliveredBeforeReturn() {
        return FactConstraint.AtMost.always("goods come before they go back", ORDER_DELIVERY_DATE, RETURN_DATE, 0);
    }

    private void addAmounts(List<FactConstraint> all) {
        // A unit's price is rounded, and so may be a smallest coin above the share of a single unit.
        all.add(atMost(ITEM_UNIT_PRICE_PAID, ITEM_VALUE, 1));
        all.add(atMost(ITEM_VALUE, RETURN_VALUE, 0));
        all.add(atMost(RETURN_VALUE, ORDER_VALUE, 0));
        all.add(atMost(ORDER_VALUE, ORDER_TOTAL, 0));
        all.add(atMost(RETURN_VALUE_LEFT, ORDER_VALUE, 0));
        all.add(new FactConstraint.AtMost(
                "a single unit is worth its unit price",
                Map.of(ITEM_VALUE, 1, ITEM_UNIT_PRICE_PAID, -1),
                1,
                test(ITEM_QUANTITY, Operator.EQUALS, number(1)),
                null));
        all.add(new FactConstraint.AtMost(
                "the value left and this return's are at most the order value",
                Map.of(RETURN_VALUE_LEFT, 1, RETURN_VALUE, 1, ORDER_VALUE, -1),
                0,
                null,
                null));
        all.add(new FactConstraint.AtMost(
                "without earlier returns the value left is the order value less this return's",
                Map.of(RETURN_VALUE_LEFT, -1, RETURN_VALUE, -1, ORDER_VALUE, 1),
                0,
                test(ORDER_EARLIER_RETURNS, Operator.EQUALS, number(0)),
                null));
        var own = test(ORDER_CURRENCY, Operator.EQUALS, new FactValue.Text(currency.getCurrencyCode()));
        all.add(never("amounts of an order in the shop's currency are known", own, unknown(ORDER_VALUE)));
        AMOUNTS.forEach(amount -> addKnownTogether(all, amount, ORDER_VALUE));
    }

    private static void addDays(List<FactConstraint> all) {
        all.add(atMost(ITEM_DAYS_SINCE_DELIVERY, ITEM_DAYS_SINCE_FULFILMENT, 0));
        all.add(atMost(ITEM_DAYS_SINCE_FULFILMENT, ITEM_DAYS_SINCE_ORDER, 0));
        all.add(atMost(ITEM_DAYS_SINCE_DELIVERY, ITEM_DAYS_SINCE_ORDER, 0));
        all.add(atMost(ORDER_DATE, RETURN_DATE, 0));
        all.add(atMost(ORDER_DATE, ORDER_DELIVERY_DATE, 0));
        var order = "days since the order are those from the order date to the request date";
        all.add(sum(order, Map.of(ITEM_DAYS_SINCE_ORDER, 1, ORDER_DATE, 1, RETURN_DATE, -1)));
        all.add(sum(order, Map.of(ITEM_DAYS_SINCE_ORDER, -1, ORDER_DATE, -1, RETURN_DATE, 1)));
        // An assumed delivery may lie ahead; its days are 0.
        var delivery = "days since delivery are those from the delivery date to the request date, if any";
        all.add(sum(delivery, Map.of(ITEM_DAYS_SINCE_DELIVERY, -1, ORDER_DELIVERY_DATE, -1, RETURN_DATE, 1)));
        all.add(new FactConstraint.AtMost(
                delivery,
                Map.of(ITEM_DAYS_SINCE_DELIVERY, 1, ORDER_DELIVERY_DATE, 1, RETURN_DATE, -1),
                0,
                test(ITEM_DAYS_SINCE_DELIVERY, Operator.AT_LEAST, number(1)),
                null));
        addKnownTogether(all, ITEM_DAYS_SINCE_DELIVERY, ORDER_DELIVERY_DATE);
        addKnownTogether(all, ITEM_DELIVERY_ASSUMED, ORDER_DELIVERY_DATE);
        all.add(never(
                "an assumed delivery is counted from dispatch",
                test(ITEM_DELIVERY_ASSUMED, Operator.EQUALS, new FactValue.Flag(true)),
                unknown(ITEM_DAYS_SINCE_FULFILMENT)));
    }

    private static void addReturn(List<FactConstraint> all) {
        all.add(atMost(ITEM_QUANTITY, RETURN_ITEM_COUNT, 0));
        all.add(new FactConstraint.AtMost(
                "where items have different reasons, there are others beside this one",
                Map.of(ITEM_QUANTITY, 1, RETURN_ITEM_COUNT, -1),
                -1,
                null,
                RETURN_EVERY_REASON));
        all.add(new FactConstraint.Shared(
                "the items' reason codes agree with this item's", ITEM_REASON, RETURN_ANY_REASON, RETURN_EVERY_REASON));
        all.add(new FactConstraint.Shared(
                "the items' reasons agree with this item's",
                ITEM_REASON_GROUP,
                RETURN_ANY_REASON_GROUP,
                RETURN_EVERY_REASON_GROUP));
        all.add(new FactConstraint.NotEmptyEither(
                "items with the same reason code have the same reason",
                RETURN_EVERY_REASON,
                RETURN_EVERY_REASON_GROUP));
        all.add(never(
                "payments are known only when there are some",
                test(
                        ORDER_TENDERS,
                        Operator.CONTAINS_NONE,
                        FactOption.TENDERS.stream()
                                .map(option -> new FactValue.Text(option.value()))
                                .toArray(FactValue[]::new))));
    }

    private static void addShopper(List<FactConstraint> all) {
        addKnownTogether(all, SHOPPER_FIRST_ORDER, SHOPPER_ORDERS);
        var first = test(SHOPPER_FIRST_ORDER, Operator.EQUALS, new FactValue.Flag(true));
        var many = test(SHOPPER_ORDERS, Operator.GREATER_THAN, number(1));
        all.add(never("a first order is the only one", first, many));
        all.add(never("an order that is the only one is the first", none(first), none(many)));
        for (var counted : List.of(SHOPPER_RETURNS_90_DAYS, SHOPPER_RETURN_RATE)) {
            all.add(never("who counts returns counts orders", none(unknown(counted)), unknown(SHOPPER_ORDERS)));
        }
    }

    static void addKnownTogether(List<FactConstraint> all, FactName one, FactName other) {
        var words = "%s and %s are known together".formatted(one.label(), other.label());
        all.add(never(words, unknown(one), none(unknown(other))));
        all.add(never(words, none(unknown(one)), unknown(other)));
    }

    private static FactConstraint atMost(FactName smaller, FactName greater, long by) {
        return FactConstraint.AtMost.always(
                "%s is at most %s".formatted(smaller.label(), greater.label()), smaller, greater, by);
    }

    private static FactConstraint sum(String words, Map<FactName, Integer> terms) {
        return new FactConstraint.AtMost(words, terms, 0, null, null);
    }

    static FactConstraint never(String words, Condition... parts) {
        return new FactConstraint.Never(words, all(parts));
    }

    static Condition all(Condition... parts) {
        return new Condition.All(List.of(parts));
    }

    static Condition any(Condition... parts) {
        return new Condition.Any(List.of(parts));
    }

    static Condition none(Condition... parts) {
        return new Condition.None(List.of(parts));
    }

    static Condition unknown(FactName fact) {
        return test(fact, Operator.IS_UNKNOWN);
    }

    static Condition test(FactName fact, Operator operator, FactValue... operands) {
        return new Condition.Test(fact, operator, List.of(operands));
    }

    static FactValue number(int number) {
        return new FactValue.Quantity(BigDecimal.valueOf(number));
    }
}
