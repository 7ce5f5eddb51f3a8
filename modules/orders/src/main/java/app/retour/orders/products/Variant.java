package app.retour.orders.products;

import java.util.stream.Collectors;

/** What tells a variant of a product from its siblings: its option values; the SKU of one without. */
record Variant(String productKey, String key) {
    static Variant of(ProductUpsert told) {
        var values = told.options().stream().map(ProductOption::value).collect(Collectors.joining(" / "));
        return new Variant(told.productKey(), values.isEmpty() && told.sku() != null ? "sku:" + told.sku() : values);
    }
}
