package app.retour.rules.evaluation;

import app.retour.rules.vocabulary.CodedFacts;

/** The rules that may not be false for some facts, one after the other. */
final class Candidates {
    private static final int[] NONE = {};

    private final RuleIndex ruleIndex;
    private final long[] among;
    /** Where the rows begin that must all pass a rule; empty where all rules are laid at once. */
    private int[] needed = NONE;

    private int needs;
    /** Where rows begin of which one must pass it: how many, then each; group behind group. */
    private int[] either = NONE;

    private int eithers;
    private int chunk;
    private int word;
    private long left;
    private long second;
    private long third;
    private long fourth;

    Candidates(RuleIndex ruleIndex, CodedFacts facts, long[] among) {
        this.ruleIndex = ruleIndex;
        this.among = among;
        if (ruleIndex.words <= 2) {
            layAll(facts);
        } else {
            look(facts);
            chunk = -RuleIndex.CHUNK;
            word = RuleIndex.CHUNK;
        }
    }

    /** The next one's index, or -1. */
    int next() {
        while (left == 0) {
            if (++word >= RuleIndex.CHUNK) {
                chunk += RuleIndex.CHUNK;
                word = 0;
                if (chunk >= ruleIndex.words) {
                    return -1;
                }
                lay();
            } else {
                left = second;
                second = third;
                third = fourth;
                fourth = 0;
            }
        }
        var rule = (chunk + word << 6) + Long.numberOfTrailingZeros(left);
        left &= left - 1;
        return rule;
    }

    /** Two words in registers, look-up by look-up. */
    private void layAll(CodedFacts facts) {
        var bits = ruleIndex.bits;
        var a = among[0];
        var b = among[1];
        for (var column : ruleIndex.numbers) {
            var at = column.row(facts.code(column.slot));
            a &= bits[at];
            b &= bits[at + 1];
        }
        for (var column : ruleIndex.texts) {
            var at = column.row(facts.code(column.slot));
            a &= bits[at];
            b &= bits[at + 1];
        }
        for (var column : ruleIndex.lists) {
            var code = facts.code(column.slot);
            var at = column.row(code);
            var ea = bits[at];
            var eb = bits[at + 1];
            for (var named = column.named(code); named != 0; named &= named - 1) {
                at = column.rowOfLowest(named);
                ea |= bits[at];
                eb |= bits[at + 1];
            }
            a &= ea;
            b &= eb;
        }
        left = a;
        second = b;
    }

    private void look(CodedFacts facts) {
        var elements = 0;
        for (var column : ruleIndex.lists) {
            elements += Long.bitCount(column.named(facts.code(column.slot)));
        }
        needed = new int[ruleIndex.numbers.length + ruleIndex.texts.length];
        either = new int[2 * ruleIndex.lists.length + elements];
        for (var column : ruleIndex.numbers) {
            needed[needs++] = column.row(facts.code(column.slot));
        }
        for (var column : ruleIndex.texts) {
            needed[needs++] = column.row(facts.code(column.slot));
        }
        for (var column : ruleIndex.lists) {
            var named = column.named(facts.code(column.slot));
            either[eithers++] = 1 + Long.bitCount(named);
            either[eithers++] = column.row(facts.code(column.slot));
            for (; named != 0; named &= named - 1) {
                either[eithers++] = column.rowOfLowest(named);
            }
        }
    }

    /** Four words at once, in registers: the loop runs over facts, not over memory that it writes to. */
    private void lay() {
        var bits = ruleIndex.bits;
        var a = among[chunk];
        var b = among[chunk + 1];
        var c = among[chunk + 2];
        var d = among[chunk + 3];
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
