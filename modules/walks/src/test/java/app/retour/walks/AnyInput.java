package app.retour.walks;

import app.retour.api.GlobalId;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Arguments of the right types, with all that somebody may type: extremes, blanks, ids of other things, ends of ranges. */
final class AnyInput {
    private static final int DEEPEST = 6;
    private static final List<Integer> NUMBERS =
            List.of(0, 1, 1, 2, 3, 10, -1, 250, Integer.MAX_VALUE, Integer.MIN_VALUE);
    private static final List<String> DECIMALS = List.of(
            "0",
            "1",
            "30.00",
            "0.01",
            "-1",
            "0.005",
            "-0.00001",
            "1e-27",
            "1E+30",
            "12345678901234567890123456789.12",
            "-1000000000000000000000000000000");
    private static final List<String> DATES = List.of("2026-11-01", "0001-01-01", "9999-12-31", "2024-02-29");
    private static final List<String> TIMES = List.of(
            "2026-11-01T00:00:00Z", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "2026-03-29T02:30:00+01:00");
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a",
            "walked",
            "EUR",
            "en",
            "DE",
            "Europe/Berlin",
            "walker@mail.example",
            "https://shop.example/picture.png",
            "returns:read",
            "item.quantity",
            "returns:read",
            "too_small",
            "R-1001",
            "R-999999999999999",
            "-12.5",
            "1e-27",
            "{{ order.name | upcase }}",
            "{% if %}",
            "🧵 Größe",
            "٤٢",
            "a\u0000b",
            "\ud800",
            "\u202e\ufeff",
            "x".repeat(5_000),
            "%s'\"\\;--");
    private final Random random;
    private final String field;
    private final Map<String, String> ids;

    /**
     * @param field whose arguments they are
     * @param ids of what exists, by type
     */
    AnyInput(Random random, String field, Map<String, String> ids) {
        this.random = random;
        this.field = field;
        this.ids = ids;
    }

    Map<String, Object> of(Question question) {
        var given = new LinkedHashMap<String, Object>();
        for (var argument : question.field().getArguments()) {
            var needed = GraphQLTypeUtil.isNonNull(argument.getType());
            if (needed || !isLeftOut()) {
                put(given, argument.getName(), value(argument.getName(), argument.getType(), 0), needed);
            }
        }
        return given;
    }

    private boolean isLeftOut() {
        return random.nextInt(3) == 0;
    }

    private void put(Map<String, Object> given, String name, @Nullable Object value, boolean needed) {
        if (value != null || !needed) {
            given.put(name, value);
        }
    }

    private @Nullable Object value(String path, GraphQLType type, int depth) {
        if (!(type instanceof GraphQLNonNull) && random.nextInt(12) == 0) {
            return null;
        }
        return switch (type) {
            case GraphQLNonNull required -> value(path, required.getWrappedType(), depth);
            case GraphQLList list -> list(path, list.getWrappedType(), depth);
            case GraphQLInputObjectType input -> object(path, input, depth);
            case GraphQLEnumType choice ->
                any(choice.getValues().stream()
                        .map(GraphQLEnumValueDefinition::getName)
                        .toList());
            case GraphQLScalarType scalar -> scalar(path, scalar.getName());
            default -> throw new IllegalStateException("No value for " + type);
        };
    }

    private List<@Nullable Object> list(String path, GraphQLType of, int depth) {
        var items = new ArrayList<@Nullable Object>();
        for (var i = depth > DEEPEST ? 0 : random.nextInt(4); i > 0; i--) {
            items.add(value(path, of, depth + 1));
        }
        if (!items.isEmpty() && random.nextInt(4) == 0) {
            items.add(items.getFirst());
        }
        return items;
    }

    private Map<String, Object> object(String path, GraphQLInputObjectType type, int depth) {
        var parts = new ArrayList<>(type.getFieldDefinitions());
        if (type.isOneOf()) {
            Collections.shuffle(parts, random);
            var fit = parts.stream()
                    .filter(part -> depth < DEEPEST || isLeaf(part))
                    .findFirst()
                    .orElse(parts.getFirst());
            var one = new LinkedHashMap<String, Object>();
            one.put(
                    fit.getName(),
                    value(path + "." + fit.getName(), new GraphQLNonNull(bare(fit.getType())), depth + 1));
            return one;
        }
        var given = new LinkedHashMap<String, Object>();
        for (var part : parts) {
            var needed = GraphQLTypeUtil.isNonNull(part.getType());
            if (needed || depth < DEEPEST && !isLeftOut()) {
                put(given, part.getName(), value(path + "." + part.getName(), part.getType(), depth + 1), needed);
            }
        }
        return given;
    }

    private static GraphQLType bare(GraphQLType type) {
        return type instanceof GraphQLNonNull required ? required.getWrappedType() : type;
    }

    private static boolean isLeaf(GraphQLInputObjectField part) {
        return !(GraphQLTypeUtil.unwrapAll(part.getType()) instanceof GraphQLInputObjectType);
    }

    private Object scalar(String path, String name) {
        return switch (name) {
            case "Int" -> any(NUMBERS);
            case "Float" -> any(List.of(0.0, -1.5, 1e300));
            case "Boolean" -> random.nextBoolean();
            case "Decimal" -> any(DECIMALS);
            case "Date" -> any(DATES);
            case "DateTime" -> any(TIMES);
            case "JSON" ->
                any(List.of(
                        Map.of(),
                        Map.of("a", List.of(1, "x", Map.of("b", false))),
                        List.of("x"),
                        "text",
                        1,
                        "a\u0000b"));
            case "ID" -> id(path);
            default ->
                path.endsWith("idempotencyKey") && random.nextBoolean()
                        ? UUID.randomUUID().toString()
                        : any(TEXTS);
        };
    }

    private String id(String path) {
        var type = Ids.typeAt(field, path);
        var known = type == null ? null : ids.get(type);
        return switch (random.nextInt(10)) {
            case 0 -> "nonsense";
            case 1 -> GlobalId.of(type == null || type.equals("Node") ? "Order" : type, new UUID(random.nextLong(), 5));
            case 2 -> any(List.copyOf(ids.values()));
            case 3 -> any(TEXTS);
            default -> known == null ? any(List.copyOf(ids.values())) : known;
        };
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** As a report prints it: signs that no text has are told by their number. */
    static String told(Map<String, Object> given) {
        var text = String.valueOf((Object) given);
        var shown = text.codePoints()
                .mapToObj(each -> each < ' ' || each >= 0xd800 && each < 0xe000
                        ? "\\u%04x".formatted(each)
                        : Character.toString(each))
                .collect(Collectors.joining());
        return shown.length() > 600 ? shown.substring(0, 600) + "…" : shown;
    }
}
