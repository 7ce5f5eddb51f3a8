package app.retour.app;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleKeyDeserializers;
import tools.jackson.databind.module.SimpleModule;

/**
 * Events as the registry stores them, in JSON of their own: what the API's JSON looks like may change without making stored
 * events unreadable. Reads what older versions stored; a field that is unknown here is passed over, since a newer version may
 * have written it before it was rolled back.
 */
@Component
public class StoredEvents implements EventSerializer {
    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule("ids as keys").setKeyDeserializers(new IdsAsKeys()))
            .build();

    @Override
    public Object serialize(Object event) {
        return json.writeValueAsString(event);
    }

    /** @throws JacksonException if no event of that type can be read out of it */
    @Override
    public <T> T deserialize(Object serialized, Class<T> type) {
        return json.readValue(serialized.toString(), type);
    }

    /** A map by id is written by what the id prints, a UUID; Jackson reads back only keys that it knows. */
    private static final class IdsAsKeys extends SimpleKeyDeserializers {
        @Override
        public @Nullable KeyDeserializer findKeyDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier bean) {
            var id = type.getRawClass();
            return isId(id) ? new IdAsKey(id) : null;
        }

        private static boolean isId(Class<?> type) {
            return type.isRecord()
                    && Arrays.stream(type.getRecordComponents())
                            .map(RecordComponent::getType)
                            .toList()
                            .equals(List.of(UUID.class));
        }
    }

    private static final class IdAsKey extends KeyDeserializer {
        private final Class<?> id;

        IdAsKey(Class<?> id) {
            this.id = id;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            try {
                return id.getDeclaredConstructor(UUID.class).newInstance(UUID.fromString(key));
            } catch (ReflectiveOperationException | IllegalArgumentException unreadable) {
                return context.handleWeirdKey(id, key, "is no id: %s", unreadable.getMessage());
            }
        }
    }
}
