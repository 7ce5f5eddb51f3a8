package app.retour.rules.analysis;

import app.retour.rules.analysis.EncodedPolicy.EncodedRule;
import app.retour.rules.policy.Effect;
import app.retour.rules.policy.EffectKind;
import app.retour.rules.solver.Clauses;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds rules that never match, and rules and effects that come too late. */
final class DeadRules {
    private final FindingSearch search;
    private final Clauses clauses;
    private final DominatingRules domination;
    private final boolean[] matched;
    /** By place in the policy, the place among the rules that are switched on. */
    private final int[] indexes;
    /** By rule, the effects that some item is known to get from it. */
    private final List<Set<EffectKind>> reached = new ArrayList<>();

    DeadRules(FindingSearch search) {
        this.search = search;
        clauses = search.clauses();
        domination = new DominatingRules(search);
        matched = new boolean[search.rules().size()];
        indexes = new int[search.encoded().policy().rules().size()];
        for (var index = 0; index < matched.length; index++) {
            indexes[search.rules().get(index).place()] = index;
        }
        search.rules().forEach(_ -> reached.add(EnumSet.noneOf(EffectKind.class)));
        search.witnesses().watch(this::note);
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

    /**
     * By what the policy says of an item that is known already.
     *
     * @return whether that was news
     */
    boolean note(EarlierItems.Item item) {
        var isNews = false;
        for (var kind : EffectKind.values()) {
            var winner = item.winner(kind);
            if (winner >= 0) {
                var index = indexes[winner];
                matched[index] = true;
                isNews |= reached.get(index).add(kind);
            }
        }
        return isNews;
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
        var dominating = domination.of(rule, kinds);
        var untold = domination.untold(rule, kinds, dominating);
        if (!untold.isEmpty()) {
            return new Finding.DeadRule(
                    FindingKind.SHADOWED,
                    FindingSearch.at(rule, untold),
                    List.of(),
                    false,
                    "%s never does anything: %s"
                            .formatted(
                                    FindingSearch.capital(FindingSearch.named(rule)),
                                    domination.whyOpen(kinds, untold)));
        }
        var mayGo = mayGo(rule);
        var words = new StringBuilder("%s never does anything: whenever it matches, %s already settled its %s. "
                .formatted(
                        FindingSearch.capital(FindingSearch.named(rule)),
                        named(dominating),
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
                FindingKind.SHADOWED, FindingSearch.at(rule, dominating), List.of(), mayGo, words.toString());
    }

    private Finding overridden(EncodedRule rule, EffectKind kind) {
        var dominating = domination.of(rule, List.of(kind));
        var untold = domination.untold(rule, List.of(kind), dominating);
        if (!untold.isEmpty()) {
            return new Finding.DeadEffect(
                    kind,
                    FindingSearch.at(rule, untold),
                    "%s never sets its %s: %s"
                            .formatted(
                                    FindingSearch.capital(FindingSearch.named(rule)),
                                    kind.label(),
                                    domination.whyOpen(List.of(kind), untold)));
        }
        return new Finding.DeadEffect(
                kind,
                FindingSearch.at(rule, dominating),
                "%s never sets its %s: whenever it matches, %s already settled it. Move the rule up, or take the %s out of it."
                        .formatted(
                                FindingSearch.capital(FindingSearch.named(rule)),
                                kind.label(),
                                named(dominating),
                                kind.label()));
    }

    private static String named(List<EncodedRule> dominating) {
        var names = dominating.stream().limit(3).map(FindingSearch::named).toList();
        return dominating.isEmpty()
                ? "rules before it have"
                : (dominating.size() > 3
                                ? "%s and %d more".formatted(String.join(", ", names), dominating.size() - 3)
                                : FindingSearch.listed(names))
                        + (dominating.size() == 1 ? " has" : " have");
    }

    /** Whether the policy says the same without the rule: it leaves nothing open when nobody knows whether it holds. */
    private boolean mayGo(EncodedRule rule) {
        var kinds = rule.rule().isFinal()
                ? EnumSet.allOf(EffectKind.class)
                : rule.rule().then().stream().map(Effect::kind).toList();
        return kinds.stream()
                .allMatch(
                        kind -> search.witnesses().ask(-rule.truth().isFalse(), open(rule, kind)) == Clauses.Answer.NO);
    }
}
