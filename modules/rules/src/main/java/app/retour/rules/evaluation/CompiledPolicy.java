package app.retour.rules.evaluation;

import app.retour.rules.policy.EffectKind;
import app.retour.rules.policy.Policy;
import app.retour.rules.vocabulary.CodedFacts;
import app.retour.rules.vocabulary.Facts;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A policy made ready for judging: its conditions compiled, and an index that passes only the rules worth reading. Immutable
 * and safe for threads; made once a version.
 */
public final class CompiledPolicy {
    private static final int EVERY_KIND = (1 << EffectKind.values().length) - 1;
    private static final int DECISION = 1 << EffectKind.DECISION.ordinal();
    private static final int TAGS = 1 << EffectKind.TAGS.ordinal();

    private final Policy policy;
    private final CompiledConditions conditions;
    private final RuleIndex ruleIndex;
    /** Of the rules switched on, in order: place in the policy, where its condition starts, which effects it settles. */
    private final int[] places;

    private final int[] starts;
    private final int[] kinds;
    private final boolean[] finals;
    /** Bits of the rules that set the decision or end it, and of all. */
    private final long[] deciding;

    private final long[] every;

    private CompiledPolicy(Policy policy) {
        this.policy = policy;
        conditions = new CompiledConditions(policy.currency());
        var all = policy.rules();
        places = IntStream.range(0, all.size())
                .filter(place -> all.get(place).enabled())
                .toArray();
        starts = new int[places.length];
        kinds = new int[places.length];
        finals = new boolean[places.length];
        for (var index = 0; index < places.length; index++) {
            var rule = all.get(places[index]);
            starts[index] = conditions.add(rule.when());
            finals[index] = rule.isFinal();
            for (var effect : rule.then()) {
                kinds[index] |= 1 << effect.kind().ordinal();
            }
        }
        conditions.trim();
        deciding = rulesThat(index -> (kinds[index] & DECISION) != 0 || finals[index]);
        every = rulesThat(_ -> true);
        ruleIndex = RuleIndex.of(Arrays.stream(places).mapToObj(all::get).toList(), policy.currency());
    }

    private long[] rulesThat(IntPredicate qualify) {
        var bits = new long[places.length / Long.SIZE + RuleIndex.CHUNK];
        for (var index = 0; index < places.length; index++) {
            bits[index / Long.SIZE] |= qualify.test(index) ? 1L << index : 0;
        }
        return bits;
    }

    public static CompiledPolicy of(Policy policy) {
        return new CompiledPolicy(policy);
    }

    public Policy policy() {
        return policy;
    }

    /** What settles the decision alone, for those who ask nothing else. */
    public RuleEvaluation.Settled decision(Facts facts) {
        return decision(facts.coded(policy.currency()));
    }

    public RuleEvaluation.Settled decision(CodedFacts coded) {
        var candidates = ruleIndex.candidates(coded, deciding);
        for (var index = candidates.next(); index >= 0; index = candidates.next()) {
            switch (conditions.truth(starts[index], coded)) {
                case TRUE -> {
                    return (kinds[index] & DECISION) != 0
                            ? RuleEvaluation.Settled.by(places[index])
                            : RuleEvaluation.Settled.NOT_SAID;
                }
                case UNKNOWN -> {
                    return RuleEvaluation.Settled.openFor(places[index]);
                }
                case FALSE -> {}
            }
        }
        return RuleEvaluation.Settled.NOT_SAID;
    }

    /** What the rules set, effect by effect. */
    public RuleEvaluation evaluate(Facts facts) {
        var coded = facts.coded(policy.currency());
        var ruleEvaluation = new RuleEvaluation(policy);
        var open = EVERY_KIND;
        var candidates = ruleIndex.candidates(coded, every);
        for (var index = candidates.next(); index >= 0 && open != 0; index = candidates.next()) {
            if ((kinds[index] & open) == 0 && !finals[index]) {
                continue;
            }
            switch (conditions.truth(starts[index], coded)) {
                case TRUE -> {
                    var set = kinds[index] & open;
                    ruleEvaluation.won(places[index], set);
                    open &= ~set | TAGS & open;
                    if (finals[index]) {
                        ruleEvaluation.endedAt(places[index]);
                        return ruleEvaluation;
                    }
                }
                case UNKNOWN -> {
                    var left = finals[index] ? open : kinds[index] & open;
                    ruleEvaluation.leftOpen(places[index], left);
                    open &= ~left;
                }
                case FALSE -> {}
            }
        }
        return ruleEvaluation;
    }
}
