package app.retour.rules.evaluation;

import app.retour.rules.policy.Condition;
import app.retour.rules.vocabulary.CodedFacts;
import app.retour.rules.vocabulary.Operator;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;

/**
 * How the codes of one fact fall into regions, and which rules each region leaves possible: one row of bits a region, one
 * bit a rule. A row may say "possible" too often, never too seldom. The first row is for unknown, the second passes all.
 */
abstract sealed class FactColumn {
    private static final int UNKNOWN_ROW = 0;
    private static final int FIRST_ROW = 2;
    private static final int MOST_ROWS = 512;

    /** A condition on this fact alone without which its rule is false. */
    record Need(int rule, int start, List<Condition.Test> tests) {
        /** The texts and elements it names; any other is as good as another. */
        List<String> named() {
            return tests.stream()
                    .filter(test -> test.operator() != Operator.IS_UNKNOWN)
                    .flatMap(test -> CodedTest.folded(test).stream())
                    .distinct()
                    .toList();
        }
    }

    final int slot;
    private final int words;
    private long[] bits;
    private int base;

    private FactColumn(int slot, int words, int rows) {
        this.slot = slot;
        this.words = words;
        bits = new long[(FIRST_ROW + rows) * words];
        Arrays.fill(bits, -1L);
    }

    /** Of all rules, the share that a usual value leaves possible. */
    final double passing(int rules) {
        var from = FIRST_ROW * words;
        var to = this instanceof OfLists ? from + words : bits.length;
        var ones = Arrays.stream(bits, from, to).map(Long::bitCount).sum();
        // Bits behind the last rule are always ones.
        return 1 - (64.0 * (to - from) - ones) / rules / ((to - from) / words);
    }

    final int size() {
        return bits.length;
    }

    /** From now on rows are found in an array that all columns share. */
    final void moveTo(long[] shared, int at) {
        System.arraycopy(bits, 0, shared, at, bits.length);
        bits = shared;
        base = at;
    }

    /** Where the row begins of a value unknown or elsewhere. */
    final int unusual(long code) {
        return at((int) (code - CodedFacts.UNKNOWN));
    }

    final int at(int row) {
        return base + row * words;
    }

    final void rule(int rule, boolean whenUnknown, boolean... possible) {
        set(UNKNOWN_ROW, rule, whenUnknown);
        for (var row = 0; row < possible.length; row++) {
            set(FIRST_ROW + row, rule, possible[row]);
        }
    }

    private void set(int row, int rule, boolean possible) {
        if (!possible) {
            bits[row * words + (rule >>> 6)] &= ~(1L << rule);
        }
    }

    /** Amounts, counts, days, dates, flags, options: a region is a stretch between two boundaries. */
    static final class OfNumbers extends FactColumn {
        private final Stretches stretches;
        private final int rows;

        OfNumbers(int slot, int words, Stretches stretches, List<Need> needs, Probe probe) {
            super(slot, words, Math.min(stretches.count(), MOST_ROWS));
            this.stretches = stretches;
            rows = Math.min(stretches.count(), MOST_ROWS);
            for (var need : needs) {
                var possible = new boolean[rows];
                for (var stretch = 0; stretch < stretches.count(); stretch++) {
                    possible[rowOf(stretch)] |= probe.number(need, stretches.least(stretch));
                }
                rule(need.rule(), probe.unknown(need), possible);
            }
        }

        /** Too many stretches share rows. */
        private int rowOf(int stretch) {
            return rows == stretches.count() ? stretch : (int) ((long) stretch * rows / stretches.count());
        }

        int row(long code) {
            return code < CodedFacts.LEAST ? unusual(code) : at(FIRST_ROW + rowOf(stretches.of(code)));
        }
    }

    /**
     * Texts that rules name, after a row for all that they do not. Found by the hash alone: a text that happens to look like
     * one that is named is taken for either.
     */
    static final class OfTexts extends FactColumn {
        private static final String OTHER = "\0";
        private static final int PLACES_A_TEXT = 8;
        private static final int MOST_PLACES = 1 << 16;
        private final int[] rows;
        private final int shift;

        OfTexts(int slot, int words, List<String> texts, List<Need> needs, Probe probe) {
            super(slot, words, 1 + Math.min(texts.size(), MOST_ROWS));
            var named = Math.min(texts.size(), MOST_ROWS);
            shift = Integer.numberOfLeadingZeros(
                    Math.clamp((long) PLACES_A_TEXT * texts.size(), PLACES_A_TEXT, MOST_PLACES) - 1);
            rows = new int[1 << Integer.SIZE - shift];
            var next = 0;
            for (var text : texts) {
                var place = place(CodedFacts.code(text));
                rows[place] = rows[place] == 0 ? 1 + next++ % named : rows[place];
            }
            for (var need : needs) {
                var possible = new boolean[1 + named];
                Arrays.fill(possible, probe.text(need, OTHER));
                for (var text : need.named()) {
                    possible[rows[place(CodedFacts.code(text))]] |= probe.text(need, text);
                }
                rule(need.rule(), probe.unknown(need), possible);
            }
        }

        private int place(long code) {
            return (int) (code >>> shift);
        }

        int row(long code) {
            return code < CodedFacts.LEAST ? unusual(code) : at(FIRST_ROW + rows[place(code)]);
        }
    }

    /**
     * Lists of texts: a row for the empty list and one for each bit of a code that an element which rules name sets: the rules
     * that such an element makes possible. A list leaves possible what its bits and the empty list do.
     */
    static final class OfLists extends FactColumn {
        private final byte[] rows = new byte[Long.SIZE];
        private final long named;

        OfLists(int slot, int words, long named, List<Need> needs, Probe probe) {
            super(slot, words, 1 + Long.bitCount(named));
            this.named = named;
            for (var left = named; left != 0; left &= left - 1) {
                rows[Long.numberOfTrailingZeros(left)] = (byte) (1 + Long.bitCount(named) - Long.bitCount(left));
            }
            for (var need : sharpest(needs, probe)) {
                var possible = new boolean[1 + Long.bitCount(named)];
                for (var left = mentioned(need); left != 0; left &= left - 1) {
                    possible[rows[Long.numberOfTrailingZeros(left)]] = true;
                }
                rule(need.rule(), probe.unknown(need), possible);
            }
        }

        /**
         * One for each rule, since two elements may meet two needs; none where the empty list meets it, which is part of every
         * list.
         */
        private static Collection<Need> sharpest(List<Need> needs, Probe probe) {
            var byRule = new HashMap<Integer, Need>();
            for (var need : needs) {
                if (!probe.emptyList(need)) {
                    byRule.merge(
                            need.rule(),
                            need,
                            (one, other) ->
                                    Long.bitCount(mentioned(one)) <= Long.bitCount(mentioned(other)) ? one : other);
                }
            }
            return byRule.values();
        }

        private static long mentioned(Need need) {
            return CodedFacts.bits(need.named());
        }

        /** The bits of a code that have rows; none of a value unknown or elsewhere. */
        long named(long code) {
            return code < CodedFacts.LEAST ? 0 : code & named;
        }

        /** The row to begin with, to which those of the bits are added. */
        int row(long code) {
            return code < CodedFacts.LEAST ? unusual(code) : at(FIRST_ROW);
        }

        /** The row of the lowest of some named bits. */
        int rowOfLowest(long bits) {
            return at(FIRST_ROW + rows[Long.numberOfTrailingZeros(bits)]);
        }
    }
}
