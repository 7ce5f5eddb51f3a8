package app.retour.rules.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.rules.evaluation.NaiveInterpreter;
import app.retour.rules.policy.Condition;
import app.retour.rules.policy.Effect;
import app.retour.rules.policy.EffectKind;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.Policy;
import app.retour.rules.policy.Rule;
import app.retour.rules.policy.Truth;
import app.retour.rules.vocabulary.Facts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What is true of a policy by looking at every item of a small domain, one after the other, by the plain law. */
final class BruteForce {
    final Set<Integer> matched = new HashSet<>();
    /** {@code place:kind} of effects that some item gets. */
    final Set<String> reached = new HashSet<>();
    /** {@code first:later} of decisions that differ for some item. */
    final Set<String> overlaps = new HashSet<>();
    /** {@code first:later} where the first holds somewhere without the later. */
    final Set<String> alone = new HashSet<>();

    boolean hasGap;

    private final Policy policy;

    BruteForce(Policy policy, SmallDomain domain) {
        this.policy = policy;
        for (var facts : domain.all()) {
            look(facts, domain);
        }
    }

    private void look(Facts facts, SmallDomain domain) {
        var naive = new NaiveInterpreter(policy, facts);
        var truths = new ArrayList<Truth>();
        policy.rules().forEach(rule -> truths.add(naive.truth(rule.when())));
        for (var place = 0; place < truths.size(); place++) {
            var rule = policy.rules().get(place);
            if (rule.enabled() && truths.get(place) == Truth.TRUE) {
                matched.add(place);
                for (var effect : rule.then()) {
                    if (isOpen(effect.kind(), place, truths)) {
                        reached.add(place + ":" + effect.kind());
                    }
                }
                pairs(place, truths);
            }
        }
        var mentioned = policy.rules().stream()
                .filter(Rule::enabled)
                .flatMap(rule -> rule.when().facts())
                .toList();
        if (mentioned.stream().allMatch(fact -> facts.get(fact).isKnown())
                && isOpen(EffectKind.DECISION, policy.rules().size(), truths)) {
            hasGap = true;
        }
    }

    private void pairs(int first, List<Truth> truths) {
        var decided = decision(first);
        var wins = decided != null && isOpen(EffectKind.DECISION, first, truths);
        for (var later = first + 1; later < truths.size(); later++) {
            if (decision(later) == null || !policy.rules().get(later).enabled()) {
                continue;
            }
            if (truths.get(later) != Truth.TRUE) {
                alone.add(first + ":" + later);
            } else if (wins && decided != decision(later)) {
                overlaps.add(first + ":" + later);
            }
        }
    }

    private @org.jspecify.annotations.Nullable Outcome decision(int place) {
        return policy.rules().get(place).then().stream()
                .filter(Effect.Decide.class::isInstance)
                .map(effect -> ((Effect.Decide) effect).outcome())
                .findFirst()
                .orElse(null);
    }

    /** Whether no rule before a place has settled an effect: word by word. */
    private boolean isOpen(EffectKind kind, int place, List<Truth> truths) {
        for (var i = 0; i < place; i++) {
            var rule = policy.rules().get(i);
            var sets = rule.then().stream().anyMatch(effect -> effect.kind() == kind);
            var truth = truths.get(i);
            if (!rule.enabled() || truth == Truth.FALSE) {
                continue;
            }
            if (rule.isFinal() || (sets && (kind != EffectKind.TAGS || truth == Truth.UNKNOWN))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the condition at a path is true, or false inside an exclusion. */
    static boolean isAsNeeded(Policy policy, List<String> path, Facts facts) {
        assertThat(path.getFirst()).isEqualTo("rules");
        var condition = policy.rules().get(Integer.parseInt(path.get(1))).when();
        var needed = Truth.TRUE;
        for (var i = 3; i < path.size(); i += 2) {
            assertThat(path.get(i)).isEqualTo(group(condition));
            needed = condition instanceof Condition.None ? needed.not() : needed;
            condition = parts(condition).get(Integer.parseInt(path.get(i + 1)));
        }
        return condition.truth(facts) == needed;
    }

    static boolean hasDeadPart(Condition condition, boolean positive, SmallDomain domain, boolean isRoot) {
        Predicate<Facts> isAsNeeded = facts -> condition.truth(facts) == (positive ? Truth.TRUE : Truth.FALSE);
        if (!isRoot && domain.all().stream().noneMatch(isAsNeeded)) {
            return true;
        }
        var inside = condition instanceof Condition.None != positive;
        return parts(condition).stream().anyMatch(part -> hasDeadPart(part, inside, domain, false));
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
