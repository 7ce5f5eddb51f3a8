package app.retour.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The sums between numbers (dates and days, the value left). They are no clauses: each world that the solver finds is
 * looked at, and what cannot add up is told to the solver once, by the boundaries that clash. Narrowing is all that is done
 * to find that out; a world that clashes in some subtler way counts as possible, so nothing is ever wrongly called so.
 */
final class NumberSums {
    private static final int MOST_ROUNDS = 100;

    private final EncodedFacts facts;
    private final Clauses clauses;
    private final List<Sum> sums = new ArrayList<>();

    /** @param guards hold where the sum must */
    private record Sum(FactConstraint.AtMost constraint, int[] guards) {}

    /** Where each number lies. */
    private static final class Boxes {
        private final Map<Fact, long[]> boxes = new HashMap<>();

        private Boxes copy() {
            var copy = new Boxes();
            boxes.forEach((fact, box) -> copy.boxes.put(fact, box.clone()));
            return copy;
        }

        private long[] of(Fact fact) {
            return java.util.Objects.requireNonNull(boxes.get(fact));
        }
    }

    NumberSums(EncodedFacts facts, EncodedConditions conditions) {
        this.facts = facts;
        this.clauses = facts.clauses();
        for (var constraint : facts.between()) {
            if (constraint instanceof FactConstraint.AtMost sum) {
                var guards = sum.terms().keySet().stream().mapToInt(facts::known);
                if (sum.when() != null) {
                    guards = IntStream.concat(
                            guards, IntStream.of(conditions.truth(sum.when()).isTrue()));
                }
                if (sum.whenEmpty() != null) {
                    guards = IntStream.concat(
                            guards, IntStream.of(-facts.list(sum.whenEmpty()).isNotEmpty()));
                }
                sums.add(new Sum(sum, guards.toArray()));
            }
        }
    }

    /** Literals of the world last found that cannot all hold; none when it adds up as far as one can see. */
    int[] clash() {
        var active = active();
        var boxes = boxes(active);
        if (narrowed(boxes.copy(), active)) {
            return new int[0];
        }
        var needed = new ArrayList<>(active);
        for (var sum : active) {
            needed.remove(sum);
            if (narrowed(boxes.copy(), needed)) {
                needed.add(sum);
            }
        }
        var literals = new ArrayList<Integer>();
        needed.forEach(sum -> IntStream.of(sum.guards).forEach(literals::add));
        for (var fact : boxes.boxes.keySet()) {
            var number = facts.number(fact);
            var box = boxes.of(fact);
            var wide = new long[] {number.range().least(), number.range().most()};
            for (var end = 0; end < 2; end++) {
                var before = box[end];
                box[end] = wide[end];
                if (before != wide[end] && narrowed(boxes.copy(), needed)) {
                    box[end] = before;
                    literals.add(end == 0 ? number.atLeast(before) : -number.atLeast(before + 1));
                }
            }
        }
        return literals.stream().distinct().mapToInt(one -> one).toArray();
    }

    /** A number for each fact that is known in the world last found; empty where none was found that adds up. */
    Optional<Map<Fact, Long>> chosen() {
        var active = active();
        var boxes = new Boxes();
        facts.facts().stream()
                .filter(fact -> NumberRange.suits(fact.type()) && clauses.isTrue(facts.known(fact)))
                .forEach(fact -> boxes.boxes.put(fact, facts.number(fact).box(clauses)));
        var order = boxes.boxes.keySet().stream()
                .sorted(Comparator.comparingLong((Fact fact) -> boxes.of(fact)[1] - boxes.of(fact)[0])
                        .thenComparing(Fact::key))
                .toList();
        if (!narrowed(boxes, active)) {
            return Optional.empty();
        }
        for (var fact : order) {
            if (!choose(fact, boxes, active)) {
                return Optional.empty();
            }
        }
        var chosen = new HashMap<Fact, Long>();
        boxes.boxes.forEach((fact, box) -> chosen.put(fact, box[0]));
        return Optional.of(chosen);
    }

    private boolean choose(Fact fact, Boxes boxes, List<Sum> active) {
        var box = boxes.of(fact);
        var usual = Math.clamp(facts.number(fact).range().usual(), box[0], box[1]);
        for (var number : new long[] {usual, box[0], box[1], box[0] + (box[1] - box[0]) / 2}) {
            var tried = boxes.copy();
            tried.boxes.put(fact, new long[] {number, number});
            if (narrowed(tried, active)) {
                boxes.boxes.putAll(tried.boxes);
                return true;
            }
        }
        return false;
    }

    private List<Sum> active() {
        Predicate<Sum> holds = sum -> IntStream.of(sum.guards).allMatch(clauses::isTrue);
        return sums.stream().filter(holds).toList();
    }

    private Boxes boxes(List<Sum> active) {
        var boxes = new Boxes();
        active.stream()
                .flatMap(sum -> sum.constraint.terms().keySet().stream())
                .forEach(fact -> boxes.boxes.computeIfAbsent(
                        fact, _ -> facts.number(fact).box(clauses)));
        return boxes;
    }

    /** Narrows the boxes to what the sums leave; false when one of them is empty then. */
    private static boolean narrowed(Boxes boxes, List<Sum> sums) {
        var changed = true;
        for (var round = 0; changed && round < MOST_ROUNDS; round++) {
            changed = false;
            for (var sum : sums) {
                var terms = sum.constraint.terms();
                var least = terms.entrySet().stream()
                        .mapToLong(term -> least(boxes, term))
                        .sum();
                for (var term : terms.entrySet()) {
                    var box = boxes.of(term.getKey());
                    var left = sum.constraint.most() - (least - least(boxes, term));
                    if (term.getValue() > 0 && left < box[1]) {
                        box[1] = left;
                        changed = true;
                    } else if (term.getValue() < 0 && -left > box[0]) {
                        box[0] = -left;
                        changed = true;
                    }
                    if (box[0] > box[1]) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static long least(Boxes boxes, Map.Entry<FactName, Integer> term) {
        var box = boxes.of(term.getKey());
        return term.getValue() > 0 ? box[0] : -box[1];
    }
}
