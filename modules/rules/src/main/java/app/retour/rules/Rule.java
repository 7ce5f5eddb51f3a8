package app.retour.rules;

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
        then = List.copyOf(then);
        if (then.stream().map(Effect::kind).distinct().count() != then.size()) {
            throw new IllegalArgumentException("Rule %s sets an effect twice".formatted(name));
        }
    }

    /** IF … THEN … in plain words. */
    public String sentence() {
        return Sentences.of(this);
    }
}
