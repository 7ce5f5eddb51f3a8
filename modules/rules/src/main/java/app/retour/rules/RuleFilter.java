package app.retour.rules;

import java.util.ArrayList;
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
    private static final int MOST_ELEMENTS = 256;
    /** Words laid at once; rows are padded to it. */
    static final int CHUNK = 4;

    private static final int[] NONE = {};

    private final int rules;
    private final int words;
    private final FactColumn.OfNumbers[] numbers;
    private final FactColumn.OfTexts[] texts;
    private final FactColumn.OfLists[] lists;
    private final long[] bits;

    private RuleFilter(int rules, List<FactColumn> columns) {
        this.rules = rules;
        words = wordsFor(rules);
        numbers = of(columns, FactColumn.OfNumbers.class).toArray(FactColumn.OfNumbers[]::new);
        texts = of(columns, FactColumn.OfTexts.class).toArray(FactColumn.OfTexts[]::new);
        lists = of(columns, FactColumn.OfLists.class).toArray(FactColumn.OfLists[]::new);
        bits = new long[columns.stream().mapToInt(FactColumn::size).sum()];
        var at = 0;
        for (var column : columns) {
            var size = column.size();
            column.moveTo(bits, at);
            at += size;
        }
    }

    static int wordsFor(int rules) {
        return (rules + 64 * CHUNK - 1) / (64 * CHUNK) * CHUNK;
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
                if (facts.size() == 1
                        && facts.getFirst() instanceof FactName fact
                        && tests.stream()
                                .allMatch(test -> conditions.coded(test).isIndexable())) {
                    into.computeIfAbsent(fact, _ -> new ArrayList<>())
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
            tests.forEach(test -> conditions.coded(test).boundaries(boundaries));
            var starts = boundaries.stream().mapToLong(Long::longValue).toArray();
            return Optional.of(new FactColumn.OfNumbers(slot, rules, starts, needs, conditions, probe));
        }
        var named = tests.stream()
                .filter(test -> test.operator() != Operator.IS_UNKNOWN)
                .flatMap(test -> CodedTest.folded(test).stream())
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
            if (left * (1 - passing) * READING > LOOKING_UP + wordsFor(rules)) {
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
        /** Where the rows begin that must all pass a rule. */
        private final int[] needed;

        private int needs;
        /** Where rows begin of which one must pass it: how many, then each; group behind group. */
        private final int[] either;

        private int eithers;
        private int chunk = -CHUNK;
        private int word = CHUNK;
        private long left;
        private long second;
        private long third;
        private long fourth;

        private Candidates(CodedFacts facts) {
            var elements = 0;
            for (var column : lists) {
                elements += column.elements(facts);
            }
            needed = new int[numbers.length + texts.length + lists.length + elements];
            either = elements == 0 ? NONE : new int[2 * lists.length + elements];
            for (var column : numbers) {
                if (facts.states[column.slot] != CodedFacts.ELSEWHERE) {
                    needed[needs++] = column.row(facts);
                }
            }
            for (var column : texts) {
                needed[needs++] = column.row(facts);
            }
            for (var column : lists) {
                if (column.elements(facts) == 0) {
                    needed[needs++] = column.rowWithoutElements(facts);
                } else {
                    look(column, facts.lists[column.slot]);
                }
            }
        }

        private void look(FactColumn.OfLists column, String[] list) {
            var group = eithers;
            either[eithers++] = 0;
            either[eithers++] = column.rowOfEmpty();
            for (var text : list) {
                var row = column.rowOf(text);
                if (row >= 0) {
                    either[eithers++] = row;
                    needed[needs++] = row + words;
                }
            }
            either[group] = eithers - group - 1;
        }

        /** The next one's index, or -1. */
        int next() {
            while (left == 0) {
                switch (++word) {
                    case 1 -> left = second;
                    case 2 -> left = third;
                    case 3 -> left = fourth;
                    default -> {
                        chunk += CHUNK;
                        if (chunk >= words) {
                            return -1;
                        }
                        lay(chunk);
                        word = 0;
                    }
                }
            }
            var rule = (chunk + word << 6) + Long.numberOfTrailingZeros(left);
            left &= left - 1;
            return rule < rules ? rule : -1;
        }

        /** Four words at once, in registers: the loop runs over facts, not over memory that it writes to. */
        private void lay(int chunk) {
            var a = -1L;
            var b = -1L;
            var c = -1L;
            var d = -1L;
            for (var i = 0; i < needs; i++) {
                var at = needed[i] + chunk;
                a &= bits[at];
                b &= bits[at + 1];
                c &= bits[at + 2];
                d &= bits[at + 3];
            }
            for (var group = 0; group < eithers; ) {
                var end = group + 1 + either[group];
                var ea = 0L;
                var eb = 0L;
                var ec = 0L;
                var ed = 0L;
                for (group++; group < end; group++) {
                    var at = either[group] + chunk;
                    ea |= bits[at];
                    eb |= bits[at + 1];
                    ec |= bits[at + 2];
                    ed |= bits[at + 3];
                }
                a &= ea;
                b &= eb;
                c &= ec;
                d &= ed;
            }
            left = a;
            second = b;
            third = c;
            fourth = d;
        }
    }
}
