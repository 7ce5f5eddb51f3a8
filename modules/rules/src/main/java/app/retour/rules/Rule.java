package app.retour.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

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

    /** The conditions as maps, lists and scalars: the form of the API. */
    public Map<String, Object> whenDocument() {
        return PolicyWriter.write(when);
    }

    /** The effects as maps, lists and scalars: the form of the API. Amounts and rates are texts. */
    public Map<String, Object> thenDocument() {
        return PolicyWriter.effects(then);
    }
}
