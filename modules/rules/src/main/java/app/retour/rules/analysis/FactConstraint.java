package app.retour.rules.analysis;

import app.retour.rules.policy.Condition;
import app.retour.rules.policy.Truth;
import app.retour.rules.vocabulary.Fact;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Something that always holds between the facts of a real item. */
sealed interface FactConstraint {
    /** What it says, in plain words. */
    String words();

    /** @param currency of the shop */
    boolean holds(Facts facts, java.util.Currency currency);

    /** The facts it speaks of. */
    Set<Fact> facts();

    /** This is never true of an item. */
    record Never(String words, Condition what) implements FactConstraint {
        @Override
        public boolean holds(Facts facts, java.util.Currency currency) {
            return what.truth(facts) != Truth.TRUE;
        }

        @Override
        public Set<Fact> facts() {
            return what.facts().collect(Collectors.toSet());
        }
    }

    /**
     * A sum that is limited, wherever all of its facts are known and the condition is true.
     *
     * @param terms how often each fact is counted, negative ones are subtracted
     * @param most in the units of {@link NumberRange}, which the facts share
     * @param when null: always
     * @param whenEmpty null, or a list that must be known to be empty
     */
    record AtMost(
            String words,
            Map<FactName, Integer> terms,
            long most,
            @Nullable Condition when,
            @Nullable FactName whenEmpty)
            implements FactConstraint {
        static AtMost always(String words, FactName smaller, FactName greater, long by) {
            return new AtMost(words, Map.of(smaller, 1, greater, -1), by, null, null);
        }

        boolean isBetweenTwo() {
            return terms.size() == 2 && when == null && whenEmpty == null;
        }

        FactName smaller() {
            return side(1);
        }

        FactName greater() {
            return side(-1);
        }

        private FactName side(int sign) {
            return terms.entrySet().stream()
                    .filter(term -> term.getValue() == sign)
                    .findFirst()
                    .orElseThrow()
                    .getKey();
        }

        @Override
        public boolean holds(Facts facts, java.util.Currency currency) {
            if (when != null && when.truth(facts) != Truth.TRUE) {
                return true;
            }
            if (whenEmpty != null && !(facts.get(whenEmpty) instanceof FactValue.Texts(var texts) && texts.isEmpty())) {
                return true;
            }
            var sum = 0L;
            for (var term : terms.entrySet()) {
                var value = facts.get(term.getKey());
                if (!value.isKnown()) {
                    return true;
                }
                var number = NumberRange.of(term.getKey(), currency).floor(value);
                if (number == null) {
                    return true;
                }
                sum += term.getValue() * number;
            }
            return sum <= most;
        }

        @Override
        public Set<Fact> facts() {
            var all = new LinkedHashSet<Fact>(terms.keySet());
            if (when != null) {
                when.facts().forEach(all::add);
            }
            if (whenEmpty != null) {
                all.add(whenEmpty);
            }
            return all;
        }
    }

    /** What all items of a return have in common with the one that is judged. */
    record Shared(String words, FactName own, FactName any, FactName every) implements FactConstraint {
        @Override
        public boolean holds(Facts facts, java.util.Currency currency) {
            if (!(facts.get(own) instanceof FactValue.Text(var text)
                    && facts.get(any) instanceof FactValue.Texts(var some)
                    && facts.get(every) instanceof FactValue.Texts(var common))) {
                return true;
            }
            var all = folded(some);
            return all.contains(FactValue.Text.fold(text)) && folded(common).equals(all.size() == 1 ? all : Set.of());
        }

        private static Set<String> folded(List<String> texts) {
            return texts.stream().map(FactValue.Text::fold).collect(Collectors.toSet());
        }

        @Override
        public Set<Fact> facts() {
            return Set.of(own, any, every);
        }
    }

    /** Where one list has an element, so has the other. */
    record NotEmptyEither(String words, FactName list, FactName other) implements FactConstraint {
        @Override
        public boolean holds(Facts facts, java.util.Currency currency) {
            return !(facts.get(list) instanceof FactValue.Texts(var some)
                    && facts.get(other) instanceof FactValue.Texts(var more)
                    && !some.isEmpty()
                    && more.isEmpty());
        }

        @Override
        public Set<Fact> facts() {
            return Set.of(list, other);
        }
    }
}
