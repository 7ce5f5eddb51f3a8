package app.retour.rules.analysis;

import app.retour.rules.analysis.EncodedPolicy.EncodedRule;
import app.retour.rules.policy.EffectKind;
import app.retour.rules.solver.Clauses;
import app.retour.rules.vocabulary.Fact;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;

/** Says which rules come before a rule that comes too late, and why nobody can tell where nobody can. */
final class DominatingRules {
    private final FindingSearch search;

    DominatingRules(FindingSearch search) {
        this.search = search;
    }

    /** Rules before that together leave nothing open; few, though perhaps not the fewest. */
    List<EncodedRule> of(EncodedRule rule, List<EffectKind> kinds) {
        var dominating = new LinkedHashSet<EncodedRule>();
        for (var kind : kinds) {
            var before = search.rules().stream()
                    .filter(other -> other.place() < rule.place())
                    .filter(other -> other.passes().getOrDefault(kind, Clauses.TRUE) != Clauses.TRUE)
                    .toList();
            var assumptions = IntStream.concat(
                            IntStream.of(rule.truth().isTrue()),
                            before.stream().mapToInt(other -> other.passes().getOrDefault(kind, Clauses.TRUE)))
                    .toArray();
            if (search.witnesses().ask(assumptions) == Clauses.Answer.NO) {
                var core = search.witnesses().smallest(assumptions);
                before.stream()
                        .filter(other -> core.contains(other.passes().getOrDefault(kind, Clauses.TRUE)))
                        .forEach(dominating::add);
            }
        }
        return dominating.stream()
                .sorted(Comparator.comparingInt(EncodedRule::place))
                .toList();
    }

    /** Of what stands before, the rules that nobody can tell; none where some other one always holds. */
    List<EncodedRule> untold(EncodedRule rule, List<EffectKind> kinds, List<EncodedRule> dominating) {
        if (kinds.stream()
                .noneMatch(kind ->
                        search.witnesses().ask(unsettled(rule.truth().isTrue(), rule, kind)) == Clauses.Answer.YES)) {
            return List.of();
        }
        var untold = dominating.stream()
                .filter(before -> search.witnesses()
                                .ask(
                                        rule.truth().isTrue(),
                                        -before.truth().isTrue(),
                                        -before.truth().isFalse())
                        == Clauses.Answer.YES)
                .toList();
        var unsupplied =
                untold.stream().filter(before -> !missing(before).isEmpty()).toList();
        return unsupplied.isEmpty() ? untold : unsupplied;
    }

    /** That no rule before holds which would settle an effect; some may be such that nobody can tell. */
    private int[] unsettled(int truth, EncodedRule rule, EffectKind kind) {
        return IntStream.concat(
                        IntStream.of(truth),
                        search.rules().stream()
                                .filter(before -> before.place() < rule.place())
                                .filter(before ->
                                        before.rule().isFinal() || (before.sets(kind) && kind != EffectKind.TAGS))
                                .mapToInt(before -> -before.truth().isTrue()))
                .toArray();
    }

    /** Facts that a rule reads and that this shop never gets. */
    private List<String> missing(EncodedRule rule) {
        return rule.rule()
                .when()
                .facts()
                .filter(search.facts().constraints().neverSupplied()::contains)
                .map(Fact::label)
                .distinct()
                .toList();
    }

    String whyOpen(List<EffectKind> kinds, List<EncodedRule> untold) {
        var names = FindingSearch.listed(
                untold.stream().map(FindingSearch::named).distinct().toList());
        var missing = FindingSearch.listed(untold.stream()
                .flatMap(before -> missing(before).stream())
                .distinct()
                .toList());
        var settled = FindingSearch.listed(kinds.stream().map(EffectKind::label).toList());
        return missing.isEmpty()
                ? "whenever it matches, nobody can tell whether %s applies, and then the %s stays open. Move it up, or change what stands before it."
                        .formatted(names, settled)
                : "nobody can tell whether %s applies, since your shop never gets %s, and then the %s stays open. Mend that first; this rule may well be right."
                        .formatted(names, missing, settled);
    }
}
