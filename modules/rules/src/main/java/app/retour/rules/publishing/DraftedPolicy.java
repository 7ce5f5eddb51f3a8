package app.retour.rules.publishing;

import app.retour.rules.customfacts.CustomFacts;
import app.retour.rules.policy.Policy;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the policy that is being written, in the caller's transaction. */
@Component
public class DraftedPolicy {
    private final StoredDrafts drafts;
    private final CustomFacts customFacts;

    DraftedPolicy(StoredDrafts drafts, CustomFacts customFacts) {
        this.drafts = drafts;
        this.customFacts = customFacts;
    }

    /** @param number rises with each saving, from 1 */
    public record Revision(int number, Policy policy) {}

    public Optional<Revision> current() {
        return drafts.findFirstBy()
                .map(draft -> new Revision(draft.revision(), draft.policy(customFacts.vocabulary())));
    }
}
