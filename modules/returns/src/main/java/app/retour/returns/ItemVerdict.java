package app.retour.returns;

import app.retour.kernel.Actor;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an item stands, and who said so.
 *
 * @param decisionReason words meant for the shopper
 * @param because words meant for the team
 * @param policyDecision the stored decision of the rules, when they spoke last
 */
@Embeddable
record ItemVerdict(
        @Enumerated(EnumType.STRING) ItemDecision decision,
        @Enumerated(EnumType.STRING) Actor.Kind decidedBy,
        Instant decidedAt,
        @Nullable String decisionReason,
        @Nullable String because,
        @Nullable UUID policyDecision) {}
