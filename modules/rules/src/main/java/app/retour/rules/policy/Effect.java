package app.retour.rules.policy;

import app.retour.kernel.Phrase;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One thing a rule sets. */
public sealed interface Effect {
    /** @param shopperReason what the shopper reads; a rejection always has one */
    record Decide(Outcome outcome, @Nullable Phrase shopperReason) implements Effect {}

    record AllowResolutions(Set<Resolution> resolutions) implements Effect {
        public AllowResolutions {
            resolutions = Set.copyOf(resolutions);
        }
    }

    record Charge(Fee fee) implements Effect {}

    record Ship(ReturnShipping shipping) implements Effect {}

    record KeepItem(boolean keeps) implements Effect {}

    record AskEvidence(EvidenceWanted wanted) implements Effect {}

    record GiveBonus(Bonus bonus) implements Effect {}

    record SendTo(String destination) implements Effect {}

    record RefundAt(RefundMoment moment) implements Effect {}

    record AddTags(Set<String> tags) implements Effect {
        public AddTags {
            tags = Set.copyOf(tags);
        }
    }

    record NotifyTeam(String team) implements Effect {}

    record AssignTo(String assignee) implements Effect {}

    record Prioritise(Priority priority) implements Effect {}

    default EffectKind kind() {
        return switch (this) {
            case Decide _ -> EffectKind.DECISION;
            case AllowResolutions _ -> EffectKind.RESOLUTIONS;
            case Charge _ -> EffectKind.FEE;
            case Ship _ -> EffectKind.RETURN_SHIPPING;
            case KeepItem _ -> EffectKind.KEEP_ITEM;
            case AskEvidence _ -> EffectKind.EVIDENCE;
            case GiveBonus _ -> EffectKind.BONUS;
            case SendTo _ -> EffectKind.DESTINATION;
            case RefundAt _ -> EffectKind.REFUND_MOMENT;
            case AddTags _ -> EffectKind.TAGS;
            case NotifyTeam _ -> EffectKind.TEAM;
            case AssignTo _ -> EffectKind.ASSIGNEE;
            case Prioritise _ -> EffectKind.PRIORITY;
        };
    }
}
