package app.retour.walks;

import app.retour.api.AccessRules;
import app.retour.api.Caller;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One field of a root with everything that may be asked of its answer: as a document with variables, whose ids and texts
 * somebody else chooses.
 */
record Question(GraphQLSchema schema, GraphQLObjectType root, GraphQLFieldDefinition field) {
    private static final int DEEPEST = 7;

    /** Fills what is asked. */
    interface Values {
        /** @param position "input.items.orderLineId" */
        String id(String position);

        /** @return null for a plain word, or nothing where it is not required */
        @Nullable
        String text(String name);

        int number(String name);

        /** @return null for the first there is, or nothing where it is not required */
        @Nullable
        String choice(String name);
    }

    static List<Question> all(GraphQLSchema schema) {
        return Stream.of(schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType())
                .flatMap(root -> root.getFieldDefinitions().stream().map(field -> new Question(schema, root, field)))
                .toList();
    }

    String name() {
        return field.getName();
    }

    /** "Mutation.approveItems" */
    String path() {
        return root.getName() + "." + name();
    }

    boolean mutation() {
        return root == schema.getMutationType();
    }

    /** How a document begins that asks for fields of this root. */
    static String operation(GraphQLSchema schema, GraphQLObjectType root) {
        return root == schema.getMutationType()
                ? "mutation"
                : root == schema.getSubscriptionType() ? "subscription" : "query";
    }

    /** Where ids stand among the arguments, nested inputs too. */
    List<String> idPositions() {
        var found = new ArrayList<String>();
        for (var argument : field.getArguments()) {
            positions(argument.getName(), argument.getType(), Set.of(), found);
        }
        return found;
    }

    private static void positions(String path, GraphQLType type, Set<String> within, List<String> found) {
        switch (GraphQLTypeUtil.unwrapAll(type)) {
            case GraphQLScalarType scalar when scalar.getName().equals("ID") -> found.add(path);
            case GraphQLInputObjectType input
            when !within.contains(input.getName()) -> {
                var deeper = Stream.concat(within.stream(), Stream.of(input.getName()))
                        .collect(Collectors.toSet());
                input.getFieldDefinitions()
                        .forEach(part -> positions(path + "." + part.getName(), part.getType(), deeper, found));
            }
            default -> {}
        }
    }

    /** Asks for no more than what went wrong, or for nothing but whether there is an answer. */
    String brief() {
        var isPayload = GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType object
                && object.getFieldDefinition("userErrors") != null;
        var isLeaf = isLeaf(field);
        return asking(isLeaf ? "" : isPayload ? "{ userErrors { field code message } }" : "{ __typename }");
    }

    /** @param onlyType of an interface, the one type whose fields are asked for */
    String document(Map<String, AccessRules.Rule> rules, Caller caller, @Nullable String onlyType) {
        return asking(selection(field.getType(), new Reader(rules, caller, onlyType), List.of()));
    }

    private String asking(String selection) {
        var declared = field.getArguments().stream()
                .map(argument ->
                        "$%s: %s".formatted(argument.getName(), GraphQLTypeUtil.simplePrint(argument.getType())))
                .collect(Collectors.joining(", "));
        var given = field.getArguments().stream()
                .map(argument -> "%1$s: $%1$s".formatted(argument.getName()))
                .collect(Collectors.joining(", "));
        return "%s%s { %s%s %s }"
                .formatted(
                        operation(schema, root),
                        declared.isEmpty() ? "" : "(" + declared + ")",
                        name(),
                        given.isEmpty() ? "" : "(" + given + ")",
                        selection);
    }

    private record Reader(
            Map<String, AccessRules.Rule> rules,
            Caller caller,
            @Nullable String onlyType) {
        boolean mayAsk(GraphQLObjectType type, GraphQLFieldDefinition asked) {
            var rule = rules.get(type.getName() + "." + asked.getName());
            return rule != null && rule.admits(caller);
        }
    }

    private String selection(GraphQLType type, Reader reader, List<String> within) {
        return switch (GraphQLTypeUtil.unwrapAll(type)) {
            case GraphQLInterfaceType _ -> {
                var one = reader.onlyType == null ? null : schema.getObjectType(reader.onlyType);
                yield one == null
                        ? "{ __typename }"
                        : "{ __typename ... on %s %s }".formatted(one.getName(), selection(one, reader, within));
            }
            case GraphQLObjectType object -> fields(object, reader, within);
            default -> "";
        };
    }

