package app.retour.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds the rules that may not be false for given facts, in order, without looking at each. A bit vector index: what a rule
 * cannot do without is kept as one row of bits per region of a fact's values; the rows of the facts at hand are laid over
 * each other. It may pass a rule that is false, and never drops one that is true or unknown; so only what passes is read.
 *
 * <p>Only facts that pay for their look-up take part: the more they rule out, the sooner. For a handful of rules that may
 * be two or three, or none.
 */
final class RuleFilter {
    /** What reading one more rule costs, in units of one row of 64 rules. */
    private static final double READING = 40;

    private static final double LOOKING_UP = 12;
    private static final int BLOCK = 16;
    private static final int MOST_ELEMENTS = 256;

    private final int rules;
    private final int words;
    private final FactColumn.OfNumbers[] numbers;
    private final FactColumn.OfTexts[] texts;
    private final FactColumn.OfLists[] lists;

    private RuleFilter(int rules, List<FactColumn> columns) {
        this.rules = rules;
        words = rules + 63 >>> 6;
        numbers = of(columns, FactColumn.OfNumbers.class).toArray(FactColumn.OfNumbers[]::new);
        texts = of(columns, FactColumn.OfTexts.class).toArray(FactColumn.OfTexts[]::new);
        lists = of(columns, FactColumn.OfLists.class).toArray(FactColumn.OfLists[]::new);
    }

    private static <C> List<C> of(List<FactColumn> columns, Class<C> kind) {
        return columns.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    static RuleFilter of(List<Rule> rules, CompiledConditions conditions, CodedFacts probe) {
        var needs = new EnumMap<FactName, List<FactColumn.Need>>(FactName.class);
        for (var index = 0; index < rules.size(); index++) {
            gather(rules.get(index).when(), index, conditions, needs);
        }
        var columns = new ArrayList<FactColumn>();
        needs.forEach((fact, of) -> {
            column(fact, of, rules.size(), conditions, probe).ifPresent(columns::add);
        });
        return new RuleFilter(rules.size(), worthwhile(columns, rules.size()));
    }

    /** What a rule is false without, as far as it speaks of one fact only. */
    private static void gather(
            Condition condition, int rule, CompiledConditions conditions, Map<FactName, List<FactColumn.Need>> into) {
        switch (condition) {
            case Condition.All(var parts) -> parts.forEach(part -> gather(part, rule, conditions, into));
            case Condition.None(var parts)
            when parts.size() > 1 ->
                parts.forEach(part -> gather(new Condition.None(List.of(part)), rule, conditions, into));
            case Condition.None(var parts)
            when !parts.isEmpty() && parts.getFirst() instanceof Condition.Any(var any) ->
                gather(new Condition.None(any), rule, conditions, into);
            default -> {
                var tests = condition.tests().toList();
                var facts = tests.stream().map(Condition.Test::fact).distinct().toList();
                if (facts.size() == 1 && tests.stream().allMatch(conditions::isIndexable)) {
                    into.computeIfAbsent(facts.getFirst(), _ -> new ArrayList<>())
                            .add(new FactColumn.Need(rule, conditions.add(condition), tests));
                }
            }
        }
    }

    private static Optional<FactColumn> column(
            FactName fact, List<FactColumn.Need> needs, int rules, CompiledConditions conditions, CodedFacts probe) {
        var slot = fact.ordinal();
        var tests = needs.stream().flatMap(need -> need.tests().stream()).toList();
        if (fact.type() != FactType.TEXT && !fact.type().isList()) {
            var boundaries = new TreeSet<Long>();
            tests.forEach(test -> conditions.boundaries(test, boundaries));
            var starts = boundaries.stream().mapToLong(Long::longValue).toArray();
            return Optional.of(new FactColumn.OfNumbers(slot, rules, starts, needs, conditions, probe));
        }
        var named = tests.stream()
                .filter(test -> test.operator() != Operator.IS_UNKNOWN)
                .flatMap(test -> CompiledConditions.folded(test).stream())
                .distinct()
                .toList();
        if (fact.type() == FactType.TEXT) {
            return Optional.of(new FactColumn.OfTexts(slot, rules, named, needs, conditions, probe));
        }
        return named.size() > MOST_ELEMENTS
                ? Optional.empty()
                : Optional.of(new FactColumn.OfLists(slot, rules, named, needs, conditions, probe));
    }

    /** The facts whose look-up costs less than the reading it saves, the most telling first. */
    private static List<FactColumn> worthwhile(List<FactColumn> columns, int rules) {
        var chosen = new ArrayList<FactColumn>();
        var left = rules / 2.0;
        var byShare = columns.stream()
                .sorted(Comparator.comparingDouble(column -> column.passing(rules)))
                .toList();
        for (var column : byShare) {
            var passing = column.passing(rules);
            if (left * (1 - passing) * READING > LOOKING_UP + column.words) {
                chosen.add(column);
                left *= passing;
            }
        }
        return chosen;
    }

    Candidates candidates(CodedFacts facts) {
        return new Candidates(facts);
    }

    /** The rules that may not be false for some facts, one after the other. */
    final class Candidates {
        private final CodedFacts facts;
        private final int[] rows = new int[numbers.length + texts.length];
        private final long[] block = new long[Math.min(words, BLOCK)];
        private int firstWord = -BLOCK;
        private int word = BLOCK;
        private long left;

        private Candidates(CodedFacts facts) {
            this.facts = facts;
            var next = 0;
            for (var column : numbers) {
                rows[next++] = facts.states[column.slot] == CodedFacts.ELSEWHERE ? -1 : column.row(facts) * words;
            }
            for (var column : texts) {
                rows[next++] = column.row(facts) * words;
            }
        }

        /** The next one's index, or -1. */
        int next() {
            while (left == 0) {
                word++;
                if (firstWord + word >= words || word >= block.length) {
                    firstWord += BLOCK;
                    if (firstWord >= words) {
                        return -1;
                    }
                    lay();
                    word = 0;
                }
                left = block[word];
            }
            var rule = (firstWord + word << 6) + Long.numberOfTrailingZeros(left);
            left &= left - 1;
            return rule;
        }

        private void lay() {
            var many = Math.min(BLOCK, words - firstWord);
            Arrays.fill(block, 0, many, -1L);
            if (firstWord + many == words && (rules & 63) != 0) {
                block[many - 1] = (1L << rules) - 1;
            }
            for (var i = 0; i < numbers.length; i++) {
                if (rows[i] >= 0) {
                    and(numbers[i].bits, rows[i] + firstWord, many);
                }
            }
            for (var i = 0; i < texts.length; i++) {
                and(texts[i].bits, rows[numbers.length + i] + firstWord, many);
            }
            for (var column : lists) {
                lay(column, many);
            }
        }

        private void and(long[] bits, int from, int many) {
            for (var i = 0; i < many; i++) {
                block[i] &= bits[from + i];
            }
        }

        private void lay(FactColumn.OfLists column, int many) {
            if (facts.states[column.slot] == CodedFacts.UNKNOWN) {
                and(column.bits, FactColumn.UNKNOWN_ROW * words + firstWord, many);
                return;
            }
            var list = facts.lists[column.slot];
            for (var i = 0; i < many; i++) {
                var at = firstWord + i;
                var possible = column.bits[FactColumn.OfLists.EMPTY_ROW * words + at];
                var kept = -1L;
                for (var text : list) {
                    var row = column.row(text);
                    if (row != 0) {
                        possible |= column.bits[row * words + at];
                        kept &= column.bits[(row + 1) * words + at];
                    }
                }
                block[i] &= possible & kept;
            }
        }
    }
}
