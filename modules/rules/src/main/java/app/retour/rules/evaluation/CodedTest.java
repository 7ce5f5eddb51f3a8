package app.retour.rules.evaluation;

import app.retour.rules.policy.Comparison;
import app.retour.rules.policy.Condition;
import app.retour.rules.vocabulary.CodedFacts;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactType;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Operator;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One comparison in the form that {@link CodedFacts} answers at once: a code outside the stretch fails; one inside passes,
 * or is looked at more closely. What that form cannot say is compared plainly.
 */
public final class CodedTest {
    private enum Kind {
        RANGE,
        NUMBERS,
        TEXT,
        TEXTS,
        PREFIX,
        PART,
        ANY,
        ALL,
        UNKNOWN,
        PLAIN
    }

    private final Condition.Test test;
    private final Kind kind;
    private final int slot;
    private final long low;
    private final long high;
    private final boolean isExact;
    /** What is looked for inside the stretch: numbers or folded texts. */
    private final Object wanted;

    private CodedTest(Condition.Test test, Kind kind, int slot, long[] stretch, Object wanted) {
        this.test = test;
        this.kind = kind;
        this.slot = slot;
        this.low = stretch[0];
        this.high = stretch[1];
        this.isExact = kind == Kind.RANGE || kind == Kind.UNKNOWN;
        this.wanted = wanted;
    }

    static CodedTest of(Condition.Test test, Currency currency) {
        var range = range(test, currency);
        var kind = range == null ? kind(test, currency) : Kind.RANGE;
        var slot = test.fact() instanceof FactName name ? name.ordinal() : CodedFacts.OWN;
        var wanted = wanted(kind, test, currency);
        return new CodedTest(test, kind, slot, range == null ? stretch(kind, wanted) : range, wanted);
    }

    /** @return 1 yes, 0 no, -1 unknown */
    int passes(CodedFacts facts) {
        var code = facts.code(slot);
        if (code >= low && code <= high) {
            return isExact ? 1 : closely(facts);
        }
        return code >= CodedFacts.LEAST ? 0 : code == CodedFacts.UNKNOWN ? -1 : plainly(facts);
    }

    private int closely(CodedFacts facts) {
        return switch (kind) {
            case RANGE, UNKNOWN -> 1;
            case NUMBERS -> told(Arrays.binarySearch((long[]) wanted, facts.code(slot)) >= 0);
            case TEXT -> told(wanted.equals(facts.text(slot)));
            case TEXTS -> told(((Set<?>) wanted).contains(facts.text(slot)));
            case PREFIX -> told(facts.text(slot).startsWith((String) wanted));
            case PART -> told(facts.text(slot).contains((String) wanted));
            case ANY -> told(((Elements) wanted).common(facts, slot) > 0 == (test.operator() == Operator.CONTAINS_ANY));
            case ALL -> told(((Elements) wanted).common(facts, slot) == ((Elements) wanted).texts.length);
            case PLAIN -> plainly(facts);
        };
    }

    private static int told(boolean passed) {
        return passed ? 1 : 0;
    }

    /** Texts looked for in a list. */
    private record Elements(String[] texts, long bits) {
        static Elements of(List<String> texts) {
            return new Elements(texts.toArray(String[]::new), CodedFacts.bits(texts));
        }

        /** How many of them are in the list; neither holds a text twice. */
        int common(CodedFacts facts, int slot) {
            if ((facts.code(slot) & bits) == 0) {
                return 0;
            }
            var common = 0;
            var list = facts.list(slot);
            for (var at = 0; at < list.size(); at++) {
                for (var one : texts) {
                    if (one.equals(list.get(at))) {
                        common++;
                    }
                }
            }
            return common;
        }
    }

    private int plainly(CodedFacts facts) {
        return switch (Comparison.of(test, facts.facts.get(test.fact()))) {
            case TRUE -> 1;
            case FALSE -> 0;
            case UNKNOWN -> -1;
        };
    }

    /** Whether only the value's region, its text or its elements decide it, never the shape of a text or another currency. */
    boolean isIndexable() {
        return switch (kind) {
            case PREFIX, PART, PLAIN -> false;
            default -> slot != CodedFacts.OWN;
        };
    }

