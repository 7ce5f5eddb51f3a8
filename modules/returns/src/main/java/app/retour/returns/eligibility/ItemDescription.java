package app.retour.returns.eligibility;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the order called the goods when they were announced. */
@Embeddable
public record ItemDescription(
        @Nullable String sku,
        String title,
        @Nullable String variantTitle,
        @Nullable UUID imageFile) {}
