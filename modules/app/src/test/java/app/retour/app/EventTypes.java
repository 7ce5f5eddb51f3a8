package app.retour.app;

import app.retour.kernel.Money;
import app.retour.kernel.TenantEvent;
import app.retour.returns.events.Stamp;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Every event that a module of the house announces, found on the class path, and one of each with all fields filled. */
final class EventTypes {
    private EventTypes() {}

    static List<Class<?>> all() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(TenantEvent.class));
        return scan.findCandidateComponents("app.retour").stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .filter(Class::isRecord)
                .filter(type -> !fromTests(type))
                .sorted(Comparator.comparing(Class::getName))
                .toList();
    }

    private static boolean fromTests(Class<?> type) {
        return type.getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .endsWith("test-classes/");
    }

    /** The same at each call, so that what is stored can be compared with what was. */
    static Object one(Class<?> type) {
        return value(type, type.getSimpleName());
    }

    private static Object value(Type type, String about) {
        return switch (type) {
            case ParameterizedType of
            when of.getRawType() == List.class ->
                List.of(
                        value(of.getActualTypeArguments()[0], about + " 1"),
                        value(of.getActualTypeArguments()[0], about + " 2"));
            case ParameterizedType of
            when of.getRawType() == Map.class ->
                Map.of(value(of.getActualTypeArguments()[0], about), value(of.getActualTypeArguments()[1], about));
            case Class<?> plain -> plain(plain, about);
            default -> throw new IllegalStateException("No event had a " + type + " so far; teach this test one");
        };
    }

    private static Object plain(Class<?> type, String about) {
        if (type == UUID.class) {
            return UUID.nameUUIDFromBytes(about.getBytes(StandardCharsets.UTF_8));
        } else if (type == String.class) {
            return "Größe \"L\" of " + about;
        } else if (type == long.class) {
            return 7L;
        } else if (type == int.class) {
            return 3;
        } else if (type == Instant.class) {
            return Instant.parse("2026-11-29T23:59:59.123456Z");
        } else if (type == Money.class) {
            return Money.of("1234.50", "EUR");
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        } else if (type.isRecord()) {
            return record(type, about);
        }
        throw new IllegalStateException("No event had a " + type + " so far; teach this test one");
    }

    private static Object record(Class<?> type, String about) {
        var parts = type.getRecordComponents();
        try {
            var made = type.getDeclaredConstructor(
                    Arrays.stream(parts).map(part -> part.getType()).toArray(Class<?>[]::new));
            made.setAccessible(true);
            return made.newInstance(Arrays.stream(parts)
                    .map(part -> value(
                            part.getGenericType(),
                            part.getType() == Stamp.class ? about : about + "." + part.getName()))
                    .toArray());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
