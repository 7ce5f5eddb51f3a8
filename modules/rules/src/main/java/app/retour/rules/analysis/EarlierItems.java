package app.retour.rules.analysis;

import app.retour.rules.evaluation.CompiledPolicy;
import app.retour.rules.evaluation.RuleEvaluation;
import app.retour.rules.policy.EffectKind;
import app.retour.rules.vocabulary.CustomFact;
import app.retour.rules.vocabulary.Facts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Of {@link RememberedItems}, what the policy at hand says of each, and which are worth remembering further. */
final class EarlierItems {
    /** New ones a time: a first analysis need not pay for all that later ones save. */
    private static final int MOST_NEW = 60;

    private final @Nullable RememberedItems memory;
    private final FactConstraints constraints;
    private final Set<CustomFact> ownFacts;
    private final List<Item> items = new ArrayList<>();
    private final Map<Integer, List<Item>> byWinner = new HashMap<>();
    private final Set<Facts> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Facts> inOrder = new ArrayList<>();
    private int added;

    /** @param winners by kind of effect, the place of the rule that sets it, or a negative number */
    record Item(Facts facts, List<Integer> winners) {
        int winner(EffectKind kind) {
            return winners.get(kind.ordinal());
        }

        /** The places of rules that set something. */
        Set<Integer> places() {
            return winners.stream().filter(place -> place >= 0).collect(Collectors.toSet());
        }
    }

    EarlierItems(@Nullable RememberedItems memory, FactConstraints constraints, CompiledPolicy compiled) {
        this.memory = memory;
        this.constraints = constraints;
        ownFacts = compiled.policy().customFacts().collect(Collectors.toSet());
        if (memory != null) {
            for (var facts : memory.of(constraints, ownFacts)) {
                add(facts, compiled.evaluate(facts));
            }
        }
    }

    private void add(Facts facts, RuleEvaluation ruleEvaluation) {
        var item = new Item(
                facts,
                Stream.of(EffectKind.values())
                        .map(kind -> ruleEvaluation.settled(kind).winner())
                        .toList());
        items.add(item);
        item.places()
                .forEach(place ->
                        byWinner.computeIfAbsent(place, _ -> new ArrayList<>()).add(item));
    }

    List<Item> items() {
        return items;
    }

    /** Those in which a rule sets something. */
    List<Item> wonBy(EncodedPolicy.EncodedRule rule) {
        return byWinner.getOrDefault(rule.place(), List.of());
    }

    boolean wantsMore() {
        return memory != null && added < MOST_NEW;
    }

    void addNew(Facts invented) {
        added++;
        keep(invented);
    }

    /** It was of use, so it may be again. */
    void keep(Facts useful) {
        if (memory != null && kept.add(useful)) {
            inOrder.add(useful);
        }
    }

    void remember() {
        if (memory != null) {
            memory.keep(constraints, ownFacts, inOrder);
        }
    }
}
