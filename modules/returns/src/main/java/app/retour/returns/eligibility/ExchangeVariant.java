package app.retour.returns.eligibility;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Another variant of the same product, at no price difference. */
public record ExchangeVariant(UUID productId, @Nullable String sku, String title) {}
