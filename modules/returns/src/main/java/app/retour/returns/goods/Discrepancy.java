package app.retour.returns.goods;

import app.retour.returns.events.DiscrepancyKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sources disagree about what happened. */
public record Discrepancy(
        UUID discrepancyId,
        DiscrepancyKind kind,
        String text,
        Instant openedAt,
        @Nullable Instant settledAt,
        @Nullable String settlement) {}
