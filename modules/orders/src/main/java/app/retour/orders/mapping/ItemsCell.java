package app.retour.orders.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All products of an order in one cell, as systems write it that have one row for an order: BigCommerce's {@code Product
 * Qty: 1, Product Name: …|…}, WooCommerce's {@code name:…|quantity:1|total:…;…}, or a list in JSON.
 */
final class ItemsCell {
    private static final Map<String, OrderField> NAMES = Map.ofEntries(
            Map.entry("name", OrderField.TITLE),
            Map.entry("title", OrderField.TITLE),
            Map.entry("sku", OrderField.SKU),
            Map.entry("id", OrderField.LINE_ID),
            Map.entry("item id", OrderField.LINE_ID),
            Map.entry("qty", OrderField.QUANTITY),
            Map.entry("quantity", OrderField.QUANTITY),
            Map.entry("unit price", OrderField.UNIT_PRICE),
            Map.entry("price", OrderField.UNIT_PRICE),
            Map.entry("total price", OrderField.LINE_TOTAL),
            Map.entry("total", OrderField.LINE_TOTAL),
            Map.entry("total tax", OrderField.LINE_TAX),
            Map.entry("tax", OrderField.LINE_TAX),
            Map.entry("variation details", OrderField.VARIANT),
            Map.entry("variation", OrderField.VARIANT),
            Map.entry("meta", OrderField.VARIANT));
    private static final Pattern BIG_COMMERCE = Pattern.compile("(?:^|, )Product (?<name>[A-Z][A-Za-z ]{1,30}): ");
    private static final int MOST = 2_000;

    private ItemsCell() {}

    /** Empty when it cannot be read, or when a product of it lacks its name, quantity or price. */
    static Optional<List<Map<OrderField, String>>> read(String cell) {
        var items =
                cell.startsWith("[") ? json(cell) : cell.contains("Product Name: ") ? bigCommerce(cell) : pairs(cell);
        return items.isEmpty() || items.size() > MOST || !items.stream().allMatch(ItemsCell::isWhole)
                ? Optional.empty()
                : Optional.of(items);
    }

    private static boolean isWhole(Map<OrderField, String> item) {
        return item.containsKey(OrderField.TITLE)
                && item.containsKey(OrderField.QUANTITY)
                && (item.containsKey(OrderField.UNIT_PRICE) || item.containsKey(OrderField.LINE_TOTAL));
    }

    /** The names of products may hold bars and commas: only what looks like a name of a value ends the one before. */
    private static List<Map<OrderField, String>> bigCommerce(String cell) {
        var items = new ArrayList<Map<OrderField, String>>();
        for (var text : cell.split("\\|(?=Product ID: )")) {
            var item = new LinkedHashMap<OrderField, String>();
            var found = BIG_COMMERCE.matcher(text);
            String name = null;
            var from = 0;
            while (found.find()) {
                put(item, name, text.substring(from, found.start()));
                name = found.group("name");
                from = found.end();
            }
            put(item, name, text.substring(from));
            // It is the product's, not the line's.
            item.remove(OrderField.LINE_ID);
            items.add(item);
        }
        return items;
    }

    private static List<Map<OrderField, String>> pairs(String cell) {
        var items = new ArrayList<Map<OrderField, String>>();
        for (var text : cell.split(";(?=\\s*(?:id|name|item_id)\\s*:)|;\\s*$|\\R")) {
            var item = new LinkedHashMap<OrderField, String>();
            for (var pair : text.split("\\|")) {
                var colon = pair.indexOf(':');
                if (colon > 0) {
                    put(item, pair.substring(0, colon), pair.substring(colon + 1));
                }
            }
            items.add(item);
        }
        return items;
    }

    private static List<Map<OrderField, String>> json(String cell) {
        try {
            var items = new ArrayList<Map<OrderField, String>>();
            for (JsonNode node : JsonMapper.shared().readTree(cell)) {
                var item = new LinkedHashMap<OrderField, String>();
                node.properties().forEach(value -> {
                    if (value.getValue().isValueNode() && !value.getValue().isNull()) {
                        put(item, value.getKey(), value.getValue().asString());
                    }
                });
                items.add(item);
            }
            return items;
        } catch (JacksonException noJson) {
            return List.of();
        }
    }

    private static void put(Map<OrderField, String> item, @Nullable String name, String value) {
        var field = name == null
                ? null
                : NAMES.get(name.strip().toLowerCase(Locale.ROOT).replace('_', ' '));
        if (field != null && !value.isBlank()) {
            item.putIfAbsent(field, value.strip());
        }
    }
}
