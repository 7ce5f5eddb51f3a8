package app.retour.rules;

import java.util.Arrays;
import java.util.List;

/**
 * How the values of one fact fall into regions that no condition of a policy tells apart, and which rules each region
 * leaves possible: one row of bits a region, one bit a rule. A row may say "possible" too often, never too seldom. The first
 * row is for unknown.
 */
abstract sealed class FactColumn {
    static final int UNKNOWN_ROW = 0;
    private static final int MOST_ROWS = 512;

    /** A condition on this fact alone without which its rule is false. */
    record Need(int rule, int start, List<Condition.Test> tests) {}

    final int slot;
    final int words;
    private long[] bits;
    private int base;

    private FactColumn(int slot, int rules, int rows) {
        this.slot = slot;
        words = RuleFilter.wordsFor(rules);
        bits = new long[rows * words];
        Arrays.fill(bits, -1L);
    }

    /** Of the rules that name this fact and of all others, the share that a usual value leaves possible. */
    abstract double passing(int rules);

    final int size() {
        return bits.length;
    }

    /** From now on rows are found in an array that all columns share. */
    final void moveTo(long[] shared, int at) {
        System.arraycopy(bits, 0, shared, at, bits.length);
        bits = shared;
        base = at;
    }

    final int at(int row) {
        return base + row * words;
    }

    final void set(int row, int rule, boolean possible) {
        var at = row * words + (rule >>> 6);
        bits[at] = possible ? bits[at] | 1L << rule : bits[at] & ~(1L << rule);
    }

    final void rule(int rule, boolean[] possible) {
        for (var row = 0; row < possible.length; row++) {
            if (!possible[row]) {
                set(row, rule, false);
            }
        }
    }

    final double share(int firstRow, int endRow, int rules) {
        var ones = 0L;
        for (var at = firstRow * words; at < endRow * words; at++) {
            ones += Long.bitCount(bits[at]);
        }
        // Bits behind the last rule are always ones.
        ones -= (long) (words * 64 - rules) * (endRow - firstRow);
        return (double) ones / ((long) rules * (endRow - firstRow));
    }

    /** Amounts, counts, days, dates, flags, options: a region is a stretch between two boundaries. */
    static final class OfNumbers extends FactColumn {
        private final long[] starts;
        private final int regions;

        OfNumbers(
                int slot, int rules, long[] starts, List<Need> needs, CompiledConditions conditions, CodedFacts probe) {
            super(slot, rules, 1 + Math.min(starts.length + 1, MOST_ROWS));
            this.starts = starts;
            regions = Math.min(starts.length + 1, MOST_ROWS);
            for (var need : needs) {
                var possible = new boolean[regions + 1];
                probe.forget(slot);
                possible[UNKNOWN_ROW] = conditions.isPossible(need.start(), probe);
                for (var stretch = 0; stretch <= starts.length; stretch++) {
                    probe.putNumber(slot, stretch > 0 ? starts[stretch - 1] : starts.length == 0 ? 0 : starts[0] - 1);
                    possible[rowOf(stretch)] |= conditions.isPossible(need.start(), probe);
                }
                probe.forget(slot);
                rule(need.rule(), possible);
            }
        }

        /** Too many stretches share rows. */
        private int rowOf(int stretch) {
            return 1 + (int) ((long) stretch * regions / (starts.length + 1));
        }

        int row(CodedFacts facts) {
            if (facts.states[slot] == CodedFacts.UNKNOWN) {
                return at(UNKNOWN_ROW);
            }
            var stretch = stretch(facts.numbers[slot]);
            return at(regions == starts.length + 1 ? 1 + stretch : rowOf(stretch));
        }

        /** How many boundaries lie at or below a number, found without a branch that depends on it. */
        private int stretch(long number) {
            var from = 0;
            for (var left = starts.length; left > 1; ) {
                var half = left >>> 1;
                from += starts[from + half - 1] <= number ? half : 0;
                left -= half;
            }
            return from + (from < starts.length && starts[from] <= number ? 1 : 0);
        }

