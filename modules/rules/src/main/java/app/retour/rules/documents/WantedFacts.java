package app.retour.rules.documents;

import app.retour.rules.policy.Policy;
import app.retour.rules.vocabulary.CustomFact;
import app.retour.rules.vocabulary.Fact;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactType;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Reads of stored facts only those that some policies read; the others are passed over as they stand in the text. */
public final class WantedFacts {
    private final Map<String, Fact> wanted = new HashMap<>();
    private final JsonMapper json;

    public WantedFacts(JsonMapper json, Stream<Fact> wanted) {
        this.json = json;
        wanted.forEach(fact -> this.wanted.put(fact.key(), fact));
    }

    /** What a policy reads, and what judging reads besides. */
    public static Stream<Fact> of(Policy policy) {
        return Stream.concat(
                policy.rules().stream().flatMap(rule -> rule.when().facts()),
                Stream.of(FactName.LEGAL_BASIS, FactName.ITEM_VALUE));
    }

    public Facts read(String stored) {
        var known = new HashMap<Fact, FactValue>();
        try (var parser = json.createParser(stored)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var fact = wanted.get(parser.currentName());
                parser.nextToken();
                if (fact == null) {
                    parser.skipChildren();
                } else {
                    var value = fact instanceof CustomFact ? custom(fact, parser) : value(fact.type(), parser);
                    if (value != null) {
                        known.put(fact, value);
                    }
                }
            }
        }
        return Facts.stored(known);
    }

    private static @Nullable FactValue value(FactType type, JsonParser parser) {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> new FactValue.Flag(true);
            case VALUE_FALSE -> new FactValue.Flag(false);
            case VALUE_STRING -> single(type, parser.getString());
            case START_ARRAY -> {
                var texts = new ArrayList<String>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    texts.add(parser.getString());
                }
                yield new FactValue.Texts(texts);
            }
            case START_OBJECT -> money(parser);
            default -> null;
        };
    }

    private static FactValue single(FactType type, String text) {
        if (type.isNumeric()) {
            return new FactValue.Quantity(new BigDecimal(text));
        }
        return type == FactType.DATE ? new FactValue.Day(LocalDate.parse(text)) : new FactValue.Text(text);
    }

    private static FactValue money(JsonParser parser) {
        var amount = "";
        var currency = "";
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var isAmount = parser.currentName().equals("amount");
            parser.nextToken();
            if (isAmount) {
                amount = parser.getString();
            } else {
                currency = parser.getString();
            }
        }
        return new FactValue.Amount(app.retour.kernel.Money.of(amount, currency));
    }

    /** The merchant's own stand with their type: type, then value. */
    private static @Nullable FactValue custom(Fact fact, JsonParser parser) {
        FactValue value = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var isValue = parser.currentName().equals("value");
            parser.nextToken();
            if (isValue) {
                value = value(fact.type(), parser);
            }
        }
        return value;
    }
}
