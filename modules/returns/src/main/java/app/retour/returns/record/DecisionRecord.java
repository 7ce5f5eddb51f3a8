package app.retour.returns.record;

import app.retour.kernel.Actor;
import app.retour.kernel.Phrase;
import app.retour.returns.columns.JsonColumns;
import app.retour.returns.status.ItemDecision;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * How an item stands, and who said so.
 *
 * @param decisionReason words meant for the shopper, the merchant's own
 * @param decisionReasonTexts the same in other languages, a JSON object by language tag
 * @param because words meant for the team
 * @param policyDecision the stored decision of the rules, when they spoke last
 */
@Embeddable
public record DecisionRecord(
        @Enumerated(EnumType.STRING) ItemDecision decision,
        @Enumerated(EnumType.STRING) Actor.Kind decidedBy,
        Instant decidedAt,
        @Nullable String decisionReason,
        @JdbcTypeCode(SqlTypes.JSON) String decisionReasonTexts,
        @Nullable String because,
        @Nullable UUID policyDecision) {
    public DecisionRecord(
            ItemDecision decision,
            Actor.Kind decidedBy,
            Instant decidedAt,
            @Nullable Phrase told,
            @Nullable String because,
            @Nullable UUID policyDecision) {
        this(
                decision,
                decidedBy,
                decidedAt,
                told == null ? null : told.own(),
                told == null ? "{}" : JsonColumns.write(told.others()),
                because,
                policyDecision);
    }

    /** What the shopper is told. */
    @Nullable
    Phrase told() {
        return decisionReason == null ? null : new Phrase(decisionReason, JsonColumns.texts(decisionReasonTexts));
    }
}
