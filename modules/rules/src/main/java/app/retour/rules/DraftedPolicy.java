package app.retour.rules;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the policy that is being written, in the caller's transaction. */
@Component
class DraftedPolicy {
    private final WorkingPolicies drafts;
    private final CustomFacts customFacts;

    DraftedPolicy(WorkingPolicies drafts, CustomFacts customFacts) {
        this.drafts = drafts;
        this.customFacts = customFacts;
    }

    /** @param number rises with each saving, from 1 */
    record Revision(int number, Policy policy) {}

    Optional<Revision> current() {
        return drafts.findFirstBy()
                .map(draft -> new Revision(draft.revision(), draft.policy(customFacts.vocabulary())));
    }
}
