package app.retour.rules.vocabulary;

import app.retour.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything known about one item when it is judged. What nobody says is unknown, and so is null: pass what a source
 * supplied, never a guess. Holds no name, e-mail, address or free text; a comment only as its length.
 */
public final class Facts {
    private static final FactName[] NAMES = FactName.values();
    private static final FactValue[] NOTHING = new FactValue[NAMES.length];
    private static final Facts NONE = new Facts(NOTHING, Map.of());

    static {
        Arrays.fill(NOTHING, FactValue.UNKNOWN);
    }

    /** By the fact's place in the vocabulary. */
    private final FactValue[] values;
    /** The merchant's own, by key. */
    private final Map<String, FactValue> custom;
    /** For the last currency asked; racing threads make the same thing twice at worst. */
    private @Nullable CodedFacts coded;

    private Facts(FactValue[] values, Map<String, FactValue> custom) {
        this.values = values;
        this.custom = custom;
    }

    /** Facts of which nothing is known yet. */
    public static Facts none() {
        return NONE;
    }

    public static Facts of(Map<FactName, FactValue> values) {
        var known = NOTHING.clone();
        values.forEach((name, value) -> put(known, name, value));
        return new Facts(known, Map.of());
    }

    /** Facts that were checked when they were stored. */
    public static Facts stored(Map<Fact, FactValue> values) {
        var named = NOTHING.clone();
        var custom = new TreeMap<String, FactValue>();
        values.forEach((fact, value) -> {
            switch (fact) {
                case FactName name -> named[name.ordinal()] = value;
                case CustomFact added -> custom.put(added.key(), value);
            }
        });
        return new Facts(named, custom);
    }

    /** @throws IllegalArgumentException when the fact has another type or options: a mistake of the caller's code */
    public Facts with(FactName name, FactValue value) {
        var copy = values.clone();
        put(copy, name, value);
        return new Facts(copy, custom);
    }

    /** @throws IllegalArgumentException when the fact has another type */
    public Facts with(CustomFact fact, FactValue value) {
        if (!value.suits(fact.type())) {
            throw new IllegalArgumentException("%s is a %s, not %s".formatted(fact.key(), fact.type(), value));
        }
        return withCustom(fact.key(), value);
    }

    public Facts withCustom(String key, FactValue value) {
        var copy = new TreeMap<>(custom);
        if (value.isKnown()) {
            copy.put(key, value);
        } else {
            copy.remove(key);
        }
        return new Facts(values, copy);
    }

    public Facts with(Fact fact, FactValue value) {
        return switch (fact) {
            case FactName name -> with(name, value);
            case CustomFact added -> with(added, value);
        };
    }

    private static void put(FactValue[] values, FactName name, FactValue value) {
        if (!value.suits(name.type()) || !isOffered(name, value)) {
            throw new IllegalArgumentException("%s is a %s, not %s".formatted(name.key(), name.type(), value));
        }
        values[name.ordinal()] = value;
    }

    private static boolean isOffered(FactName name, FactValue value) {
        if (!name.type().isChosen()) {
            return true;
        }
        return switch (value) {
            case FactValue.Text(var text) -> name.offers(text);
            case FactValue.Texts(var texts) -> texts.stream().allMatch(name::offers);
            default -> true;
        };
    }

    public Facts text(FactName name, @Nullable String text) {
        return with(name, text == null ? FactValue.UNKNOWN : new FactValue.Text(text));
    }

    /** An option of a CHOICE fact, by the name of its constant. */
    public Facts choice(FactName name, @Nullable Enum<?> option) {
        return text(name, option == null ? null : option.name());
    }

    public Facts texts(FactName name, @Nullable Collection<String> texts) {
        return with(name, texts == null ? FactValue.UNKNOWN : new FactValue.Texts(List.copyOf(texts)));
    }

    /** For COUNT, DAYS and GRAMS. */
    public Facts number(FactName name, @Nullable Integer number) {
        return percent(name, number == null ? null : BigDecimal.valueOf(number));
    }

    public Facts percent(FactName name, @Nullable BigDecimal number) {
        return with(name, number == null ? FactValue.UNKNOWN : new FactValue.Quantity(number));
    }

    /** In the tenant's currency; an order in another is converted at its own rate, or unknown when it has none. */
    public Facts money(FactName name, @Nullable Money money) {
        return with(name, money == null ? FactValue.UNKNOWN : new FactValue.Amount(money));
    }

    public Facts date(FactName name, @Nullable LocalDate date) {
        return with(name, date == null ? FactValue.UNKNOWN : new FactValue.Day(date));
    }

    public Facts flag(FactName name, @Nullable Boolean isSet) {
        return with(name, isSet == null ? FactValue.UNKNOWN : new FactValue.Flag(isSet));
    }

    /** These and those; where both know a fact, those. */
    public Facts and(Facts those) {
        var both = values.clone();
        for (var slot = 0; slot < both.length; slot++) {
            both[slot] = those.values[slot].isKnown() ? those.values[slot] : both[slot];
        }
        var own = new TreeMap<>(custom);
        own.putAll(those.custom);
        return new Facts(both, own);
    }

    public FactValue get(Fact fact) {
        return switch (fact) {
            case FactName name -> values[name.ordinal()];
            case CustomFact added -> custom.getOrDefault(added.key(), FactValue.UNKNOWN);
        };
    }

    FactValue get(FactName name) {
        return values[name.ordinal()];
    }

    /** The known ones of the merchant's own, by key. */
    public Map<String, FactValue> custom() {
        return custom;
    }

    public CodedFacts coded(Currency currency) {
        var known = coded;
        if (known == null || known.currency != currency) {
            known = CodedFacts.of(this, currency);
            coded = known;
        }
        return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Facts same && Arrays.equals(values, same.values) && custom.equals(same.custom);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + custom.hashCode();
    }

    @Override
    public String toString() {
        return Stream.of(NAMES)
                .filter(name -> get(name).isKnown())
                .map(name -> name + "=" + get(name))
                .collect(Collectors.joining(", ", "{", "}" + custom));
    }
}
