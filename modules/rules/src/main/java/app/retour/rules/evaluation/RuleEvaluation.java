package app.retour.rules.evaluation;

import app.retour.rules.policy.Effect;
import app.retour.rules.policy.EffectKind;
import app.retour.rules.policy.Effects;
import app.retour.rules.policy.EvidenceWanted;
import app.retour.rules.policy.Policy;
import app.retour.rules.vocabulary.Facts;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of a policy set for one item, before guards and law are looked at. For each effect the first rule that
 * sets it and is true wins. A rule of which nobody can say whether it is true leaves its effects undetermined; if it is
 * final, every effect not yet set. Tags add up until a final rule, or one that nobody can tell.
 */
public final class RuleEvaluation {
    private static final EffectKind[] KINDS = EffectKind.values();
    private static final int NOWHERE = -1;

    private final Policy policy;
    private static final int[] NONE = {};
    private static final short[] NOTHING_SAID = new short[2 * KINDS.length];

    static {
        Arrays.fill(NOTHING_SAID, (short) NOWHERE);
    }

    /** By kind the rule that set it, then by kind the one that left it open: places in the policy. */
    private final short[] places = NOTHING_SAID.clone();

    private int[] taggers = NONE;
    private int finalAt = NOWHERE;

    RuleEvaluation(Policy policy) {
        this.policy = policy;
    }

    public static RuleEvaluation of(Policy policy, Facts facts) {
        return CompiledPolicy.of(policy).evaluate(facts);
    }

    /** How one effect was settled: by a rule, left open by one, or not at all. Places in the policy, from 0. */
    public record Settled(int winner, int opener) {
        public static final Settled NOT_SAID = new Settled(NOWHERE, NOWHERE);

        static Settled by(int place) {
            return new Settled(place, NOWHERE);
        }

        static Settled openFor(int place) {
            return new Settled(NOWHERE, place);
        }

        boolean isWon() {
            return winner >= 0;
        }

        boolean isOpen() {
            return opener >= 0;
        }
    }

    void won(int place, int kinds) {
        for (var left = kinds; left != 0; left &= left - 1) {
            var kind = Integer.numberOfTrailingZeros(left);
            if (kind == EffectKind.TAGS.ordinal()) {
                taggers = Arrays.copyOf(taggers, taggers.length + 1);
                taggers[taggers.length - 1] = place;
            }
            if (places[kind] == NOWHERE) {
                places[kind] = (short) place;
            }
        }
    }

    void leftOpen(int place, int kinds) {
        for (var left = kinds; left != 0; left &= left - 1) {
            places[KINDS.length + Integer.numberOfTrailingZeros(left)] = (short) place;
        }
    }

    void endedAt(int place) {
        finalAt = place;
    }

    /** For tags, the first rule that added some; they may be won and open at once. */
    public Settled settled(EffectKind kind) {
        return new Settled(places[kind.ordinal()], places[KINDS.length + kind.ordinal()]);
    }

    boolean isOpen(EffectKind kind) {
        return places[KINDS.length + kind.ordinal()] != NOWHERE;
    }

    /** Effects that nobody can tell, in the order of their kinds. */
    Set<EffectKind> undetermined() {
        var open = EnumSet.noneOf(EffectKind.class);
        for (var kind : KINDS) {
            if (isOpen(kind)) {
                open.add(kind);
            }
        }
        return open;
    }

    /** The final rule that held, or a negative number. */
    public int finalAt() {
        return finalAt;
    }

    @Nullable
    Effect winner(EffectKind kind) {
        var place = places[kind.ordinal()];
        if (place == NOWHERE) {
            return null;
        }
        for (var effect : policy.rules().get(place).then()) {
            if (effect.kind() == kind) {
                return effect;
            }
        }
        throw new IllegalStateException("Rule %d does not set the %s".formatted(place, kind.label()));
    }

    Effect.@Nullable Decide decision() {
        return (Effect.Decide) winner(EffectKind.DECISION);
    }

    Set<String> tags() {
        var tags = new HashSet<String>();
        for (var place : taggers) {
            for (var effect : policy.rules().get(place).then()) {
                if (effect instanceof Effect.AddTags(var added)) {
                    tags.addAll(added);
                }
            }
        }
        return tags;
    }

    /** Everything but the decision, defaults where no rule could or would say. */
    Effects effects() {
        var defaults = Effects.DEFAULTS;
        return new Effects(
                winner(EffectKind.RESOLUTIONS) instanceof Effect.AllowResolutions(var allowed) ? allowed : null,
                winner(EffectKind.FEE) instanceof Effect.Charge(var fee) ? fee : defaults.fee(),
                winner(EffectKind.RETURN_SHIPPING) instanceof Effect.Ship(var payer) ? payer : null,
                winner(EffectKind.KEEP_ITEM) instanceof Effect.KeepItem(var keeps) && keeps,
                winner(EffectKind.EVIDENCE) instanceof Effect.AskEvidence(var wanted) ? wanted : EvidenceWanted.NOTHING,
                winner(EffectKind.BONUS) instanceof Effect.GiveBonus(var bonus) ? bonus : null,
                winner(EffectKind.DESTINATION) instanceof Effect.SendTo(var destination) ? destination : null,
                winner(EffectKind.REFUND_MOMENT) instanceof Effect.RefundAt(var moment)
                        ? moment
                        : defaults.refundMoment(),
                Set.copyOf(tags()),
                winner(EffectKind.TEAM) instanceof Effect.NotifyTeam(var team) ? team : null,
                winner(EffectKind.ASSIGNEE) instanceof Effect.AssignTo(var assignee) ? assignee : null,
                winner(EffectKind.PRIORITY) instanceof Effect.Prioritise(var priority)
                        ? priority
                        : defaults.priority());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RuleEvaluation same
                && Arrays.equals(places, same.places)
                && Arrays.equals(taggers, same.taggers)
                && finalAt == same.finalAt;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(places) + finalAt;
    }
}
