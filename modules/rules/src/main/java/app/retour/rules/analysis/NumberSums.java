package app.retour.rules.analysis;

import app.retour.rules.solver.Clauses;
import app.retour.rules.vocabulary.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The sums between numbers (dates and days, the value left). They are no clauses: each world that the solver finds is
 * looked at, and what cannot add up is told to the solver once, by the boundaries that clash. Narrowing is all that is done
 * to find that out; a world that clashes in some subtler way counts as possible, so nothing is ever wrongly called so.
 *
 * <p>Where each number lies is kept as a box: its least value and its greatest, at twice its place and behind.
 */
final class NumberSums {
    private static final int MOST_ROUNDS = 100;

    private final Clauses clauses;
    private final List<Fact> facts;
    private final EncodedNumber[] numbers;
    private final int[] known;
    private final boolean[] isSummed;
    private final List<Sum> sums = new ArrayList<>();

    /**
     * @param terms places of the numbers
     * @param signs how often each is counted
     * @param guards hold where the sum must
     */
    private record Sum(List<Integer> terms, List<Integer> signs, long most, List<Integer> guards) {}

    NumberSums(EncodedFacts encoded, EncodedConditions conditions) {
        clauses = encoded.clauses();
        facts = encoded.facts().stream()
                .filter(fact -> NumberRange.suits(fact.type()))
                .toList();
        numbers = facts.stream().map(encoded::number).toArray(EncodedNumber[]::new);
        known = facts.stream().mapToInt(encoded::known).toArray();
        isSummed = new boolean[numbers.length];
        for (var constraint : encoded.between()) {
            if (constraint instanceof FactConstraint.AtMost sum) {
                add(sum, Clauses.FALSE, encoded, conditions);
            }
        }
        add(FactConstraints.deliveredBeforeReturn(), encoded.lateDelivery(), encoded, conditions);
    }

    private void add(FactConstraint.AtMost sum, int unless, EncodedFacts encoded, EncodedConditions conditions) {
        var terms = new ArrayList<Integer>();
        var signs = new ArrayList<Integer>();
        var guards = new ArrayList<Integer>();
        guards.add(-unless);
        sum.terms().forEach((fact, sign) -> {
            var place = facts.indexOf(fact);
            isSummed[place] = true;
            terms.add(place);
            signs.add(sign);
            guards.add(known[place]);
        });
        if (sum.when() != null) {
            guards.add(conditions.truth(sum.when()).isTrue());
        }
        if (sum.whenEmpty() != null) {
            guards.add(-encoded.list(sum.whenEmpty()).isNotEmpty());
        }
        sums.add(new Sum(terms, signs, sum.most(), guards));
    }

    /** Literals of the world last found that cannot all hold; none when it adds up as far as one can see. */
    int[] clash() {
        var active = active();
        var boxes = boxes(false);
        if (narrowed(boxes.clone(), active)) {
            return new int[0];
        }
        var needed = new ArrayList<>(active);
        for (var sum : active) {
            needed.remove(sum);
            if (narrowed(boxes.clone(), needed)) {
                needed.add(sum);
            }
        }
        var literals = new ArrayList<Integer>();
        needed.forEach(sum -> literals.addAll(sum.guards));
        needed.stream()
                .flatMap(sum -> sum.terms.stream())
                .distinct()
                .forEach(place -> addNeeded(place, boxes, needed, literals));
        return literals.stream().distinct().mapToInt(one -> one).toArray();
    }

    /** Which ends of a box the clash needs; widens those that it does not. */
    private void addNeeded(int place, long[] boxes, List<Sum> needed, List<Integer> literals) {
        var number = numbers[place];
        var wide = new long[] {number.range().least(), number.range().most()};
        for (var end = 0; end < 2; end++) {
            var before = boxes[2 * place + end];
            boxes[2 * place + end] = wide[end];
            if (before != wide[end] && narrowed(boxes.clone(), needed)) {
                boxes[2 * place + end] = before;
                literals.add(end == 0 ? number.atLeast(before) : -number.atLeast(before + 1));
            }
        }
    }

    /** A number for each fact that is known in the world last found; empty where none was found that adds up. */
    Optional<Map<Fact, Long>> chosen() {
        var active = active();
        var boxes = boxes(true);
        if (!narrowed(boxes, active)) {
            return Optional.empty();
        }
        var order = IntStream.range(0, numbers.length)
                .filter(place -> clauses.isTrue(known[place]))
                .boxed()
                .sorted(Comparator.comparingLong((Integer place) -> boxes[2 * place + 1] - boxes[2 * place])
                        .thenComparing(place -> facts.get(place).key()))
                .toList();
        var chosen = new HashMap<Fact, Long>();
        for (var place : order) {
            if (!choose(place, boxes, active)) {
                return Optional.empty();
            }
        }
        for (var place : order) {
            chosen.put(facts.get(place), boxes[2 * place]);
        }
        return Optional.of(chosen);
    }

    private boolean choose(int place, long[] boxes, List<Sum> active) {
        var least = boxes[2 * place];
        var most = boxes[2 * place + 1];
        var usual = Math.clamp(numbers[place].range().usual(), least, most);
        for (var number : new long[] {usual, least, most, least + (most - least) / 2}) {
            var tried = isSummed[place] ? boxes.clone() : boxes;
            tried[2 * place] = number;
            tried[2 * place + 1] = number;
            if (!isSummed[place]) {
                return true;
            }
            if (narrowed(tried, active)) {
                System.arraycopy(tried, 0, boxes, 0, boxes.length);
                return true;
            }
        }
        return false;
    }

    private List<Sum> active() {
        var active = new ArrayList<Sum>();
        for (var sum : sums) {
            var holds = true;
            for (var guard : sum.guards) {
                holds &= clauses.isTrue(guard);
            }
            if (holds) {
                active.add(sum);
            }
        }
        return active;
    }

    /** @param all whether those too that no sum counts */
    private long[] boxes(boolean all) {
        var boxes = new long[2 * numbers.length];
        for (var place = 0; place < numbers.length; place++) {
            if ((all || isSummed[place]) && clauses.isTrue(known[place])) {
                numbers[place].box(clauses, boxes, 2 * place);
            }
        }
        return boxes;
    }

    /** Narrows the boxes to what the sums leave; false when one of them is empty then. */
    private static boolean narrowed(long[] boxes, List<Sum> sums) {
        var changed = true;
        for (var round = 0; changed && round < MOST_ROUNDS; round++) {
            changed = false;
            for (var sum : sums) {
                var many = sum.terms.size();
                var least = 0L;
                for (var i = 0; i < many; i++) {
                    least += least(boxes, sum, i);
                }
                for (var i = 0; i < many; i++) {
                    var at = 2 * sum.terms.get(i);
                    var left = sum.most - (least - least(boxes, sum, i));
                    if (sum.signs.get(i) > 0 && left < boxes[at + 1]) {
                        boxes[at + 1] = left;
                        changed = true;
                    } else if (sum.signs.get(i) < 0 && -left > boxes[at]) {
                        boxes[at] = -left;
                        changed = true;
                    }
                    if (boxes[at] > boxes[at + 1]) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static long least(long[] boxes, Sum sum, int term) {
        var at = 2 * sum.terms.get(term);
        return sum.signs.get(term) > 0 ? boxes[at] : -boxes[at + 1];
    }
}
