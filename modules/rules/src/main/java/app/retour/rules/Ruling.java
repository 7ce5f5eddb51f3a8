package app.retour.rules;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the rules of a policy set for one item, before guards and law are looked at. For each effect the first rule that
 * sets it and is true wins. A rule of which nobody can say whether it is true leaves its effects undetermined; if it is
 * final, every effect not yet set. Tags add up until a final rule, or one that nobody can tell.
 *
 * @param won the winning effect of each kind (for TAGS the first) with the index of its rule
 * @param undetermined index of the rule that left a kind open
 * @param finalAt index of the final rule that held
 */
record Ruling(Map<EffectKind, Won> won, Map<EffectKind, Integer> undetermined, Set<String> tags, OptionalInt finalAt) {
    record Won(int rule, Effect effect) {}

    static Ruling of(Policy policy, Facts facts) {
        var won = new EnumMap<EffectKind, Won>(EffectKind.class);
        var undetermined = new EnumMap<EffectKind, Integer>(EffectKind.class);
        var tags = new LinkedHashSet<String>();
        var open = EnumSet.allOf(EffectKind.class);
        var rules = policy.rules();
        for (var index = 0; index < rules.size() && !open.isEmpty(); index++) {
            var rule = rules.get(index);
            if (!rule.enabled()) {
                continue;
            }
            switch (rule.when().truth(facts)) {
                case FALSE -> {}
                case TRUE -> {
                    for (var effect : rule.then()) {
                        settle(effect, index, open, won, tags);
                    }
                    if (rule.isFinal()) {
                        return new Ruling(won, undetermined, tags, OptionalInt.of(index));
                    }
                }
                case UNKNOWN -> {
                    var left = EnumSet.noneOf(EffectKind.class);
                    if (rule.isFinal()) {
                        left.addAll(open);
                    } else {
                        rule.then().forEach(effect -> left.add(effect.kind()));
                        left.retainAll(open);
                    }
                    for (var kind : left) {
                        undetermined.put(kind, index);
                    }
                    open.removeAll(left);
                }
            }
        }
        return new Ruling(won, undetermined, tags, OptionalInt.empty());
    }

    private static void settle(
            Effect effect, int rule, Set<EffectKind> open, Map<EffectKind, Won> won, Set<String> tags) {
        if (!open.contains(effect.kind())) {
            return;
        }
        won.putIfAbsent(effect.kind(), new Won(rule, effect));
        if (effect instanceof Effect.AddTags(var added)) {
            tags.addAll(added);
        } else {
            open.remove(effect.kind());
        }
    }

    Optional<Effect.Decide> decision() {
        return winner(EffectKind.DECISION, Effect.Decide.class);
    }

    /** Everything but the decision, defaults where no rule could or would say. */
    Effects effects() {
        return new Effects(
                winner(EffectKind.RESOLUTIONS, Effect.AllowResolutions.class)
                        .map(Effect.AllowResolutions::resolutions)
                        .orElse(null),
                winner(EffectKind.FEE, Effect.Charge.class)
                        .map(Effect.Charge::fee)
                        .orElse(Effects.DEFAULTS.fee()),
                winner(EffectKind.RETURN_SHIPPING, Effect.Ship.class)
                        .map(Effect.Ship::shipping)
                        .orElse(null),
                winner(EffectKind.KEEP_ITEM, Effect.KeepItem.class)
                        .map(Effect.KeepItem::keeps)
                        .orElse(false),
                winner(EffectKind.EVIDENCE, Effect.AskEvidence.class)
                        .map(Effect.AskEvidence::wanted)
                        .orElse(EvidenceWanted.NOTHING),
                winner(EffectKind.BONUS, Effect.GiveBonus.class)
                        .map(Effect.GiveBonus::bonus)
                        .orElse(null),
                winner(EffectKind.DESTINATION, Effect.SendTo.class)
                        .map(Effect.SendTo::destination)
                        .orElse(null),
                winner(EffectKind.REFUND_MOMENT, Effect.RefundAt.class)
                        .map(Effect.RefundAt::moment)
                        .orElse(Effects.DEFAULTS.refundMoment()),
                Set.copyOf(tags),
                winner(EffectKind.TEAM, Effect.NotifyTeam.class)
                        .map(Effect.NotifyTeam::team)
                        .orElse(null),
                winner(EffectKind.ASSIGNEE, Effect.AssignTo.class)
                        .map(Effect.AssignTo::assignee)
                        .orElse(null),
                winner(EffectKind.PRIORITY, Effect.Prioritise.class)
                        .map(Effect.Prioritise::priority)
                        .orElse(Effects.DEFAULTS.priority()));
    }

    private <E extends Effect> Optional<E> winner(EffectKind kind, Class<E> type) {
        return Optional.ofNullable(won.get(kind)).map(winner -> type.cast(winner.effect()));
    }
}