    /** The boundaries at which it may change its answer: where a passing stretch begins, and just after it ends. */
    void boundaries(Collection<Long> into) {
        switch (kind) {
            case RANGE -> boundaries(low, high, into);
            case NUMBERS -> {
                for (var number : (long[]) wanted) {
                    boundaries(number, number, into);
                }
            }
            default -> {}
        }
    }

    private static void boundaries(long low, long high, Collection<Long> into) {
        if (low != CodedFacts.LEAST) {
            into.add(low);
        }
        if (high != Long.MAX_VALUE) {
            into.add(high + 1);
        }
    }

    /** The texts that a test names, as coded facts have them, each once. */
    public static List<String> folded(Condition.Test test) {
        return test.operands().stream()
                .map(operand -> ((FactValue.Text) operand).folded())
                .distinct()
                .toList();
    }

    /** First and last number that passes; null where the test is no such range. */
    private static long @Nullable [] range(Condition.Test test, Currency currency) {
        var numbers = numbers(test, currency);
        if (numbers == null || numbers.length == 0) {
            return null;
        }
        var first = numbers[0];
        return switch (test.operator()) {
            case EQUALS -> new long[] {first, first};
            case LESS_THAN, BEFORE -> new long[] {CodedFacts.LEAST, first - 1};
            case AT_MOST, WITHIN_DAYS -> new long[] {CodedFacts.LEAST, first};
            case GREATER_THAN, AFTER -> new long[] {first + 1, Long.MAX_VALUE};
            case AT_LEAST -> new long[] {first, Long.MAX_VALUE};
            case BETWEEN -> new long[] {first, numbers[1]};
            default -> null;
        };
    }

    /** The operands as coded facts have them; null where one of them is no number there. */
    private static long @Nullable [] numbers(Condition.Test test, Currency currency) {
        if (test.fact().type() == FactType.TEXT || test.fact().type().isList()) {
            return null;
        }
        var numbers = new long[test.operands().size()];
        for (var i = 0; i < numbers.length; i++) {
            var number = CodedFacts.number(test.fact(), test.operands().get(i), currency);
            if (number == null) {
                return null;
            }
            numbers[i] = number;
        }
        return numbers;
    }

    private static Kind kind(Condition.Test test, Currency currency) {
        var isText = test.fact().type() == FactType.TEXT;
        return switch (test.operator()) {
            case IS_UNKNOWN -> Kind.UNKNOWN;
            case EQUALS -> isText ? Kind.TEXT : Kind.PLAIN;
            case ONE_OF -> isText ? Kind.TEXTS : numbers(test, currency) == null ? Kind.PLAIN : Kind.NUMBERS;
            case STARTS_WITH -> Kind.PREFIX;
            case CONTAINS_TEXT -> Kind.PART;
            case CONTAINS_ANY, CONTAINS_NONE -> Kind.ANY;
            case CONTAINS_ALL -> Kind.ALL;
            default -> Kind.PLAIN;
        };
    }

    private static Object wanted(Kind kind, Condition.Test test, Currency currency) {
        return switch (kind) {
            case NUMBERS ->
                Arrays.stream(Objects.requireNonNull(numbers(test, currency)))
                        .sorted()
                        .toArray();
            case TEXT, PREFIX, PART -> folded(test).getFirst();
            case TEXTS -> Set.copyOf(folded(test));
            case ANY, ALL -> Elements.of(folded(test));
            case RANGE, UNKNOWN, PLAIN -> test;
        };
    }

    private static long[] stretch(Kind kind, Object wanted) {
        return switch (kind) {
            case UNKNOWN -> new long[] {CodedFacts.UNKNOWN, CodedFacts.UNKNOWN};
            case TEXT -> new long[] {CodedFacts.code((String) wanted), CodedFacts.code((String) wanted)};
            case NUMBERS -> new long[] {((long[]) wanted)[0], ((long[]) wanted)[((long[]) wanted).length - 1]};
            default -> new long[] {CodedFacts.LEAST, Long.MAX_VALUE};
        };
    }
}
