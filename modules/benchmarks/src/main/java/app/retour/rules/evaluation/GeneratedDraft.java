package app.retour.rules.evaluation;

import app.retour.rules.documents.PolicyWriter;
import app.retour.rules.policy.Rule;
import app.retour.rules.vocabulary.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A {@link GeneratedPolicy} in the form of the API, as the builder sends it while somebody edits. */
public final class GeneratedDraft {
    private final List<Facts> requests = Requests.generate(RuleDecisions.SEED + 1);
    private final List<Rule> rules;

    public GeneratedDraft(int rules) {
        this.rules = GeneratedPolicy.of(rules, requests, RuleDecisions.SEED).rules();
    }

    public List<Map<String, Object>> rules() {
        return PolicyWriter.write(rules);
    }

    /** The rules with one of them rewritten; another one, and otherwise, with each number. */
    public List<Map<String, Object>> edited(int edit) {
        var place = edit % rules.size();
        var edited = new ArrayList<>(rules);
        edited.set(
                place,
                GeneratedPolicy.of(rules.size(), requests, RuleDecisions.SEED + 1 + edit)
                        .rules()
                        .get(place));
        return PolicyWriter.write(edited);
    }
}
