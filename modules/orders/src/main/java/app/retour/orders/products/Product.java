package app.retour.orders.products;

import app.retour.kernel.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One variant of a product.
 *
 * @param productKey the same for all variants of a product: Shopify's handle, or what the integrator calls it
 * @param variantTitle option values, for example {@code M / Blue}; null for the only variant
 * @param tags null when no source supplied them
 * @param weightGrams of one unit
 */
public record Product(
        ProductId id,
        String productKey,
        @Nullable String sku,
        String title,
        @Nullable String variantTitle,
        List<ProductOption> options,
        @Nullable String vendor,
        @Nullable String productType,
        @Nullable List<String> tags,
        @Nullable Integer weightGrams,
        @Nullable Money price,
        @Nullable String imageUrl,
        @Nullable UUID imageFile,
        boolean giftCard,
        @Nullable Boolean finalSale) {}
