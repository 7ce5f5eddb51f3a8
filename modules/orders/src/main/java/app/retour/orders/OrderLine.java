package app.retour.orders;

import app.retour.kernel.Money;
import app.retour.orders.amounts.UnitPrice;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order. What the order itself does not say of the goods is filled from the product with the same SKU.
 *
 * @param quantity units bought; 0 when a later edit took the line off the order
 * @param fulfilledQuantity units shipped
 * @param unitPrice list price of one unit, before discounts
 * @param paid the whole line after all discounts, tax as the shop shows it
 * @param tax this line's share of the order's tax, inside or on top of {@code paid} as the order's tax mode says
 * @param taxRate percent, as told; null: not told
 * @param productKey groups variants of one product; null when no product with this SKU is known
 * @param weightGrams of one unit
 */
public record OrderLine(
        OrderLineId id,
        @Nullable String sku,
        String title,
        @Nullable String variantTitle,
        @Nullable String productKey,
        @Nullable UUID imageFile,
        @Nullable String imageUrl,
        int quantity,
        int fulfilledQuantity,
        UnitPrice unitPrice,
        Money paid,
        Money tax,
        @Nullable BigDecimal taxRate,
        boolean giftCard,
        @Nullable Boolean finalSale,
        @Nullable String vendor,
        @Nullable String productType,
        @Nullable List<String> tags,
        @Nullable Integer weightGrams) {}
