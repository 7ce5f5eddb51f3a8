package app.retour.orders.products;

import app.retour.kernel.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A variant as a source tells it. Found again by product key and option values, for a product without options by SKU.
 * Null means that this source does not know: what another source told stays.
 *
 * @param position among the variants of the product
 * @param fingerprint what the source's text hashes to; the same again changes nothing. Null: always written
 */
public record ProductUpsert(
        String productKey,
        @Nullable String sku,
        String title,
        List<ProductOption> options,
        @Nullable Integer position,
        @Nullable String vendor,
        @Nullable String productType,
        @Nullable List<String> tags,
        @Nullable Integer weightGrams,
        @Nullable Money price,
        @Nullable String imageUrl,
        @Nullable Boolean giftCard,
        @Nullable Boolean finalSale,
        @Nullable String fingerprint) {
    /** The same, with a fingerprint. */
    public ProductUpsert withFingerprint(String fingerprint) {
        return new ProductUpsert(
                productKey,
                sku,
                title,
                options,
                position,
                vendor,
                productType,
                tags,
                weightGrams,
                price,
                imageUrl,
                giftCard,
                finalSale,
                fingerprint);
    }
}
