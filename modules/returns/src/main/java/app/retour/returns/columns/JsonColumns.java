package app.retour.returns.columns;

import app.retour.kernel.Money;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** How this module's value lists are written into jsonb columns; money as {@code "49.90 EUR"}. */
public final class JsonColumns {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Money.class, new ValueSerializer<Money>() {
                        @Override
                        public void serialize(Money money, JsonGenerator out, SerializationContext context) {
                            out.writeString(stored(money));
                        }
                    })
                    .addDeserializer(Money.class, new ValueDeserializer<Money>() {
                        @Override
                        public Money deserialize(JsonParser in, DeserializationContext context) {
                            var parts = in.getString().split(" ");
                            return Money.of(parts[0], parts[1]);
                        }
                    }))
            .build();

    private JsonColumns() {}

    /** What is stored outlives every change of how people are told of money. */
    private static String stored(Money money) {
        return money.amount().toPlainString() + " " + money.currency().getCurrencyCode();
    }

    public static String write(Object values) {
        return JSON.writeValueAsString(values);
    }

    public static <T> T read(String text, Class<T> type) {
        return JSON.readValue(text, type);
    }

    /** Texts by language tag. */
    public static SortedMap<String, String> texts(String text) {
        return JSON.readValue(text, new TypeReference<TreeMap<String, String>>() {});
    }

    public static <T> List<T> list(String text, Class<T> type) {
        return JSON.readValue(text, JSON.getTypeFactory().constructCollectionType(List.class, type));
    }
}
