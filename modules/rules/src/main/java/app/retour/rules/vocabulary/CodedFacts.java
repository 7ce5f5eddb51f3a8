package app.retour.rules.vocabulary;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts once more, in the form that compiled conditions read: one whole number a fact, its code. Amounts are minor units of
 * one currency, other numbers millionths, days the days since 1970, flags 0 or 1, options their position. The code of a text
 * is a hash, that of a list has a bit set for each element: what differs there differs, what is equal is to be compared.
 * What this form cannot say exactly (another currency, more than six decimals) is {@link #ELSEWHERE}: one reads the facts
 * themselves.
 *
 * <p>A fact is coded when somebody asks for it first: most policies read a few. Racing threads code the same thing twice at
 * worst.
 */
public final class CodedFacts {
    public static final long UNKNOWN = Long.MIN_VALUE;
    static final long ELSEWHERE = Long.MIN_VALUE + 1;
    /** The least code of what is known and said here; the greatest is one below {@link Long#MAX_VALUE}. */
    public static final long LEAST = Long.MIN_VALUE + 2;

    private static final FactName[] NAMES = FactName.values();

    /** The slot of all facts that the merchant added: always elsewhere. */
    public static final int OWN = NAMES.length;

    /** Nobody asked yet. */
    private static final long UNASKED = Long.MAX_VALUE;

    private static final long[] NONE_ASKED = new long[OWN + 1];

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    /** Of a whole number whose millionths surely fit. */
    private static final int DIGITS = 12;

    private static final int SPREAD = 0x9E3779B9;
    /** All but the highest bit, so that no list looks unknown. */
    private static final int BITS = 63;

    static {
        Arrays.fill(NONE_ASKED, UNASKED);
        NONE_ASKED[OWN] = ELSEWHERE;
    }

    public final Facts facts;
    final Currency currency;
    private final long[] codes = NONE_ASKED.clone();
    /** Texts and lists that were asked for, as they are compared. */
    private @Nullable Object @Nullable [] folded;

    private CodedFacts(Facts facts, Currency currency) {
        this.facts = facts;
        this.currency = currency;
    }

    public static CodedFacts of(Facts facts, Currency currency) {
        return new CodedFacts(facts, currency);
    }

    /** No fact known; to be filled for trying one value after another. */
    public static CodedFacts blank(Currency currency) {
        return new CodedFacts(Facts.none(), currency);
    }

    public long code(int slot) {
        var code = codes[slot];
        return code == UNASKED ? ask(slot) : code;
    }

    private long ask(int slot) {
        var name = NAMES[slot];
        var value = facts.get(name);
        if (value instanceof FactValue.Texts texts) {
            putList(slot, texts.folded());
        } else if (name.type() == FactType.TEXT && value instanceof FactValue.Text text) {
            putText(slot, text.folded());
        } else {
            codes[slot] = value.isKnown() ? code(name, value, currency) : UNKNOWN;
        }
        return codes[slot];
    }

    /** Folded; of a fact that is a text. */
    public String text(int slot) {
        return folded != null && folded[slot] instanceof String text
                ? text
                : ((FactValue.Text) facts.get(NAMES[slot])).folded();
    }

    /** Folded, each text once; of a fact that is a list. */
    public List<?> list(int slot) {
        return folded != null && folded[slot] instanceof List<?> list
                ? list
                : ((FactValue.Texts) facts.get(NAMES[slot])).folded();
    }

    public void putNumber(int slot, long number) {
        codes[slot] = number;
    }

    public void putText(int slot, String text) {
        keep(slot, text);
        codes[slot] = code(text);
    }

    public void putList(int slot, List<String> texts) {
        keep(slot, texts);
        codes[slot] = bits(texts);
    }

    private void keep(int slot, Object compared) {
        var all = folded;
        if (all == null) {
            all = new Object[OWN];
            folded = all;
        }
        all[slot] = compared;
    }

    public void forget(int slot) {
        codes[slot] = UNKNOWN;
    }

    /** Of a folded text: 32 bits, the higher the better spread. */
    public static long code(String folded) {
        return Integer.toUnsignedLong(folded.hashCode() * SPREAD);
    }

    /** Those that a list has set when folded texts are in it. */
    public static long bits(List<String> folded) {
        var bits = 0L;
        for (var at = 0; at < folded.size(); at++) {
            bits |= 1L << (code(folded.get(at)) * BITS >>> Integer.SIZE);
        }
        return bits;
    }

    /** @return null for what is no whole number of this form */
    public static @Nullable Long number(Fact fact, FactValue value, Currency currency) {
        var number = code(fact, value, currency);
        return number == ELSEWHERE ? null : (Long) number;
    }

    /** A switch over the values' types takes several times as long. */
    private static long code(Fact fact, FactValue value, Currency currency) {
        if (value instanceof FactValue.Quantity quantity) {
            return millionths(quantity.number());
        }
        if (value instanceof FactValue.Amount amount) {
            var money = amount.money();
            return money.currency() == currency
                    ? whole(money.amount().movePointRight(money.amount().scale()))
                    : ELSEWHERE;
        }
        if (value instanceof FactValue.Flag flag) {
            return flag.isSet() ? 1 : 0;
        }
        if (value instanceof FactValue.Day day) {
            return day.date().toEpochDay();
        }
        var place = value instanceof FactValue.Text option ? fact.place(option.text()) : -1;
        return place < 0 ? ELSEWHERE : place;
    }

    /** Most numbers are whole and small; for those no other number is made on the way. */
    private static long millionths(BigDecimal number) {
        return number.scale() == 0 && number.precision() <= DIGITS
                ? number.longValueExact() * 1_000_000
                : whole(number.multiply(MILLION));
    }

    private static long whole(BigDecimal number) {
        try {
            var whole = number.longValueExact();
            return whole < LEAST || whole == Long.MAX_VALUE ? ELSEWHERE : whole;
        } catch (ArithmeticException tooFineOrTooLarge) {
            return ELSEWHERE;
        }
    }
}
