package app.retour.rules.documents;

import app.retour.kernel.Money;
import app.retour.rules.vocabulary.CustomFact;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactType;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts as the database keeps them: every fact of the vocabulary by its key, null where unknown. */
public final class FactsDocument {
    private FactsDocument() {}

    public static Map<String, Object> write(Facts facts) {
        var written = new LinkedHashMap<String, @Nullable Object>();
        for (var name : FactName.values()) {
            written.put(name.key(), write(facts.get(name)));
        }
        facts.custom().forEach((key, value) -> written.put(key, typed(value)));
        return written;
    }

    private static @Nullable Object write(FactValue value) {
        return switch (value) {
            case FactValue.Unknown _ -> null;
            case FactValue.Texts(var texts) -> texts;
            case FactValue.Flag(var isSet) -> isSet;
            case FactValue.Amount(var money) ->
                Map.of(
                        "amount",
                        money.amount().toPlainString(),
                        "currency",
                        money.currency().getCurrencyCode());
            case FactValue.Text _, FactValue.Quantity _, FactValue.Day _ -> PolicyWriter.text(value);
        };
    }

    /** Facts that the vocabulary has gained since are unknown; no fact ever leaves it. */
    public static Facts read(Map<String, Object> stored) {
        var facts = new EnumMap<FactName, FactValue>(FactName.class);
        for (var name : FactName.values()) {
            var value = stored.get(name.key());
            if (value != null) {
                facts.put(name, read(name.type(), value));
            }
        }
        var all = Facts.of(facts);
        for (var entry : stored.entrySet()) {
            if (entry.getKey().startsWith(CustomFact.PREFIX) && entry.getValue() instanceof Map<?, ?> typed) {
                var type = FactType.valueOf(String.valueOf(typed.get("type")));
                var value = typed.get("value");
                all = value == null ? all : all.withCustom(entry.getKey(), read(type, value));
            }
        }
        return all;
    }

    /** The merchant's own facts say their type, so that they are read without their vocabulary. */
    private static Map<String, @Nullable Object> typed(FactValue value) {
        var type = switch (value) {
            case FactValue.Texts _ -> FactType.TEXTS;
            case FactValue.Flag _ -> FactType.FLAG;
            case FactValue.Amount _ -> FactType.MONEY;
            case FactValue.Quantity _ -> FactType.COUNT;
            case FactValue.Day _ -> FactType.DATE;
            case FactValue.Text _, FactValue.Unknown _ -> FactType.TEXT;
        };
        var typed = new LinkedHashMap<String, @Nullable Object>();
        typed.put("type", type.name());
        typed.put("value", write(value));
        return typed;
    }

    private static FactValue read(FactType type, Object stored) {
        return switch (stored) {
            case List<?> texts ->
                new FactValue.Texts(texts.stream().map(String::valueOf).toList());
            case Boolean isSet -> new FactValue.Flag(isSet);
            case Map<?, ?> money ->
                new FactValue.Amount(
                        Money.of(String.valueOf(money.get("amount")), String.valueOf(money.get("currency"))));
            case String text when type.isNumeric() -> new FactValue.Quantity(new BigDecimal(text));
            case String text when type == FactType.DATE -> new FactValue.Day(LocalDate.parse(text));
            case String text -> new FactValue.Text(text);
            default -> throw new IllegalStateException("No fact is stored as " + stored.getClass());
        };
    }
}
