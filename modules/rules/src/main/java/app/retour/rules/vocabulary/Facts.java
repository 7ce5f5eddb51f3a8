package app.retour.rules.vocabulary;

import app.retour.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything known about one item when it is judged. What nobody says is unknown, and so is null: pass what a source
 * supplied, never a guess. Holds no name, e-mail, address or free text; a comment only as its length.
 */
public final class Facts {
    private final Map<FactName, FactValue> values;
    /** The merchant's own, by key. */
    private final Map<String, FactValue> custom;
    /** For the last currency asked; racing threads make the same thing twice at worst. */
    private @Nullable CodedFacts coded;

    private Facts(Map<FactName, FactValue> values, Map<String, FactValue> custom) {
        this.values = values;
        this.custom = custom;
    }

    /** Facts of which nothing is known yet. */
    public static Facts none() {
        return new Facts(new EnumMap<>(FactName.class), Map.of());
    }

    public static Facts of(Map<FactName, FactValue> values) {
        var known = new EnumMap<FactName, FactValue>(FactName.class);
        values.forEach((name, value) -> put(known, name, value));
        return new Facts(known, Map.of());
    }

    /** Facts that were checked when they were stored. */
    public static Facts stored(Map<Fact, FactValue> values) {
        var named = new EnumMap<FactName, FactValue>(FactName.class);
        var custom = new TreeMap<String, FactValue>();
        values.forEach((fact, value) -> {
            switch (fact) {
                case FactName name -> named.put(name, value);
                case CustomFact added -> custom.put(added.key(), value);
            }
        });
        return new Facts(named, custom);
    }

    /** @throws IllegalArgumentException when the fact has another type or options: a mistake of the caller's code */
    public Facts with(FactName name, FactValue value) {
        var copy = new EnumMap<>(values);
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
        return new Facts(new EnumMap<>(values), copy);
    }

    public Facts with(Fact fact, FactValue value) {
        return switch (fact) {
            case FactName name -> with(name, value);
            case CustomFact added -> with(added, value);
        };
    }

    private static void put(Map<FactName, FactValue> values, FactName name, FactValue value) {
        if (!value.suits(name.type()) || !isOffered(name, value)) {
            throw new IllegalArgumentException("%s is a %s, not %s".formatted(name.key(), name.type(), value));
        }
        if (value.isKnown()) {
            values.put(name, value);
        } else {
            values.remove(name);
        }
    }

    private static boolean isOffered(FactName name, FactValue value) {
        return !name.type().isChosen()
                || switch (value) {
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
        var both = new EnumMap<>(values);
        both.putAll(those.values);
        var own = new TreeMap<>(custom);
        own.putAll(those.custom);
        return new Facts(both, own);
    }

    public FactValue get(Fact fact) {
        return switch (fact) {
            case FactName name -> values.getOrDefault(name, FactValue.UNKNOWN);
            case CustomFact added -> custom.getOrDefault(added.key(), FactValue.UNKNOWN);
        };
    }

    /** The known ones of the house's vocabulary. */
    Map<FactName, FactValue> named() {
        return values;
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
        return other instanceof Facts same && values.equals(same.values) && custom.equals(same.custom);
    }

    @Override
    public int hashCode() {
        return 31 * values.hashCode() + custom.hashCode();
    }

    @Override
    public String toString() {
        return values + "" + custom;
    }
}
