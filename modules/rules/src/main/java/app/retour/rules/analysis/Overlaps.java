package app.retour.rules.analysis;

import app.retour.rules.analysis.EncodedPolicy.EncodedRule;
import app.retour.rules.policy.EffectKind;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.Truth;
import app.retour.rules.solver.Clauses;
import app.retour.rules.vocabulary.Facts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Finds pairs of rules that hold for the same item and decide differently. Left out are pairs in which the later rule is
 * just the more general one, since "first the exception, then the rule" is how policies are written.
 */
final class Overlaps {
    private static final int MOST = 20;
    private static final int MOST_A_RULE = 3;
    /** Questions to the solver for all pairs together. */
    private static final int MOST_QUESTIONS = 400;

    private final FindingSearch search;
    private final Clauses clauses;
    private final List<EncodedRule> deciding;
    /** By place of the rule, in which of the witnesses found so far it holds. */
    private final Map<Integer, BitSet> holds = new java.util.HashMap<>();

    private int witnesses;
    private int questions;
    private int found;

    Overlaps(FindingSearch search) {
        this.search = search;
        clauses = search.clauses();
        deciding = search.rules().stream()
                .filter(rule -> rule.sets(EffectKind.DECISION))
                .toList();
        deciding.forEach(rule -> holds.put(rule.place(), new BitSet()));
        search.witnesses().watch(this::note);
    }

    private void note() {
        deciding.forEach(
                rule -> holds(rule).set(witnesses, clauses.isTrue(rule.truth().isTrue())));
        witnesses++;
    }

    private BitSet holds(EncodedRule rule) {
        return holds.getOrDefault(rule.place(), new BitSet());
    }

    void look() {
        for (var later : deciding) {
            if (later.truth().isTrue() != Clauses.TRUE && !search.dead().get(later.place())) {
                look(later);
            }
            if (found >= MOST || questions >= MOST_QUESTIONS) {
                search.leave(
                        found >= MOST
                                ? "The first %d overlaps are shown; there may be more".formatted(MOST)
                                : "not finished: overlaps from %s on".formatted(FindingSearch.named(later)));
                return;
            }
        }
    }

    private void look(EncodedRule later) {
        var passedBy = new ArrayList<Integer>();
        var here = 0;
        for (var outcome : Outcome.values()) {
            if (later.outcome().filter(outcome::equals).isEmpty()) {
                var other = later.won().getOrDefault(outcome, Clauses.FALSE);
                while (other != Clauses.FALSE && here < MOST_A_RULE && found < MOST && questions++ < MOST_QUESTIONS) {
                    var assumptions = IntStream.concat(
                                    IntStream.of(later.truth().isTrue(), other),
                                    passedBy.stream().mapToInt(wins -> -wins))
                            .toArray();
                    var answer = search.witnesses().ask(assumptions);
                    if (answer == Clauses.Answer.NO) {
                        break;
                    }
                    if (answer == Clauses.Answer.UNFINISHED) {
                        search.leave("not finished: overlaps with %s".formatted(FindingSearch.named(later)));
                        return;
                    }
                    var winner = deciding.stream()
                            .filter(rule -> rule.place() < later.place() && clauses.isTrue(rule.wins()))
                            .findFirst();
                    if (winner.isEmpty()) {
                        return;
                    }
                    passedBy.add(winner.get().wins());
                    var witness = search.witnesses().invented().filter(facts -> shows(winner.get(), later, facts));
                    if (witness.isPresent() && holdsAlone(winner.get(), later)) {
                        search.found(overlap(winner.get(), later, witness.get()));
                        here++;
                        found++;
                    }
                }
            }
        }
    }

    /** Whether the first holds somewhere where the later one does not: else it is the exception, and meant so. */
    private boolean holdsAlone(EncodedRule first, EncodedRule later) {
        var alone = (BitSet) holds(first).clone();
        alone.andNot(holds(later));
        if (!alone.isEmpty()
                || search.earlier().wonBy(first).stream()
                        .anyMatch(item -> item.winner(EffectKind.DECISION) == first.place()
                                && later.rule().when().truth(item.facts()) != Truth.TRUE)) {
            return true;
        }
        questions++;
        return search.witnesses().ask(first.truth().isTrue(), -later.truth().isTrue()) == Clauses.Answer.YES;
    }

    private boolean shows(EncodedRule first, EncodedRule later, Facts facts) {
        return search.compiled().decision(facts).winner() == first.place()
                && later.rule().when().truth(facts) == Truth.TRUE;
    }

    private Finding overlap(EncodedRule first, EncodedRule later, Facts witness) {
        return new Finding.Reachable(
                FindingKind.OVERLAP,
                List.of(FindingSearch.at(later), FindingSearch.at(first)),
                witness,
                search.facts().mentioned(),
                "%s and %s both match some items and decide differently: the first one wins. If the other should, move it up or narrow the first."
                        .formatted(FindingSearch.capital(FindingSearch.named(first)), FindingSearch.named(later)));
    }
}