    private String fields(GraphQLObjectType object, Reader reader, List<String> within) {
        var path = Stream.concat(within.stream(), Stream.of(object.getName())).toList();
        var fields = object.getFieldDefinitions().stream()
                .filter(asked -> reader.mayAsk(object, asked))
                .filter(asked -> asked.getArguments().stream().noneMatch(Question::isRequired))
                .filter(asked -> !path.contains(
                        GraphQLTypeUtil.unwrapAll(asked.getType()).getName()))
                .filter(asked -> path.size() < DEEPEST || isLeaf(asked))
                .map(asked -> asked.getName() + " " + selection(asked.getType(), reader, path))
                .collect(Collectors.joining(" "));
        return "{ __typename " + fields + " }";
    }

    private static boolean isLeaf(GraphQLFieldDefinition asked) {
        var type = GraphQLTypeUtil.unwrapAll(asked.getType());
        return type instanceof GraphQLScalarType || type instanceof GraphQLEnumType;
    }

    private static boolean isRequired(GraphQLArgument argument) {
        return GraphQLTypeUtil.isNonNull(argument.getType()) && !argument.hasSetDefaultValue();
    }

    Map<String, Object> variables(Values values) {
        var given = new LinkedHashMap<String, Object>();
        for (var argument : field.getArguments()) {
            // Also one with a default: a variable that is not null must be given.
            var needed = GraphQLTypeUtil.isNonNull(argument.getType());
            var value = value(argument.getName(), argument.getName(), argument.getType(), needed, values);
            if (value != null) {
                given.put(argument.getName(), value);
            }
        }
        return given;
    }

    /** Null for what may be left out and holds neither ids nor a text that somebody chose. */
    private static @Nullable Object value(String path, String name, GraphQLType type, boolean required, Values values) {
        return switch (type) {
            case GraphQLNonNull wrapped -> value(path, name, wrapped.getWrappedType(), required, values);
            case GraphQLList list -> {
                var one = value(path, name, list.getWrappedType(), required, values);
                yield one == null ? null : List.of(one);
            }
            case GraphQLInputObjectType input -> object(path, input, required, values);
            case GraphQLEnumType choice -> {
                var chosen = values.choice(name);
                yield chosen != null
                        ? chosen
                        : required ? choice.getValues().getFirst().getName() : null;
            }
            case GraphQLScalarType scalar -> {
                var chosen = scalar.getName().equals("String") ? values.text(name) : null;
                yield scalar.getName().equals("ID")
                        ? values.id(path)
                        : chosen != null
                                ? chosen
                                : required || name.equals("photos") ? plain(scalar.getName(), name, values) : null;
            }
            default -> throw new IllegalStateException("No value for " + type);
        };
    }

    private static @Nullable Object object(String path, GraphQLInputObjectType input, boolean required, Values values) {
        var holdsIds = new ArrayList<String>();
        positions(path, input, Set.of(), holdsIds);
        if (!required && holdsIds.isEmpty()) {
            return null;
        }
        var given = new LinkedHashMap<String, Object>();
        for (var part : input.getFieldDefinitions()) {
            var needed = input.isOneOf()
                    ? part.getName().equals("test")
                    : GraphQLTypeUtil.isNonNull(part.getType()) && !part.hasSetDefaultValue();
            if (input.isOneOf() && !needed) {
                continue;
            }
            var value = value(path + "." + part.getName(), part.getName(), part.getType(), needed, values);
            if (value != null) {
                given.put(part.getName(), value);
            }
        }
        return given;
    }

    private static Object plain(String scalar, String name, Values values) {
        return switch (scalar) {
            case "Int" -> values.number(name);
            case "Boolean" -> true;
            case "Decimal" -> "1.00";
            case "DateTime" -> "2026-11-01T00:00:00Z";
            case "Date" -> "2026-11-01";
            case "JSON" -> Map.of();
            default ->
                switch (name) {
                    case "email" -> "walker@mail.example";
                    case "currencyCode" -> "EUR";
                    case "timeZone" -> "Europe/Berlin";
                    case "locale" -> "en";
                    case "country" -> "DE";
                    case "reason" -> "changed_mind";
                    case "idempotencyKey" -> java.util.UUID.randomUUID().toString();
                    case "scopes" -> "orders:read";
                    case "fact" -> "item.quantity";
                    default -> "walked";
                };
        };
    }
}
