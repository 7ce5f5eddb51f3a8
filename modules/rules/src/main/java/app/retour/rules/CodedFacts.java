package app.retour.rules;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts once more, in the form that compiled conditions read: whole numbers and folded texts, one slot a fact. Amounts are
 * minor units of one currency, other numbers millionths, days the days since 1970, flags 0 or 1, options their position.
 * What this form cannot say exactly (another currency, more than six decimals) is {@link #ELSEWHERE}: one reads the facts
 * themselves.
 */
final class CodedFacts {
    static final byte UNKNOWN = 0;
    static final byte KNOWN = 1;
    static final byte ELSEWHERE = 2;
    static final int SLOTS = FactName.values().length;
    private static final FactName[] NAMES = FactName.values();
    private static final String[] NO_TEXTS = {};

    final Facts facts;
    final Currency currency;
    final byte[] states;
    final long[] numbers;
    final @Nullable String[] texts;
    final String[][] lists;

    private CodedFacts(Facts facts, Currency currency) {
        this.facts = facts;
        this.currency = currency;
        states = new byte[SLOTS];
        numbers = new long[SLOTS];
        texts = new String[SLOTS];
        lists = new String[SLOTS][];
    }

    static CodedFacts of(Facts facts, Currency currency) {
        var coded = new CodedFacts(facts, currency);
        for (var name : NAMES) {
            coded.put(name, facts.get(name));
        }
        return coded;
    }

    /** No fact known; to be filled by {@link #put} for trying one value after another. */
    static CodedFacts blank(Currency currency) {
        return new CodedFacts(Facts.none(), currency);
    }

    void put(FactName name, FactValue value) {
        var slot = name.ordinal();
        states[slot] = KNOWN;
        switch (value) {
            case FactValue.Unknown _ -> states[slot] = UNKNOWN;
            case FactValue.Texts(var all) ->
                lists[slot] = all.isEmpty()
                        ? NO_TEXTS
                        : all.stream().map(Comparison::fold).distinct().toArray(String[]::new);
            case FactValue.Text(var text) when name.type() == FactType.TEXT -> texts[slot] = Comparison.fold(text);
            case FactValue.Text _, FactValue.Amount _, FactValue.Quantity _, FactValue.Day _, FactValue.Flag _ -> {
                var number = number(name, value, currency);
                if (number == null) {
                    states[slot] = ELSEWHERE;
                } else {
                    numbers[slot] = number;
                }
            }
        }
    }

    void putNumber(int slot, long number) {
        states[slot] = KNOWN;
        numbers[slot] = number;
    }

    void putText(int slot, String folded) {
        states[slot] = KNOWN;
        texts[slot] = folded;
    }

    void putList(int slot, List<String> folded) {
        states[slot] = KNOWN;
        lists[slot] = folded.toArray(String[]::new);
    }

    void forget(int slot) {
        states[slot] = UNKNOWN;
    }

    /** @return null for what is no whole number of this form */
    static @Nullable Long number(Fact name, FactValue value, Currency currency) {
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
            return number.movePointRight(Math.max(0, digits)).longValueExact();
        } catch (ArithmeticException tooFineOrTooLarge) {
            return null;
        }
    }
}
