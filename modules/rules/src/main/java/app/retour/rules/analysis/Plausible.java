package app.retour.rules.analysis;

import app.retour.rules.solver.Clauses;
import app.retour.rules.vocabulary.Fact;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.ReasonGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is so of most items, though not of all: goods came before somebody sends them back, and a reason code has the group
 * that the shop gives it now. No law, since an assumed delivery may lie ahead, groups are changed and codes are added: so
 * nothing is ever called impossible for it. It costs the solver a "yes" that it tries only when "no" fails; every world
 * in which it can be is thus one that people believe.
 */
final class Plausible {
    private final EncodedFacts facts;
    private final Clauses clauses;
    private final Map<String, ReasonGroup> reasons;

    Plausible(EncodedFacts facts) {
        this.facts = facts;
        clauses = facts.clauses();
        reasons = facts.constraints().reasons();
    }

    void prefer() {
        if (reasons.isEmpty()) {
            return;
        }
        var own = facts.text(FactName.ITEM_REASON);
        var any = facts.list(FactName.RETURN_ANY_REASON);
        var byGroup = new java.util.EnumMap<ReasonGroup, List<Integer>>(ReasonGroup.class);
        var unnamed = new java.util.TreeSet<ReasonGroup>();
        reasons.forEach((code, group) -> {
            var folded = FactValue.Text.fold(code);
            if (own.named().containsKey(folded)) {
                clauses.require(facts.oddReasons(), -own.is(folded), own(group));
                clauses.require(facts.oddReasons(), -any.has(folded), any(group));
                byGroup.computeIfAbsent(group, _ -> new ArrayList<>()).add(any.has(folded));
            } else {
                unnamed.add(group);
            }
        });
        require(-own.isOther(), unnamed.stream().map(this::own));
        require(-any.hasOther(), unnamed.stream().map(this::any));
        for (var group : ReasonGroup.values()) {
            require(
                    -any(group),
                    Stream.concat(
                            byGroup.getOrDefault(group, List.of()).stream(),
                            unnamed.contains(group) ? Stream.of(any.hasOther()) : Stream.empty()));
        }
    }

    private void require(int one, Stream<Integer> others) {
        clauses.require(Stream.concat(Stream.of(facts.oddReasons(), one), others)
                .mapToInt(literal -> literal)
                .toArray());
    }

    private int own(ReasonGroup group) {
        return facts.text(FactName.ITEM_REASON_GROUP).is(FactValue.Text.fold(group.name()));
    }

    private int any(ReasonGroup group) {
        return facts.list(FactName.RETURN_ANY_REASON_GROUP).has(FactValue.Text.fold(group.name()));
    }

    /** Codes that fit the world last found and that no condition names, for the item or for any item of its return. */
    Stream<String> codes(Fact fact) {
        return reasons.entrySet().stream()
                .filter(reason ->
                        clauses.isTrue(fact == FactName.ITEM_REASON ? own(reason.getValue()) : any(reason.getValue())))
                .map(Map.Entry::getKey);
    }
}
