package app.retour.rules.policy;

import java.util.Comparator;
import java.util.List;

/**
 * When this, then that.
 *
 * @param id stable over versions, unique within a policy
 * @param isFinal when it is true, later rules set nothing
 * @param then at most one effect of each kind
 */
public record Rule(String id, String name, boolean enabled, boolean isFinal, Condition when, List<Effect> then) {
    public Rule {
        then = then.stream().sorted(Comparator.comparing(Effect::kind)).toList();
        if (then.stream().map(Effect::kind).distinct().count() != then.size()) {
            throw new IllegalArgumentException("Rule %s sets an effect twice".formatted(name));
        }
    }

    /** IF … THEN … in plain words. */
    public String sentence() {
        return Sentences.of(this);
    }

    /** The part after IF. */
    public String whenSentence() {
        return Sentences.of(when);
    }

    /** The parts after THEN, one an effect. */
    public List<String> effectSentences() {
        return then.stream().map(Sentences::of).toList();
    }
}
