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
 */
public final class CodedFacts {
    public static final long UNKNOWN = Long.MIN_VALUE;
    static final long ELSEWHERE = Long.MIN_VALUE + 1;
    /** The least code of what is known and said here; the greatest is one below {@link Long#MAX_VALUE}. */
    public static final long LEAST = Long.MIN_VALUE + 2;

    /** The slot of all facts that the merchant added: always elsewhere. */
    public static final int OWN = FactName.values().length;

    private static final String[] NO_TEXTS = {};
    private static final int SPREAD = 0x9E3779B9;
    /** All but the highest bit, so that no list looks unknown. */
    private static final int BITS = 63;

    public final Facts facts;
    final Currency currency;
    public final long[] codes;
    public final @Nullable String[] texts;
    public final String[][] lists;

    private CodedFacts(Facts facts, Currency currency) {
        this.facts = facts;
        this.currency = currency;
        codes = new long[OWN + 1];
        Arrays.fill(codes, UNKNOWN);
        codes[OWN] = ELSEWHERE;
        texts = new String[OWN];
        lists = new String[OWN][];
    }

    public static CodedFacts of(Facts facts, Currency currency) {
        var coded = new CodedFacts(facts, currency);
        facts.named().forEach(coded::put);
        return coded;
    }

    /** No fact known; to be filled for trying one value after another. */
    public static CodedFacts blank(Currency currency) {
        return new CodedFacts(Facts.none(), currency);
    }

    private void put(FactName name, FactValue value) {
        var slot = name.ordinal();
        switch (value) {
            case FactValue.Unknown _ -> forget(slot);
            case FactValue.Texts(var all) -> putList(slot, folded(all));
            case FactValue.Text(var text) when name.type() == FactType.TEXT -> putText(slot, FactValue.Text.fold(text));
            case FactValue.Text _, FactValue.Amount _, FactValue.Quantity _, FactValue.Day _, FactValue.Flag _ -> {
                var number = number(name, value, currency);
                putNumber(slot, number == null ? ELSEWHERE : number);
            }
        }
    }

    private static String[] folded(List<String> texts) {
        return switch (texts.size()) {
            case 0 -> NO_TEXTS;
            case 1 -> new String[] {FactValue.Text.fold(texts.getFirst())};
            default -> texts.stream().map(FactValue.Text::fold).distinct().toArray(String[]::new);
        };
    }

    public void putNumber(int slot, long number) {
        codes[slot] = number;
    }

    public void putText(int slot, String folded) {
        codes[slot] = code(folded);
        texts[slot] = folded;
    }

    public void putList(int slot, String... folded) {
        codes[slot] = bits(Arrays.asList(folded));
        lists[slot] = folded;
    }

    public void forget(int slot) {
        codes[slot] = UNKNOWN;
    }

    /** Of a folded text: 32 bits, the higher the better spread. */
    public static long code(String folded) {
        return Integer.toUnsignedLong(folded.hashCode() * SPREAD);
    }

    /** Those that a list has set when folded texts are in it. */
    public static long bits(Iterable<String> folded) {
        var bits = 0L;
        for (var text : folded) {
            bits |= 1L << (code(text) * BITS >>> Integer.SIZE);
        }
        return bits;
    }

    /** @return null for what is no whole number of this form */
    public static @Nullable Long number(Fact name, FactValue value, Currency currency) {
        return switch (value) {
            case FactValue.Amount(var money) ->
                money.currency().equals(currency) ? whole(money.amount(), currency.getDefaultFractionDigits()) : null;
            case FactValue.Quantity(var number) -> whole(number, 6);
            case FactValue.Day(var date) -> date.toEpochDay();
            case FactValue.Flag(var isSet) -> isSet ? 1L : 0L;
            case FactValue.Text(var option) -> option(name, option);
            case FactValue.Texts _, FactValue.Unknown _ -> null;
        };
    }

    private static @Nullable Long option(Fact name, String option) {
        var options = name.options();
        for (var i = 0; i < options.size(); i++) {
            if (options.get(i).value().equals(option)) {
                return (long) i;
            }
        }
        return null;
    }

    private static @Nullable Long whole(BigDecimal number, int digits) {
        try {
            var whole = number.movePointRight(Math.max(0, digits)).longValueExact();
            return whole < LEAST || whole == Long.MAX_VALUE ? null : whole;
        } catch (ArithmeticException tooFineOrTooLarge) {
            return null;
        }
    }
}
