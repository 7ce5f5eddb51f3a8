package app.retour.rules;

import app.retour.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts as the database keeps them: every fact of the vocabulary by its key, null where unknown. */
final class FactsDocument {
    private FactsDocument() {}

    static Map<String, Object> write(Facts facts) {
        var written = new LinkedHashMap<String, @Nullable Object>();
        for (var name : FactName.values()) {
            written.put(name.key(), write(facts.get(name)));
        }
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
    static Facts read(Map<String, Object> stored) {
        var facts = new EnumMap<FactName, FactValue>(FactName.class);
        for (var name : FactName.values()) {
            var value = stored.get(name.key());
            if (value != null) {
                facts.put(name, read(name.type(), value));
            }
        }
        return Facts.of(facts);
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
