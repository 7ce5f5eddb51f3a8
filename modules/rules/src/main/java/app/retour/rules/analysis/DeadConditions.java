package app.retour.rules.analysis;

import app.retour.rules.analysis.EncodedPolicy.EncodedRule;
import app.retour.rules.policy.Condition;
import app.retour.rules.policy.Sentences;
import app.retour.rules.policy.Truth;
import app.retour.rules.solver.Clauses;
import app.retour.rules.vocabulary.Facts;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the innermost conditions that can never have the value that their rule needs of them: true, or false inside an
 * exclusion. What a rule needs is told by how many exclusions it stands in.
 */
final class DeadConditions {
    private final FindingSearch search;
    private final Clauses clauses;
    /** Of all conditions, that which their rules need of them. */
    private final Set<Integer> open = new LinkedHashSet<>();

    private final Set<Integer> met = new HashSet<>();

    DeadConditions(FindingSearch search) {
        this.search = search;
        clauses = search.clauses();
        search.rules().forEach(rule -> collect(rule.rule().when(), true));
        search.witnesses().watch(this::note);
    }

    private void collect(Condition condition, boolean positive) {
        open.add(needed(condition, positive));
        parts(condition).forEach(part -> collect(part, inside(condition, positive)));
    }

    private void note() {
        open.removeIf(literal -> clauses.isTrue(literal) && met.add(literal));
    }

    /** By an item that is known already: what the rules have that set something in it. */
    void note(EarlierItems.Item item) {
        var rules = search.encoded().policy().rules();
        item.places().forEach(place -> note(rules.get(place).when(), true, item.facts()));
    }

    private void note(Condition condition, boolean positive, Facts facts) {
        var literal = needed(condition, positive);
        if (open.contains(literal) && condition.truth(facts) == (positive ? Truth.TRUE : Truth.FALSE)) {
            open.remove(literal);
            met.add(literal);
        }
        parts(condition).forEach(part -> note(part, inside(condition, positive), facts));
    }

    void look() {
        for (var rule : search.rules()) {
            look(rule, rule.rule().when(), search.path(rule), true, true);
        }
    }

    /** @return whether something was found in it */
    private boolean look(EncodedRule rule, Condition condition, List<String> path, boolean positive, boolean isRoot) {
        var literal = needed(condition, positive);
        var found = false;
        var parts = parts(condition);
        for (var i = 0; i < parts.size(); i++) {
            found |= look(
                    rule,
                    parts.get(i),
                    Contradiction.deeper(path, group(condition), i),
                    inside(condition, positive),
                    false);
        }
        if (found || isPossible(rule, literal)) {
            return found;
        }
        var isNeither = condition instanceof Condition.Test && !isPossible(rule, needed(condition, !positive));
        if (isNeither) {
            search.found(alwaysUnknown(rule, condition, path));
            return true;
        }
        if (isRoot) {
            // Told as a rule that never matches.
            return true;
        }
        search.found(contradictory(rule, condition, path, positive));
        return true;
    }

    private boolean isPossible(EncodedRule rule, int literal) {
        return met.contains(literal)
                || !search.isImpossible(
                        "not finished: the conditions of %s".formatted(FindingSearch.named(rule)), literal);
    }

    private Finding contradictory(EncodedRule rule, Condition condition, List<String> path, boolean positive) {
        var name = FindingSearch.capital(FindingSearch.named(rule));
        var clash = new Contradiction(search).of(condition, path);
        return new Finding.DeadCondition(
                FindingKind.CONTRADICTORY_CONDITION,
                List.of(FindingSearch.at(rule)),
                positive ? clash.paths() : List.of(path),
                positive
                        ? "%s has a condition that can never be true: %s. Change or delete it."
                                .formatted(name, clash.words())
                        : "%s excludes what is always so: “%s”. So this exclusion never lets anything pass; change or delete it."
                                .formatted(name, Sentences.of(condition)));
    }

    private Finding alwaysUnknown(EncodedRule rule, Condition condition, List<String> path) {
        var fact = ((Condition.Test) condition).fact();
        var why = search.facts().constraints().neverSupplied().contains(fact)
                ? "your shop never gets %s".formatted(fact.label())
                : "the amounts are of different currencies";
        return new Finding.DeadCondition(
                FindingKind.ALWAYS_UNKNOWN,
                List.of(FindingSearch.at(rule)),
                List.of(path),
                "%s asks what can never be answered: whether “%s”, because %s. Take this condition out, or change it."
                        .formatted(FindingSearch.capital(FindingSearch.named(rule)), Sentences.of(condition), why));
    }

    private int needed(Condition condition, boolean positive) {
        var truth = search.encoded().truth(condition);
        return positive ? truth.isTrue() : truth.isFalse();
    }

    private static boolean inside(Condition group, boolean positive) {
        return group instanceof Condition.None != positive;
    }

    private static List<Condition> parts(Condition condition) {
        return switch (condition) {
            case Condition.All(var parts) -> parts;
            case Condition.Any(var parts) -> parts;
            case Condition.None(var parts) -> parts;
            case Condition.Test _ -> List.of();
        };
    }

    private static String group(Condition condition) {
        return switch (condition) {
            case Condition.All _ -> "all";
            case Condition.Any _ -> "any";
            case Condition.None _ -> "none";
            case Condition.Test _ -> "test";
        };
    }
}
