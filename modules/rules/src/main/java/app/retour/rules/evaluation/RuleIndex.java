package app.retour.rules.evaluation;

import app.retour.rules.policy.Rule;
import app.retour.rules.vocabulary.CodedFacts;
import java.util.Currency;
import java.util.List;

/**
 * Finds the rules that may not be false for given facts, in order, without looking at each. A bit vector index: what a rule
 * cannot do without is kept as one row of bits per region of a fact's values; the rows of the facts at hand are laid over
 * each other. It may pass a rule that is false, and never drops one that is true or unknown; so only what passes is read.
 *
 * <p>Only facts that pay for their look-up take part: the more they rule out, the sooner. For a handful of rules that may
 * be two or three, or none.
 */
final class RuleIndex {
    /** Words laid at once: rows may be read so far beyond their end. */
    static final int CHUNK = 4;

    final int words;
    final FactColumn.OfNumbers[] numbers;
    final FactColumn.OfTexts[] texts;
    final FactColumn.OfLists[] lists;
    final long[] bits;

    private RuleIndex(int words, List<FactColumn> columns) {
        this.words = words;
        numbers = of(columns, FactColumn.OfNumbers.class).toArray(FactColumn.OfNumbers[]::new);
        texts = of(columns, FactColumn.OfTexts.class).toArray(FactColumn.OfTexts[]::new);
        lists = of(columns, FactColumn.OfLists.class).toArray(FactColumn.OfLists[]::new);
        bits = new long[columns.stream().mapToInt(FactColumn::size).sum() + CHUNK];
        var at = 0;
        for (var column : columns) {
            var size = column.size();
            column.moveTo(bits, at);
            at += size;
        }
    }

    static RuleIndex of(List<Rule> rules, Currency currency) {
        var words = (rules.size() + Long.SIZE - 1) / Long.SIZE;
        return new RuleIndex(words, FactColumns.worthwhile(rules, words, currency));
    }

    private static <C> List<C> of(List<FactColumn> columns, Class<C> kind) {
        return columns.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /**
     * @param among the rules to choose from, a bit each, of as many words as rules need and {@link #CHUNK} more
     */
    Candidates candidates(CodedFacts facts, long[] among) {
        return new Candidates(this, facts, among);
    }
}
