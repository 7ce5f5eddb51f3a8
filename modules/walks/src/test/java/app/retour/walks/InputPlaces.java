package app.retour.walks;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The places of what a field takes, as errors name them: a path into the input counts from the input on. */
final class InputPlaces {
    private InputPlaces() {}

    /** Whether whoever asked could have written something there. */
    static boolean has(Question question, List<String> path) {
        var input = question.field().getArgument("input");
        return path.isEmpty()
                || input != null && has(input.getType(), path)
                || question.field().getArgument(path.getFirst()) instanceof GraphQLArgument argument
                        && has(argument.getType(), path.subList(1, path.size()));
    }

    private static boolean has(GraphQLType type, List<String> path) {
        if (path.isEmpty()) {
            return true;
        }
        var rest = path.subList(1, path.size());
        return switch (GraphQLTypeUtil.unwrapNonNull(type)) {
            case GraphQLList list -> path.getFirst().matches("\\d+") && has(list.getWrappedType(), rest);
            case GraphQLInputObjectType object -> has(object.getField(path.getFirst()), rest);
            case GraphQLScalarType scalar -> scalar.getName().equals("JSON");
            default -> false;
        };
    }

    private static boolean has(@Nullable GraphQLInputObjectField field, List<String> rest) {
        return field != null && has(field.getType(), rest);
    }
}
