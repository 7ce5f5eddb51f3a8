package app.retour.rules;

import app.retour.rules.evaluation.ItemJudgement;
import app.retour.rules.policy.Effects;
import app.retour.rules.policy.PolicyVersionId;
import app.retour.rules.policy.Priority;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the policy says of all items of a return. Team, assignee and priority of the whole come from the item with the
 * highest priority, the first of equals.
 *
 * @param version null when the policy tried is a draft
 * @param items in the order asked
 */
public record Judgement(@Nullable PolicyVersionId version, List<ItemJudgement> items) {
    public Judgement {
        items = List.copyOf(items);
    }

    public Priority priority() {
        return leading().priority();
    }

    public @Nullable String team() {
        return leading().team();
    }

    public @Nullable String assignee() {
        return leading().assignee();
    }

    private Effects leading() {
        return items.stream()
                .map(ItemJudgement::effects)
                .min(Comparator.comparing(Effects::priority).reversed())
                .orElse(Effects.DEFAULTS);
    }
}
