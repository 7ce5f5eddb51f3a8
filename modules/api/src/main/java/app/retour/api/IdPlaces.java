package app.retour.api;

import app.retour.kernel.Refusal;
import graphql.execution.ExecutionStepInfo;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds where in the arguments of a field an id was given, so that nobody who reads one has to say so. */
final class IdPlaces {
    private static final String INPUT = "input";

    private IdPlaces() {}

    /** In the arguments of the operation's field that this one hangs beneath. */
    static Optional<List<String>> of(String given, ExecutionStepInfo somewhere) {
        var field = somewhere;
        while (field.hasParent() && !field.getParent().getPath().isRootPath()) {
            field = field.getParent();
        }
        var definition = field.getFieldDefinition();
        return definition == null ? Optional.empty() : of(given, definition, field.getArguments());
    }

    /** The first such place; a path into the input counts from the input on. */
    static Optional<List<String>> of(String given, GraphQLFieldDefinition field, Map<String, Object> arguments) {
        for (var argument : field.getArguments()) {
            var path = new ArrayList<String>();
            if (!argument.getName().equals(INPUT)) {
                path.add(argument.getName());
            }
            if (find(given, argument.getType(), arguments.get(argument.getName()), path)) {
                return Optional.of(List.copyOf(path));
            }
        }
        return Optional.empty();
    }

    private static boolean find(String given, GraphQLType type, @Nullable Object value, List<String> path) {
        return switch (GraphQLTypeUtil.unwrapNonNull(type)) {
            case GraphQLScalarType scalar -> scalar.getName().equals("ID") && isMeant(given, value);
            case GraphQLList list
            when value instanceof Collection<?> items -> {
                var place = 0;
                for (var item : items) {
                    if (findBeneath(given, list.getWrappedType(), item, path, String.valueOf(place++))) {
                        yield true;
                    }
                }
                yield false;
            }
            case GraphQLInputObjectType object
            when value instanceof Map<?, ?> fields -> {
                for (var field : object.getFields()) {
                    if (findBeneath(given, field.getType(), fields.get(field.getName()), path, field.getName())) {
                        yield true;
                    }
                }
                yield false;
            }
            default -> false;
        };
    }

    /** As it was written, or as the thing that it names is known inside. */
    private static boolean isMeant(String id, @Nullable Object value) {
        if (id.equals(value)) {
            return true;
        }
        try {
            return value instanceof String text
                    && GlobalId.parse(text).id().toString().equals(id);
        } catch (Refusal noneAtAll) {
            return false;
        }
    }

    private static boolean findBeneath(
            String given, GraphQLType type, @Nullable Object value, List<String> path, String part) {
        path.add(part);
        if (find(given, type, value, path)) {
            return true;
        }
        path.removeLast();
        return false;
    }
}
