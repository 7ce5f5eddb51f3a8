package app.retour.rules.publishing;

import app.retour.rules.evaluation.TryOut;
import app.retour.rules.policy.Outcome;
import java.util.List;
import java.util.Map;

/**
 * A case whose outcome must hold: no policy is published that says otherwise.
 *
 * @param facts as the API gives them: fact and values; what is not named is unknown
 * @param tried what the policy asked about says of it, with its trace
 */
public record Example(
        ExampleId id, int version, String name, List<Map<String, Object>> facts, Outcome expected, TryOut tried) {
    public Example {
        facts = List.copyOf(facts);
    }

    /** Whether the policy says what is expected. */
    public boolean holds() {
        return tried.judgement().outcome() == expected;
    }
}
