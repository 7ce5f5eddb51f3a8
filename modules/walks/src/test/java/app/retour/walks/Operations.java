package app.retour.walks;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes, for every field of a schema, one valid operation that reaches it by the shortest way from a root. */
final class Operations {
    private final GraphQLSchema schema;

    Operations(GraphQLSchema schema) {
        this.schema = schema;
    }

    /**
     * One way to one field.
     *
     * @param steps "Type.field" of every field that is asked for, the root's first
     */
    record Way(List<String> steps, String document) {
        String target() {
            return steps.getLast();
        }

        boolean isMutation() {
            return steps.getFirst().startsWith("Mutation.");
        }
    }

    private record Reached(GraphQLObjectType type, List<Step> steps) {}

    private record Step(GraphQLObjectType owner, GraphQLFieldDefinition field) {}

    /** A way to every field of every object type that can be reached. */
    List<Way> toEveryField() {
        var found = new LinkedHashMap<String, Reached>();
        var open = new ArrayDeque<Reached>();
        for (var root : List.of(schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType())) {
            open.add(new Reached(root, List.of()));
        }
        while (!open.isEmpty()) {
            var here = open.poll();
            if (here.type.getName().startsWith("__") || found.putIfAbsent(here.type.getName(), here) != null) {
                continue;
            }
            for (var field : here.type.getFieldDefinitions()) {
                var steps = new ArrayList<>(here.steps);
                steps.add(new Step(here.type, field));
                objects(field).forEach(next -> open.add(new Reached(next, List.copyOf(steps))));
            }
        }
        return found.values().stream()
                .flatMap(reached -> reached.type.getFieldDefinitions().stream().map(field -> way(reached, field)))
                .toList();
    }

    private Way way(Reached reached, GraphQLFieldDefinition field) {
        var steps = new ArrayList<>(reached.steps);
        steps.add(new Step(reached.type, field));
        var names = steps.stream()
                .map(step -> step.owner.getName() + "." + step.field.getName())
                .toList();
        var operation = Question.operation(schema, steps.getFirst().owner);
        return new Way(names, operation + " { " + selection(steps, 0) + " }");
    }

    private String selection(List<Step> steps, int at) {
        var step = steps.get(at);
        var own = step.field.getName() + arguments(step.field.getArguments());
        if (at + 1 < steps.size()) {
            var next = steps.get(at + 1);
            var inner = selection(steps, at + 1);
            return own + " { "
                    + (isAbstract(step.field) ? "... on " + next.owner.getName() + " { " + inner + " }" : inner) + " }";
        }
        return objects(step.field).isEmpty() ? own : own + " { __typename }";
    }

    private static boolean isAbstract(GraphQLFieldDefinition field) {
        var type = GraphQLTypeUtil.unwrapAll(field.getType());
        return type instanceof GraphQLInterfaceType || type instanceof GraphQLUnionType;
    }

    private List<GraphQLObjectType> objects(GraphQLFieldDefinition field) {
        GraphQLNamedType type = GraphQLTypeUtil.unwrapAll(field.getType());
        return switch (type) {
            case GraphQLObjectType object -> List.of(object);
            case GraphQLInterfaceType face ->
                schema.getImplementations(face).stream()
                        .map(GraphQLImplementingType.class::cast)
                        .filter(GraphQLObjectType.class::isInstance)
                        .map(GraphQLObjectType.class::cast)
                        .toList();
            case GraphQLUnionType union ->
                union.getTypes().stream().map(GraphQLObjectType.class::cast).toList();
            default -> List.of();
        };
    }

    private static String arguments(List<GraphQLArgument> arguments) {
        Map<String, String> given = new LinkedHashMap<>();
        for (var argument : arguments) {
            if (GraphQLTypeUtil.isNonNull(argument.getType()) && !argument.hasSetDefaultValue()) {
                given.put(argument.getName(), literal(argument.getType()));
            } else if (argument.getName().equals("first")) {
                given.put("first", "1");
            }
        }
        return given.isEmpty()
                ? ""
                : given.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String literal(GraphQLType type) {
        return switch (type) {
            case GraphQLNonNull required -> literal(required.getWrappedType());
            case GraphQLList list -> "[" + literal(list.getWrappedType()) + "]";
            case GraphQLEnumType choice -> choice.getValues().getFirst().getName();
            case GraphQLInputObjectType input ->
                input.getFieldDefinitions().stream()
                        .filter(field -> isRequired(input, field))
                        .map(field -> field.getName() + ": " + literal(field.getType()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case GraphQLScalarType scalar ->
                switch (scalar.getName()) {
                    case "Int" -> "1";
                    case "Boolean" -> "true";
                    case "DateTime" -> "\"2026-01-01T00:00:00Z\"";
                    case "Date" -> "\"2026-01-01\"";
                    case "Decimal" -> "\"1\"";
                    case "JSON" -> "{}";
                    default -> "\"x\"";
                };
            default -> throw new IllegalStateException("No literal for " + type);
        };
    }

    private static boolean isRequired(GraphQLInputObjectType input, GraphQLInputObjectField field) {
        GraphQLInputType type = field.getType();
        return GraphQLTypeUtil.isNonNull(type) && !field.hasSetDefaultValue()
                || input.isOneOf() && chosen(input) == field;
    }

    /** Of one-of inputs, the first choice that does not lead back to the input itself. */
    private static GraphQLInputObjectField chosen(GraphQLInputObjectType input) {
        return input.getFieldDefinitions().stream()
                .filter(field ->
                        !GraphQLTypeUtil.unwrapAll(field.getType()).getName().equals(input.getName()))
                .findFirst()
                .orElseThrow();
    }
}
