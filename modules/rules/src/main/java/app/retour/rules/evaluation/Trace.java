package app.retour.rules.evaluation;

import app.retour.rules.policy.EffectKind;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.Truth;
import app.retour.rules.vocabulary.Fact;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * How a decision came about, recomputed from its stored facts and its version, so that it always agrees with it. Where
 * personal facts that its rules read were blanked at erasure, it tells the stored outcome and says so.
 *
 * @param versionNumber null for a draft
 * @param rules every rule of the policy, in order
 * @param facts every fact of the vocabulary as seen
 * @param afterwards what was checked after the policy, in order: undetermined effects, guards, statutory rights
 */
@NamedInterface("evaluation")
public record Trace(
        @Nullable Integer versionNumber,
        int semantics,
        List<RuleTrace> rules,
        List<FactSeen> facts,
        List<String> afterwards,
        Outcome outcome,
        String because) {
    public Trace {
        rules = List.copyOf(rules);
        facts = List.copyOf(facts);
        afterwards = List.copyOf(afterwards);
    }

    private static final String BLANKED = "blanked at erasure";

    /**
     * The same where personal facts were blanked.
     *
     * @param erased their keys
     * @param stored what was decided, where the rules read one of them; null where it recomputes as it did
     */
    public Trace without(List<String> erased, @Nullable Outcome stored) {
        var words = "What was personal was blanked at erasure (%s); the decision stands as it was made%s"
                .formatted(String.join(", ", erased), stored == null ? "" : " and cannot be recomputed");
        return new Trace(
                versionNumber,
                semantics,
                rules.stream().map(rule -> rule.without(erased)).toList(),
                facts.stream()
                        .map(seen ->
                                erased.contains(seen.fact().key()) ? new FactSeen(seen.fact(), BLANKED, null) : seen)
                        .toList(),
                Stream.concat(afterwards.stream(), Stream.of(words)).toList(),
                stored == null ? outcome : stored,
                stored == null ? because : words);
    }

    /**
     * One rule.
     *
     * @param position from 1
     * @param truth of its conditions; told for a disabled rule too, which still does nothing
     * @param sentence IF … THEN …
     */
    public record RuleTrace(
            int position,
            String ruleId,
            String name,
            String sentence,
            boolean enabled,
            boolean isFinal,
            Truth truth,
            List<ConditionTrace> conditions,
            List<EffectTrace> effects) {
        public RuleTrace {
            conditions = List.copyOf(conditions);
            effects = List.copyOf(effects);
        }

        RuleTrace without(List<String> erased) {
            return new RuleTrace(
                    position,
                    ruleId,
                    name,
                    sentence,
                    enabled,
                    isFinal,
                    truth,
                    conditions.stream().map(one -> one.without(erased)).toList(),
                    effects);
        }
    }

    /**
     * One condition or group, groups before their parts.
     *
     * @param depth 0 for the outermost
     * @param sentence for example "the order value is under €100", or "all of" for a group
     * @param fact null for a group
     * @param seen the value it saw, in plain words; null for a group
     */
    public record ConditionTrace(
            int depth,
            String sentence,
            Truth truth,
            @Nullable Fact fact,
            @Nullable String seen) {
        ConditionTrace without(List<String> erased) {
            return fact != null && erased.contains(fact.key())
                    ? new ConditionTrace(depth, sentence, truth, fact, BLANKED)
                    : this;
        }
    }

    /**
     * What became of one effect of a rule.
     *
     * @param why in plain words
     */
    public record EffectTrace(EffectKind kind, String sentence, EffectFate fate, String why) {}

    /**
     * One fact as it was seen.
     *
     * @param value in plain words; null when unknown
     * @param values the same in the form in which people try facts; null when unknown, or of another currency
     */
    public record FactSeen(
            Fact fact, @Nullable String value, @Nullable List<String> values) {}

    /** What became of an effect that a rule would set. */
    public enum EffectFate {
        /** This rule set it. */
        WON,
        /** An earlier rule had set it. */
        OVERRIDDEN,
        /** The rule's conditions do not hold. */
        NOT_TRUE,
        /** Whether the rule holds is unknown; so the effect is undetermined. */
        UNDETERMINED,
        /** An earlier rule left it undetermined. */
        BEHIND_UNKNOWN,
        /** An earlier final rule held. */
        BEHIND_FINAL,
        /** The rule is switched off. */
        SWITCHED_OFF
    }
}
