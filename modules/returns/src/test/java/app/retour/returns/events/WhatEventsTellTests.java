package app.retour.returns.events;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Actor;
import app.retour.kernel.Money;
import app.retour.kernel.TenantId;
import app.retour.returns.status.ItemDecision;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every event says of its return, and that none tells a name. */
class WhatEventsTellTests {
    private static final UUID ID = UUID.fromString("0192f0c1-2222-7333-8444-555566667777");
    private static final Instant AT = Instant.parse("2026-11-02T10:00:00.123456Z");

    /** What an event may hold beside ids: values that say nothing of who somebody is. */
    private static final Set<Class<?>> VALUES =
            Set.of(TenantId.class, Actor.class, Money.class, Instant.class, UUID.class, long.class, String.class);

    static Stream<Class<?>> events() {
        return Arrays.stream(ReturnEvent.class.getPermittedSubclasses());
    }

    /** Any value of a type; a record is made of any values of its parts. */
    private static Object any(Type type) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return List.of("It is too dear", "Nobody knows when it came");
        }
        if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
            return Map.of(new ReturnItemId(ID), ItemDecision.APPROVED);
        }
        var of = (Class<?>) type;
        if (of.isEnum()) {
            return of.getEnumConstants()[of.getEnumConstants().length - 1];
        }
        if (of == String.class) {
            return "R-1001";
        }
        if (of == long.class) {
            return 7L;
        }
        if (of == UUID.class) {
            return ID;
        }
        if (of == Instant.class) {
            return AT;
        }
        if (of == Money.class) {
            return Money.of("49.90", "EUR");
        }
        if (of == Actor.class) {
            return Actor.clock();
        }
        var parts = of.getRecordComponents();
        var values = new Object[parts.length];
        var types = new Class<?>[parts.length];
        for (var i = 0; i < parts.length; i++) {
            values[i] = any(parts[i].getGenericType());
            types[i] = parts[i].getType();
        }
        var made = of.getDeclaredConstructor(types);
        made.setAccessible(true);
        return made.newInstance(values);
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventSaysOfWhichReturnWhenByWhomAndInWhichOrder(Class<? extends ReturnEvent> type)
            throws ReflectiveOperationException {
        var event = type.cast(any(type));
        assertThat(event.tenant()).isEqualTo(new TenantId(ID));
        assertThat(event.returnId()).isEqualTo(new ReturnId(ID));
        assertThat(event.stamp().rmaNumber()).isEqualTo("R-1001");
        assertThat(event.stamp().sequence()).isEqualTo(7);
        assertThat(event.stamp().at()).isEqualTo(AT);
        assertThat(event.stamp().actor()).isEqualTo(Actor.clock());
    }

    @ParameterizedTest
    @MethodSource("events")
    void itHoldsIdsAndValuesAndNoWordsButTheReturnsNumberAndWhyAPersonIsNeeded(Class<?> type) {
        assertThat(words(type)).isSubsetOf("rmaNumber", "because");
    }

    /** Names of all texts in it. */
    private static Set<String> words(Class<?> type) {
        var names = new TreeSet<String>();
        for (var part : type.getRecordComponents()) {
            var of = part.getType();
            if (of == String.class || of == List.class) {
                names.add(part.getName());
            } else if (of.isRecord() && !VALUES.contains(of)) {
                names.addAll(words(of));
            }
        }
        return names;
    }
}