        @Override
        double passing(int rules) {
            return share(1, 1 + regions, rules);
        }
    }

    /** Texts that rules name, a row each; the second row for all that they do not. */
    static final class OfTexts extends FactColumn {
        private static final int OTHER_ROW = 1;
        private static final String OTHER = "\0";
        private final RowsOfTexts named;
        private final int rows;

        OfTexts(
                int slot,
                int rules,
                List<String> texts,
                List<Need> needs,
                CompiledConditions conditions,
                CodedFacts probe) {
            super(slot, rules, 2 + Math.min(texts.size(), MOST_ROWS));
            rows = 2 + Math.min(texts.size(), MOST_ROWS);
            named = new RowsOfTexts(texts, index -> 2 + index % (rows - 2));
            for (var need : needs) {
                var possible = new boolean[rows];
                probe.forget(slot);
                possible[UNKNOWN_ROW] = conditions.isPossible(need.start(), probe);
                probe.putText(slot, OTHER);
                possible[OTHER_ROW] = conditions.isPossible(need.start(), probe);
                for (var text : texts) {
                    probe.putText(slot, text);
                    possible[named.row(text, OTHER_ROW)] |= conditions.isPossible(need.start(), probe);
                }
                probe.forget(slot);
                rule(need.rule(), possible);
            }
        }

        int row(CodedFacts facts) {
            var text = facts.texts[slot];
            return at(
                    facts.states[slot] == CodedFacts.UNKNOWN || text == null
                            ? UNKNOWN_ROW
                            : named.row(text, OTHER_ROW));
        }

        @Override
        double passing(int rules) {
            return share(1, rows, rules);
        }
    }

    /**
     * Lists of texts. The second row is for the empty list; each element that rules name has a row of rules that it makes
     * possible and, after it, a row of rules that it leaves possible whatever else is in the list.
     */
    static final class OfLists extends FactColumn {
        private static final int EMPTY_ROW = 1;
        private static final int NOT_NAMED = -1;
        private final RowsOfTexts named;

        OfLists(
                int slot,
                int rules,
                List<String> texts,
                List<Need> needs,
                CompiledConditions conditions,
                CodedFacts probe) {
            super(slot, rules, 2 + 2 * texts.size());
            named = new RowsOfTexts(texts, index -> 2 + 2 * index);
            for (var need : needs) {
                probe.forget(slot);
                set(UNKNOWN_ROW, need.rule(), conditions.isPossible(need.start(), probe));
                probe.putList(slot, List.of());
                var whenEmpty = conditions.isPossible(need.start(), probe);
                set(EMPTY_ROW, need.rule(), whenEmpty);
                var mentions = need.tests().stream()
                        .filter(test -> test.operator() != Operator.IS_UNKNOWN)
                        .flatMap(test -> CodedTest.folded(test).stream())
                        .toList();
                for (var text : texts) {
                    var row = named.row(text, NOT_NAMED);
                    probe.putList(slot, List.of(text));
                    // One test that is lost to a single element is lost to every list with it; of several nobody knows.
                    var isLost = need.tests().size() == 1 && whenEmpty && !conditions.isPossible(need.start(), probe);
                    set(row, need.rule(), mentions.contains(text));
                    set(row + 1, need.rule(), !isLost);
                }
                probe.forget(slot);
            }
        }

        int elements(CodedFacts facts) {
            return facts.states[slot] == CodedFacts.UNKNOWN ? 0 : facts.lists[slot].length;
        }

        int rowWithoutElements(CodedFacts facts) {
            return at(facts.states[slot] == CodedFacts.UNKNOWN ? UNKNOWN_ROW : EMPTY_ROW);
        }

        int rowOfEmpty() {
            return at(EMPTY_ROW);
        }

        /** The first of the two rows of an element; negative when no rule names it. */
        int rowOf(String text) {
            var row = named.row(text, NOT_NAMED);
            return row == NOT_NAMED ? NOT_NAMED : at(row);
        }

        @Override
        double passing(int rules) {
            return share(EMPTY_ROW, EMPTY_ROW + 1, rules);
        }
    }
}
