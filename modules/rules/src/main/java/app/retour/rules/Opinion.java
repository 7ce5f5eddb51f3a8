package app.retour.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is finally said of one item, in the order the law prescribes: policy, guards, statutory check. Depends on nothing
 * but its arguments: the same ones give the same opinion forever.
 *
 * @param because the last thing that changed the outcome, or what set it
 * @param afterwards what was found after the rules, in order
 */
record Opinion(
        Outcome outcome,
        @Nullable String shopperReason,
        String because,
        Effects effects,
        List<String> undetermined,
        List<String> afterwards,
        Ruling ruling) {

    static Opinion of(Policy policy, Facts facts, List<String> raisedGuards) {
        var ruling = Ruling.of(policy, facts);
        var undetermined = ruling.undetermined().entrySet().stream()
                .map(entry -> open(policy, facts, entry.getKey(), entry.getValue()))
                .toList();
        return policyOnly(policy, facts, ruling, undetermined)
                .heldBackByOpenEffects(policy, facts)
                .guarded(raisedGuards)
                .lawful(StatutoryCheck.of(facts));
    }

    private static Opinion policyOnly(Policy policy, Facts facts, Ruling ruling, List<String> undetermined) {
        var decision = ruling.decision();
        var winner = ruling.won().get(EffectKind.DECISION);
        var open = ruling.undetermined().get(EffectKind.DECISION);
        String because;
        if (winner != null) {
            because = "%s: %s"
                    .formatted(
                            named(policy, winner.rule()),
                            Sentences.of(policy.rules().get(winner.rule())));
        } else if (open != null) {
            because = "Review, because " + open(policy, facts, EffectKind.DECISION, open);
        } else {
            because = "No rule decided; what no rule decides goes to review";
        }
        return new Opinion(
                decision.map(Effect.Decide::outcome).orElse(Outcome.REVIEW),
                decision.map(Effect.Decide::shopperReason).orElse(null),
                because,
                ruling.effects(),
                undetermined,
                List.of(),
                ruling);
    }

    /** Unknown never charges or gives away: what would be approved waits for a person who can say. */
    private Opinion heldBackByOpenEffects(Policy policy, Facts facts) {
        var material = ruling.undetermined().entrySet().stream()
                .filter(entry -> entry.getKey().isMaterial())
                .map(entry -> open(policy, facts, entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("; "));
        return outcome == Outcome.APPROVE && !material.isEmpty()
                ? toReview("Review instead of approval, because " + material)
                : this;
    }

    private Opinion guarded(List<String> raised) {
        var guarded = this;
        for (var guard : raised) {
            guarded = guarded.outcome == Outcome.APPROVE
                    ? guarded.toReview("Review instead of approval, because a guard was raised: " + guard)
                    : guarded.noting("A guard was raised: " + guard);
        }
        return guarded;
    }

    private Opinion lawful(StatutoryCheck check) {
        var lawful = this;
        for (var finding : check.findings(outcome, effects)) {
            lawful = lawful.outcome == Outcome.REVIEW || !finding.needsPerson()
                    ? lawful.noting(finding.words())
                    : lawful.toReview(finding.words());
        }
        return lawful.with(check.relieved(effects));
    }

    /** This, said of an item. */
    ItemJudgement on(ItemFacts item, @Nullable DecisionId stored) {
        return new ItemJudgement(item.itemRef(), stored, outcome, shopperReason, because, effects, undetermined);
    }

    private Opinion toReview(String why) {
        var noted = noting(why);
        return new Opinion(Outcome.REVIEW, null, why, effects, undetermined, noted.afterwards, ruling);
    }

    private Opinion noting(String finding) {
        var more = new ArrayList<>(afterwards);
        more.add(finding);
        return new Opinion(outcome, shopperReason, because, effects, undetermined, List.copyOf(more), ruling);
    }

    private Opinion with(Effects others) {
        return new Opinion(outcome, shopperReason, because, others, undetermined, afterwards, ruling);
    }

    private static String open(Policy policy, Facts facts, EffectKind kind, int rule) {
        var missing = policy.rules().get(rule).when().missing(facts).stream()
                .map(FactName::label)
                .collect(Collectors.joining(", "));
        return "the %s is undetermined: %s needs facts that are unknown (%s)"
                .formatted(kind.label(), named(policy, rule), missing);
    }

    static String named(Policy policy, int rule) {
        return "Rule %d “%s”".formatted(rule + 1, policy.rules().get(rule).name());
    }
}
