package app.retour.returns.record;

import app.retour.returns.eligibility.ExchangeVariant;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the shopper wants instead. */
@Embeddable
public record ItemExchange(UUID exchangeProduct, @Nullable String exchangeSku, String exchangeTitle) {
    static @Nullable ItemExchange of(@Nullable ExchangeVariant variant) {
        return variant == null ? null : new ItemExchange(variant.productId(), variant.sku(), variant.title());
    }

    ExchangeVariant variant() {
        return new ExchangeVariant(exchangeProduct, exchangeSku, exchangeTitle);
    }
}
