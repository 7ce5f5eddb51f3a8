package app.retour.rules;

import app.retour.rules.EncodedPolicy.EncodedRule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds rules that never match, and rules and effects that come too late. */
final class DeadRules {
    private final FindingSearch search;
    private final Clauses clauses;
    private final boolean[] matched;
    /** By rule, the effects that some item is known to get from it. */
    private final List<Set<EffectKind>> reached = new ArrayList<>();

    DeadRules(FindingSearch search) {
        this.search = search;
        clauses = search.clauses();
        matched = new boolean[search.rules().size()];
        search.rules().forEach(_ -> reached.add(EnumSet.noneOf(EffectKind.class)));
        search.worlds().watch(this::note);
    }

    /** Each world answers for many rules at once. */
    private void note() {
        for (var index = 0; index < matched.length; index++) {
            var rule = search.rules().get(index);
            if (clauses.isTrue(rule.truth().isTrue())) {
                matched[index] = true;
                for (var effect : rule.rule().then()) {
                    if (clauses.isTrue(open(rule, effect.kind()))) {
                        reached.get(index).add(effect.kind());
                    }
                }
            }
        }
    }

    void look() {
        for (var index = 0; index < matched.length; index++) {
            var rule = search.rules().get(index);
            var question = "not finished: whether %s can match".formatted(FindingSearch.named(rule));
            if (!matched[index] && search.isImpossible(question, rule.truth().isTrue())) {
                search.dead().set(rule.place());
                search.found(neverMatches(rule));
            } else {
                lookAtEffects(rule, reached.get(index));
            }
        }
    }

    private Finding neverMatches(EncodedRule rule) {
        var clash = new Contradiction(search).of(rule.rule().when(), search.path(rule));
        return new Finding.DeadRule(
                FindingKind.NEVER_MATCHES,
                List.of(FindingSearch.at(rule)),
                clash.paths(),
                mayGo(rule),
                "%s can never match: %s. Change its conditions, or delete it."
                        .formatted(FindingSearch.capital(FindingSearch.named(rule)), clash.words()));
    }

    private void lookAtEffects(EncodedRule rule, Set<EffectKind> reachedKinds) {
        var late = new ArrayList<EffectKind>();
        for (var effect : rule.rule().then()) {
            var kind = effect.kind();
            var question = "not finished: whether the %s of %s is ever used"
                    .formatted(kind.label(), FindingSearch.named(rule));
            if (!reachedKinds.contains(kind)
                    && search.isImpossible(question, rule.truth().isTrue(), open(rule, kind))) {
                late.add(kind);
            }
        }
        if (late.size() == rule.rule().then().size()) {
            search.found(shadowed(rule, late));
        } else {
            late.forEach(kind -> search.found(overridden(rule, kind)));
        }
    }

    private static int open(EncodedRule rule, EffectKind kind) {
        return rule.open().getOrDefault(kind, Clauses.TRUE);
    }

    private Finding shadowed(EncodedRule rule, List<EffectKind> kinds) {
        var settlers = settlers(rule, kinds);
        var untold = untold(rule, kinds, settlers);
        if (!untold.isEmpty()) {
            return new Finding.DeadRule(
                    FindingKind.SHADOWED,
                    FindingSearch.at(rule, untold),
                    List.of(),
                    false,
                    "%s never does anything: %s"
                            .formatted(FindingSearch.capital(FindingSearch.named(rule)), whyOpen(kinds, untold)));
        }
        var mayGo = mayGo(rule);
        var words = new StringBuilder("%s never does anything: whenever it matches, %s already settled its %s. "
                .formatted(
                        FindingSearch.capital(FindingSearch.named(rule)),
                        named(settlers),
                        FindingSearch.listed(
                                kinds.stream().map(EffectKind::label).toList())));
        if (rule.rule().isFinal()) {
            words.append("It only keeps later rules from being read. ");
        }
        words.append(
                mayGo
                        ? "Move it up, or delete it: nothing would change."
                        : "Move it up, or narrow what stands before it.");
        return new Finding.DeadRule(
                FindingKind.SHADOWED, FindingSearch.at(rule, settlers), List.of(), mayGo, words.toString());
    }

    private Finding overridden(EncodedRule rule, EffectKind kind) {
        var settlers = settlers(rule, List.of(kind));
        var untold = untold(rule, List.of(kind), settlers);
        if (!untold.isEmpty()) {
            return new Finding.DeadEffect(
                    kind,
                    FindingSearch.at(rule, untold),
                    "%s never sets its %s: %s"
                            .formatted(
                                    FindingSearch.capital(FindingSearch.named(rule)),
                                    kind.label(),
                                    whyOpen(List.of(kind), untold)));
        }
        return new Finding.DeadEffect(
                kind,
                FindingSearch.at(rule, settlers),
                "%s never sets its %s: whenever it matches, %s already settled it. Move the rule up, or take the %s out of it."
                        .formatted(
                                FindingSearch.capital(FindingSearch.named(rule)),
                                kind.label(),
                                named(settlers),
                                kind.label()));
    }

    private static String named(List<EncodedRule> settlers) {
        var names = settlers.stream().limit(3).map(FindingSearch::named).toList();
        return settlers.isEmpty()
                ? "rules before it have"
                : (settlers.size() > 3
                                ? "%s and %d more".formatted(String.join(", ", names), settlers.size() - 3)
                                : FindingSearch.listed(names))
                        + (settlers.size() == 1 ? " has" : " have");
    }

    /** Rules before that together leave nothing open; few, though perhaps not the fewest. */
    private List<EncodedRule> settlers(EncodedRule rule, List<EffectKind> kinds) {
        var settlers = new java.util.LinkedHashSet<EncodedRule>();
        for (var kind : kinds) {
            var before = search.rules().stream()
                    .filter(other -> other.place() < rule.place())
                    .filter(other -> other.passes().getOrDefault(kind, Clauses.TRUE) != Clauses.TRUE)
                    .toList();
            var assumptions = IntStream.concat(
                            IntStream.of(rule.truth().isTrue()),
                            before.stream().mapToInt(other -> other.passes().getOrDefault(kind, Clauses.TRUE)))
                    .toArray();
            if (search.worlds().ask(assumptions) == Clauses.Answer.NO) {
                var core = search.worlds().smallest(assumptions);
                before.stream()
                        .filter(other -> core.contains(other.passes().getOrDefault(kind, Clauses.TRUE)))
                        .forEach(settlers::add);
            }
        }
        return settlers.stream()
                .sorted(java.util.Comparator.comparingInt(EncodedRule::place))
                .toList();
    }

    /** Of what stands before, the rules that nobody can tell; none where some other one always holds. */
    private List<EncodedRule> untold(EncodedRule rule, List<EffectKind> kinds, List<EncodedRule> settlers) {
        if (kinds.stream()
                .noneMatch(kind ->
                        search.worlds().ask(unsettled(rule.truth().isTrue(), rule, kind)) == Clauses.Answer.YES)) {
            return List.of();
        }
        var untold = settlers.stream()
                .filter(before -> search.worlds()
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

    private String whyOpen(List<EffectKind> kinds, List<EncodedRule> untold) {
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

    /** Whether the policy says the same without the rule: it leaves nothing open when nobody knows whether it holds. */
    private boolean mayGo(EncodedRule rule) {
        var kinds = rule.rule().isFinal()
                ? EnumSet.allOf(EffectKind.class)
                : rule.rule().then().stream().map(Effect::kind).toList();
        return kinds.stream()
                .allMatch(kind -> search.worlds().ask(-rule.truth().isFalse(), open(rule, kind)) == Clauses.Answer.NO);
    }
}
