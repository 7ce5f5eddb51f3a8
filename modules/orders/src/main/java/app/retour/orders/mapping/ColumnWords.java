package app.retour.orders.mapping;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of columns without the words that only say whose they are or how they are written: "Order Shipping (EUR)". */
final class ColumnWords {
    private static final Pattern WRITTEN = Pattern.compile(
            "(?:\\s*[(\\[](?:[a-z]{3}|[€$£]|(?:incl?|excl?)[a-z.]*\\s+(?:tax|vat|gst|mwst\\.?|ust\\.?|steuer)|brutto|netto|gross|net)[)\\]]"
                    + "|\\s+(?:eur|usd|gbp|chf|cad|aud|amount|value|sum|betrag))$");
    private static final Set<OrderField.Part> ORDERS = Set.of(OrderField.Part.ORDER, OrderField.Part.SUMS);
    /** What a name may begin with, and what of an order it then tells. */
    private static final Map<String, Set<OrderField.Part>> WHOSE = Map.ofEntries(
            Map.entry("order ", ORDERS),
            Map.entry("cart ", Set.of(OrderField.Part.SUMS)),
            Map.entry("item ", Set.of(OrderField.Part.PRODUCTS)),
            Map.entry("line ", Set.of(OrderField.Part.PRODUCTS)),
            Map.entry("line item ", Set.of(OrderField.Part.PRODUCTS)),
            Map.entry("lineitem ", Set.of(OrderField.Part.PRODUCTS)),
            Map.entry("product ", Set.of(OrderField.Part.PRODUCTS)),
            Map.entry("customer ", Set.of(OrderField.Part.SHOPPER)),
            Map.entry("buyer ", Set.of(OrderField.Part.SHOPPER)),
            Map.entry("billing ", Set.of(OrderField.Part.SHOPPER)),
            Map.entry("order billing ", Set.of(OrderField.Part.SHOPPER)),
            Map.entry("delivery ", Set.of(OrderField.Part.ADDRESS)),
            Map.entry("ship to ", Set.of(OrderField.Part.ADDRESS)),
            Map.entry("ship ", Set.of(OrderField.Part.ADDRESS)),
            Map.entry("recipient ", Set.of(OrderField.Part.ADDRESS)),
            Map.entry("order shipping ", Set.of(OrderField.Part.ADDRESS)));

    private ColumnWords() {}

    /**
     * Whether the name says, but for such words, one of those that a field is known by.
     *
     * @param key as columns are compared
     */
    static boolean mean(String key, OrderField field, Collection<String> known) {
        return bare(key, field).stream().anyMatch(known::contains);
    }

    private static Set<String> bare(String key, OrderField field) {
        var bare = new LinkedHashSet<String>();
        for (var name : List.of(key, written(key, field))) {
            bare.add(name);
            WHOSE.forEach((whose, parts) -> {
                if (name.startsWith(whose) && parts.contains(field.part())) {
                    bare.add(written(name.substring(whose.length()), field));
                    bare.add(name.substring(whose.length()));
                }
            });
        }
        return bare;
    }

    /** Of amounts only: "order value" is no order number. */
    private static String written(String name, OrderField field) {
        return MappingCheck.isAmount(field)
                ? WRITTEN.matcher(name.toLowerCase(Locale.ROOT)).replaceFirst("")
                : name;
    }
}
