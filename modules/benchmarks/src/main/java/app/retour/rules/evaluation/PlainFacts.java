package app.retour.rules.evaluation;

import app.retour.rules.vocabulary.Fact;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Facts in the terms of peers: names of the components of {@link PlainRequest}, and values of its types. */
final class PlainFacts {
    private static final Map<String, Function<PlainRequest, Object>> READERS = Arrays.stream(
                    PlainRequest.class.getRecordComponents())
            .collect(Collectors.toMap(component -> component.getName(), component -> request -> {
                try {
                    return component.getAccessor().invoke(request);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }));

    private PlainFacts() {}

    /** {@code item.reasonGroup} as {@code itemReasonGroup}. */
    static String name(Fact fact) {
        var dot = fact.key().indexOf('.');
        return fact.key().substring(0, dot)
                + Character.toUpperCase(fact.key().charAt(dot + 1))
                + fact.key().substring(dot + 2);
    }

    static Object value(FactValue value) {
        return switch (value) {
            case FactValue.Text(var text) -> text;
            case FactValue.Texts(var texts) -> Set.copyOf(texts);
            case FactValue.Flag(var isSet) -> isSet;
            case FactValue.Amount(var money) -> money.minorUnits();
            case FactValue.Quantity(var number) -> number.longValueExact();
            case FactValue.Day(var date) -> date.toEpochDay();
            case FactValue.Unknown _ -> throw new IllegalArgumentException("peers know two truths only");
        };
    }

    /** What facts are made of, request by request. */
    static List<Map<FactName, FactValue>> values(List<Facts> requests) {
        return requests.stream()
                .map(facts -> Requests.FACTS.stream()
                        .collect(Collectors.<FactName, FactName, FactValue, Map<FactName, FactValue>>toMap(
                                fact -> fact, facts::get, (one, _) -> one, HashMap::new)))
                .toList();
    }

    /** As somebody would write it by hand, without reflection. */
    static PlainRequest request(Map<FactName, FactValue> values) {
        return new PlainRequest(
                text(values, FactName.ITEM_REASON_GROUP),
                text(values, FactName.ITEM_REASON),
                number(values, FactName.ITEM_QUANTITY),
                amount(values, FactName.ITEM_VALUE),
                text(values, FactName.ITEM_SKU),
                text(values, FactName.ITEM_PRODUCT_TYPE),
                text(values, FactName.ITEM_VENDOR),
                texts(values, FactName.ITEM_TAGS),
                number(values, FactName.ITEM_WEIGHT),
                number(values, FactName.ITEM_DISCOUNT),
                flag(values, FactName.ITEM_FINAL_SALE),
                number(values, FactName.ITEM_DAYS_SINCE_DELIVERY),
                amount(values, FactName.ORDER_VALUE),
                text(values, FactName.ORDER_COUNTRY),
                text(values, FactName.ORDER_CHANNEL),
                flag(values, FactName.ORDER_GIFT),
                ((FactValue.Day) values.get(FactName.ORDER_DATE)).date().toEpochDay(),
                texts(values, FactName.SHOPPER_TAGS),
                number(values, FactName.SHOPPER_ORDERS),
                number(values, FactName.SHOPPER_RETURN_RATE),
                flag(values, FactName.SHOPPER_BLOCKED));
    }

    private static String text(Map<FactName, FactValue> values, FactName name) {
        return ((FactValue.Text) values.get(name)).text();
    }

    private static Set<String> texts(Map<FactName, FactValue> values, FactName name) {
        return Set.copyOf(((FactValue.Texts) values.get(name)).texts());
    }

    private static long number(Map<FactName, FactValue> values, FactName name) {
        return ((FactValue.Quantity) values.get(name)).number().longValueExact();
    }

    private static long amount(Map<FactName, FactValue> values, FactName name) {
        return ((FactValue.Amount) values.get(name)).money().minorUnits();
    }

    private static boolean flag(Map<FactName, FactValue> values, FactName name) {
        return ((FactValue.Flag) values.get(name)).isSet();
    }

    static PlainRequest request(Facts facts) {
        var components = PlainRequest.class.getRecordComponents();
        var byName = new HashMap<String, Object>();
        Requests.FACTS.forEach(fact -> byName.put(name(fact), value(facts.get(fact))));
        try {
            return PlainRequest.class
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(component -> component.getType())
                            .toArray(Class[]::new))
                    .newInstance(Arrays.stream(components)
                            .map(component -> byName.get(component.getName()))
                            .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static PlainRequest[] requests(List<Facts> requests) {
        return requests.stream().map(PlainFacts::request).toArray(PlainRequest[]::new);
    }

    /** For engines that look names up; sets as lists where they know no sets. */
    static List<Map<String, Object>> maps(List<Facts> requests) {
        return requests.stream()
                .map(facts -> {
                    var request = request(facts);
                    var map = new HashMap<String, Object>();
                    READERS.forEach((name, reader) -> {
                        var value = reader.apply(request);
                        map.put(name, value instanceof Set<?> set ? List.copyOf(set) : value);
                    });
                    return (Map<String, Object>) map;
                })
                .toList();
    }
}
