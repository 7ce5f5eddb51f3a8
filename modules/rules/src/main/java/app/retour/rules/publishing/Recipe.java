package app.retour.rules.publishing;

import app.retour.rules.policy.Rule;
import app.retour.rules.vocabulary.Fact;
import java.util.List;

/**
 * A proven rule to start from.
 *
 * @param explanation what it is for, and what it does not do
 */
public record Recipe(String key, String title, String explanation, Rule rule) {
    /** Facts it reads; where one is unknown it sends to review. */
    public List<Fact> facts() {
        return rule.when().facts().distinct().toList();
    }
}
