package app.retour.notifications.liquid;

import java.util.Locale;

/** Filters that merchants know from their shops' own templates. */
final class ShopFilters {
    private ShopFilters() {}

    static void into(Filters filters) {
        filters.add(
                "money", 0, 0, (value, arguments) -> amount(value, arguments).text());
        filters.add("money_with_currency", 0, 0, (value, arguments) -> {
            var amount = amount(value, arguments);
            return amount.text().contains(amount.currency()) ? amount.text() : amount.text() + " " + amount.currency();
        });
        filters.add(
                "money_without_currency",
                0,
                0,
                (value, arguments) -> amount(value, arguments).number().toPlainString());
        filters.add("pluralize", 2, 2, (value, arguments) -> {
            var number = Values.numberIn(value);
            return arguments.at(number != null && number.compareTo(java.math.BigDecimal.ONE) == 0 ? 0 : 1);
        });
        Filter handle = (value, _) -> Values.text(value)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        filters.add("handleize", 0, 0, handle);
        filters.add("handle", 0, 0, handle);
    }

    private static ShownValue.Amount amount(
            @org.jspecify.annotations.Nullable Object value, Filter.Arguments arguments) {
        if (value instanceof ShownValue.Amount amount) {
            return amount;
        }
        throw LiquidMistake.of(
                "“%s” writes amounts like refund.amount, which know their currency; this is %s",
                arguments.filter(), Values.told(value));
    }
}
