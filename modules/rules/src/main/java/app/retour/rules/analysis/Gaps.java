package app.retour.rules.analysis;

import app.retour.rules.analysis.EncodedPolicy.EncodedRule;
import app.retour.rules.evaluation.RuleEvaluation;
import app.retour.rules.policy.EffectKind;
import app.retour.rules.solver.Clauses;
import app.retour.rules.vocabulary.Fact;
import app.retour.rules.vocabulary.Facts;
import java.util.List;
import java.util.stream.IntStream;

/** Finds an item of which all is known that rules ask, and which no rule decides. */
final class Gaps {
    private final FindingSearch search;

    Gaps(FindingSearch search) {
        this.search = search;
    }

    void look() {
        var question = "not finished: whether every item is decided by some rule";
        search.witness(question, this::isGap, everythingKnown(search.encoded().openAtTheEnd(EffectKind.DECISION)))
                .ifPresent(
                        witness -> search.found(
                                new Finding.Reachable(
                                        FindingKind.GAP,
                                        List.of(),
                                        witness,
                                        search.facts().mentioned(),
                                        "Some items are decided by no rule, though everything is known of them; they go to review. If that is meant, nothing is to be done; else add a rule for them at the end.")));
        for (var rule : search.rules()) {
            if (rule.rule().isFinal() && !rule.sets(EffectKind.DECISION)) {
                lookBehind(rule, question);
            }
        }
    }

    private void lookBehind(EncodedRule rule, String question) {
        search.witness(
                        question,
                        facts -> isGap(facts)
                                && search.compiled().evaluate(facts).finalAt() == rule.place(),
                        everythingKnown(
                                rule.truth().isTrue(), rule.open().getOrDefault(EffectKind.DECISION, Clauses.TRUE)))
                .ifPresent(witness -> search.found(new Finding.Reachable(
                        FindingKind.GAP,
                        List.of(FindingSearch.at(rule)),
                        witness,
                        search.facts().mentioned(),
                        "%s is final and decides nothing: what it matches goes to review, and later rules are not read. Let it decide, or make it not final."
                                .formatted(FindingSearch.capital(FindingSearch.named(rule))))));
    }

    private boolean isGap(Facts facts) {
        return search.compiled().decision(facts).equals(RuleEvaluation.Settled.NOT_SAID)
                && mentioned().allMatch(fact -> facts.get(fact).isKnown());
    }

    private java.util.stream.Stream<Fact> mentioned() {
        return search.facts().mentioned().stream()
                .filter(fact -> !search.facts().constraints().neverSupplied().contains(fact));
    }

    private int[] everythingKnown(int... assumptions) {
        return IntStream.concat(IntStream.of(assumptions), mentioned().mapToInt(search.facts()::known))
                .toArray();
    }
}
