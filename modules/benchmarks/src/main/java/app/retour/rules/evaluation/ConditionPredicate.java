package app.retour.rules.evaluation;

import app.retour.rules.policy.Condition;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.Operator;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** A condition as Java, for the engines whose rules are written in it. */
final class ConditionPredicate {
    private ConditionPredicate() {}

    static Predicate<PlainRequest> of(Condition condition) {
        return switch (condition) {
            case Condition.All(var parts) ->
                parts.stream()
                        .map(ConditionPredicate::of)
                        .reduce(Predicate::and)
                        .orElseThrow();
            case Condition.Any(var parts) -> any(parts);
            case Condition.None(var parts) -> any(parts).negate();
            case Condition.Test test -> test(test);
        };
    }

    private static Predicate<PlainRequest> any(Iterable<Condition> parts) {
        Predicate<PlainRequest> any = null;
        for (var part : parts) {
            any = any == null ? of(part) : any.or(of(part));
        }
        return any == null ? _ -> false : any;
    }

    private static Predicate<PlainRequest> test(Condition.Test test) {
        return switch (test.fact().type()) {
            case TEXT, CHOICE -> {
                var read = text((FactName) test.fact());
                var wanted = test.operands().stream()
                        .map(PlainFacts::value)
                        .map(String.class::cast)
                        .collect(java.util.stream.Collectors.toUnmodifiableSet());
                var single = wanted.iterator().next();
                yield wanted.size() == 1
                        ? request -> read.apply(request).equals(single)
                        : request -> wanted.contains(read.apply(request));
            }
            case TEXTS, CHOICES -> {
                var read = texts((FactName) test.fact());
                var text = (String) PlainFacts.value(test.operands().getFirst());
                Predicate<PlainRequest> contains =
                        request -> read.apply(request).contains(text);
                yield test.operator() == Operator.CONTAINS_NONE ? contains.negate() : contains;
            }
            case FLAG -> {
                var wanted = (Boolean) PlainFacts.value(test.operands().getFirst());
                var read = flag((FactName) test.fact());
                yield wanted ? read : read.negate();
            }
            default -> number(test);
        };
    }

    private static Predicate<PlainRequest> number(Condition.Test test) {
        var read = number((FactName) test.fact());
        var first = (Long) PlainFacts.value(test.operands().getFirst());
        long low = first;
        long high = (Long) PlainFacts.value(test.operands().getLast());
        return switch (test.operator()) {
            case EQUALS -> request -> read.applyAsLong(request) == low;
            case LESS_THAN, BEFORE -> request -> read.applyAsLong(request) < low;
            case AT_LEAST -> request -> read.applyAsLong(request) >= low;
            case AFTER -> request -> read.applyAsLong(request) > low;
            case BETWEEN -> request -> read.applyAsLong(request) >= low && read.applyAsLong(request) <= high;
            default -> throw new IllegalArgumentException("not generated: " + test);
        };
    }

    static Function<PlainRequest, String> text(FactName fact) {
        return switch (fact) {
            case ITEM_REASON_GROUP -> PlainRequest::itemReasonGroup;
            case ITEM_REASON -> PlainRequest::itemReason;
            case ITEM_SKU -> PlainRequest::itemSku;
            case ITEM_PRODUCT_TYPE -> PlainRequest::itemProductType;
            case ITEM_VENDOR -> PlainRequest::itemVendor;
            case ORDER_COUNTRY -> PlainRequest::orderCountry;
            case ORDER_CHANNEL -> PlainRequest::orderChannel;
            default -> throw new IllegalArgumentException(fact.key());
        };
    }

    private static Function<PlainRequest, Set<String>> texts(FactName fact) {
        return fact == FactName.ITEM_TAGS ? PlainRequest::itemTags : PlainRequest::shopperTags;
    }

    private static Predicate<PlainRequest> flag(FactName fact) {
        return switch (fact) {
            case ITEM_FINAL_SALE -> PlainRequest::itemFinalSale;
            case ORDER_GIFT -> PlainRequest::orderGift;
            case SHOPPER_BLOCKED -> PlainRequest::shopperBlocked;
            default -> throw new IllegalArgumentException(fact.key());
        };
    }

    private static ToLongFunction<PlainRequest> number(FactName fact) {
        return switch (fact) {
            case ITEM_QUANTITY -> PlainRequest::itemQuantity;
            case ITEM_VALUE -> PlainRequest::itemValue;
            case ITEM_WEIGHT -> PlainRequest::itemWeight;
            case ITEM_DISCOUNT -> PlainRequest::itemDiscount;
            case ITEM_DAYS_SINCE_DELIVERY -> PlainRequest::itemDaysSinceDelivery;
            case ORDER_VALUE -> PlainRequest::orderValue;
            case ORDER_DATE -> PlainRequest::orderDate;
            case SHOPPER_ORDERS -> PlainRequest::shopperOrders;
            case SHOPPER_RETURN_RATE -> PlainRequest::shopperReturnRate;
            default -> throw new IllegalArgumentException(fact.key());
        };
    }
}
