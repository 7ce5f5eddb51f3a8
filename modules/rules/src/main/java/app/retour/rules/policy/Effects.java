package app.retour.rules.policy;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a policy says of an item besides the decision. Null means that no rule said so: the tenant's own setting holds.
 *
 * @param allowedResolutions null: all that the tenant has switched on
 * @param returnShipping null: as the tenant's setting says
 * @param bonus null: none
 * @param destination code of a location; null: the tenant's return address
 * @param refundMoment after inspection unless a rule says otherwise
 * @param team to notify; null: the default team
 * @param assignee id of a person; null: nobody yet
 */
public record Effects(
        @Nullable Set<Resolution> allowedResolutions,
        Fee fee,
        @Nullable ReturnShipping returnShipping,
        boolean keepItem,
        EvidenceWanted evidence,
        @Nullable Bonus bonus,
        @Nullable String destination,
        RefundMoment refundMoment,
        Set<String> tags,
        @Nullable String team,
        @Nullable String assignee,
        Priority priority) {

    /** What holds when no rule says anything. */
    public static final Effects DEFAULTS = new Effects(
            null,
            new Fee.Waived(),
            null,
            false,
            EvidenceWanted.NOTHING,
            null,
            null,
            RefundMoment.INSPECTION,
            Set.of(),
            null,
            null,
            Priority.NORMAL);

    /** What is not as by default, in plain words. */
    public List<String> sentences() {
        return Sentences.of(this);
    }

    public Effects charging(Fee other) {
        return new Effects(
                allowedResolutions,
                other,
                returnShipping,
                keepItem,
                evidence,
                bonus,
                destination,
                refundMoment,
                tags,
                team,
                assignee,
                priority);
    }

    public Effects shippedBy(ReturnShipping payer) {
        return new Effects(
                allowedResolutions,
                fee,
                payer,
                keepItem,
                evidence,
                bonus,
                destination,
                refundMoment,
                tags,
                team,
                assignee,
                priority);
    }
}
