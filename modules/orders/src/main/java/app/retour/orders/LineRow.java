package app.retour.orders;

import app.retour.orders.amounts.UnitPrice;
import app.retour.orders.products.Product;
import app.retour.orders.rows.RowReader;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * A line of an order as stored: what the order itself says.
 *
 * @param key tells the line again when the order is told again
 */
record LineRow(
        UUID id,
        UUID order,
        String key,
        int position,
        @Nullable String sku,
        String title,
        @Nullable String variantTitle,
        int quantity,
        int fulfilledQuantity,
        BigDecimal unitPrice,
        BigDecimal paid,
        BigDecimal tax,
        @Nullable BigDecimal taxRate,
        @Nullable Boolean giftCard,
        @Nullable Boolean finalSale,
        @Nullable String vendor,
        @Nullable String productType,
        @Nullable List<String> tags,
        @Nullable Integer weightGrams) {

    static LineRow of(ResultSet row, int ignored) throws SQLException {
        var columns = new RowReader(row);
        return new LineRow(
                columns.id("id"),
                columns.id("order_id"),
                columns.required("line_key"),
                columns.whole("position"),
                columns.text("sku"),
                columns.required("title"),
                columns.text("variant_title"),
                columns.whole("quantity"),
                columns.whole("fulfilled_quantity"),
                columns.amount("unit_price"),
                columns.amount("paid"),
                columns.amount("tax"),
                row.getBigDecimal("tax_rate"),
                columns.truth("gift_card"),
                columns.truth("final_sale"),
                columns.text("vendor"),
                columns.text("product_type"),
                columns.texts("tags"),
                columns.wholeIfKnown("weight_grams"));
    }

    MapSqlParameterSource values() {
        return new MapSqlParameterSource()
                .addValue("id", id)
                .addValue("order_id", order)
                .addValue("line_key", key)
                .addValue("position", position)
                .addValue("sku", sku)
                .addValue("title", title)
                .addValue("variant_title", variantTitle)
                .addValue("quantity", quantity)
                .addValue("fulfilled_quantity", fulfilledQuantity)
                .addValue("unit_price", unitPrice)
                .addValue("paid", paid)
                .addValue("tax", tax)
                .addValue("tax_rate", taxRate)
                .addValue("gift_card", giftCard)
                .addValue("final_sale", finalSale)
                .addValue("vendor", vendor)
                .addValue("product_type", productType)
                .addValue("tags", RowReader.of(tags))
                .addValue("weight_grams", weightGrams);
    }

    /** The line is no longer of the order; what refers to it still finds it. */
    LineRow takenOff() {
        return new LineRow(
                id,
                order,
                key,
                position,
                sku,
                title,
                variantTitle,
                0,
                0,
                unitPrice,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                taxRate,
                giftCard,
                finalSale,
                vendor,
                productType,
                tags,
                weightGrams);
    }

    /** @param product with the same SKU, if there is one and only one */
    OrderLine snapshot(OrderRow of, @Nullable Product product) {
        var ownTitle = title;
        var ownVariant = variantTitle;
        if (product != null && ownVariant == null && title.startsWith(product.title() + " - ")) {
            ownTitle = product.title();
            ownVariant = title.substring(product.title().length() + 3);
        }
        return new OrderLine(
                new OrderLineId(id),
                sku,
                ownTitle,
                ownVariant,
                product == null ? null : product.productKey(),
                product == null ? null : product.imageFile(),
                product == null ? null : product.imageUrl(),
                quantity,
                fulfilledQuantity,
                new UnitPrice(unitPrice, of.currency()),
                of.money(paid),
                of.money(tax),
                taxRate,
                giftCard != null ? giftCard : product != null && product.giftCard(),
                finalSale != null || product == null ? finalSale : product.finalSale(),
                vendor != null || product == null ? vendor : product.vendor(),
                productType != null || product == null ? productType : product.productType(),
                tags != null || product == null ? tags : product.tags(),
                weightGrams != null || product == null ? weightGrams : product.weightGrams());
    }
}
