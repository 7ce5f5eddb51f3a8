package app.retour.api;

import app.retour.kernel.ErrorCode;
import graphql.ErrorType;
import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.RawVariables;
import graphql.execution.TypeFromAST;
import graphql.language.VariableDefinition;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Walks the variables of one request beside their types and notes each place that does not meet its type. */
final class VariableCheck {
    private static final int MOST_ERRORS = 20;
    private static final int LONGEST_ECHO = 40;

    private final GraphQLSchema schema;
    private final GraphQLContext context;
    private final Locale locale;
    private final List<GraphQLError> errors = new ArrayList<>();

    VariableCheck(GraphQLSchema schema, GraphQLContext context, Locale locale) {
        this.schema = schema;
        this.context = context;
        this.locale = locale;
    }

    /** At most twenty, in the order of the input. */
    List<GraphQLError> errors() {
        return errors;
    }

    void check(VariableDefinition variable, RawVariables given) {
        var type = TypeFromAST.getTypeFromAST(schema, variable.getType());
        var name = variable.getName();
        if (type != null && (given.containsKey(name) || variable.getDefaultValue() == null)) {
            check(new Place(name, List.of()), type, given.get(name));
        }
    }

    private void check(Place place, GraphQLType type, @Nullable Object value) {
        if (errors.size() >= MOST_ERRORS) {
            return;
        }
        if (type instanceof GraphQLNonNull required) {
            if (value == null) {
                note(place, ErrorCode.REQUIRED, "A value is missing");
            } else {
                check(place, required.getWrappedType(), value);
            }
        } else if (value != null) {
            switch (type) {
                case GraphQLList list -> checkItems(place, list.getWrappedType(), value);
                case GraphQLInputObjectType object
                when value instanceof Map<?, ?> given -> checkFields(place, object, given);
                case GraphQLInputObjectType object ->
                    note(place, ErrorCode.INVALID, "Give an object with " + names(object));
                case GraphQLEnumType choice -> checkChoice(place, choice, value);
                case GraphQLScalarType scalar -> checkScalar(place, scalar, value);
                default -> throw new IllegalStateException("No type of an input: " + type);
            }
        }
    }

    /** What is no list stands for a list of one. */
    private void checkItems(Place place, GraphQLType type, Object value) {
        if (value instanceof Collection<?> items) {
            var index = 0;
            for (var item : items) {
                check(place.at(String.valueOf(index++)), type, item);
            }
        } else {
            check(place, type, value);
        }
    }

    private void checkFields(Place place, GraphQLInputObjectType object, Map<?, ?> given) {
        for (var name : given.keySet()) {
            if (object.getField(name.toString()) == null) {
                note(
                        place.at(shortened(name)),
                        ErrorCode.INVALID,
                        "There is no field “%s” here; there is %s".formatted(shortened(name), names(object)));
            }
        }
        if (object.isOneOf()
                && given.values().stream().filter(value -> value != null).count() != 1) {
            note(place, ErrorCode.INVALID, "Give exactly one of " + names(object));
        }
        for (var field : object.getFields()) {
            if (given.containsKey(field.getName()) || !field.hasSetDefaultValue()) {
                check(place.at(field.getName()), field.getType(), given.get(field.getName()));
            }
        }
    }

    private void checkChoice(Place place, GraphQLEnumType choice, Object value) {
        try {
            choice.parseValue(value, context, locale);
        } catch (CoercingParseValueException refused) {
            var offered = choice.getValues().stream().map(one -> one.getName()).collect(Collectors.joining(", "));
            note(place, ErrorCode.INVALID, "“%s” is none of %s".formatted(shortened(value), offered));
        }
    }

    private void checkScalar(Place place, GraphQLScalarType scalar, Object value) {
        try {
            scalar.getCoercing().parseValue(value, context, locale);
        } catch (CoercingParseValueException refused) {
            note(place, ErrorCode.INVALID, wanted(scalar.getName()));
        }
    }

    private static String wanted(String scalar) {
        return switch (scalar) {
            case "Boolean" -> "Give true or false";
            case "String" -> "Give a text";
            case "ID" -> "Give an id, as a text";
            case "Int" -> "Give a whole number from -2147483648 to 2147483647";
            case "Float" -> "Give a number";
            case "Decimal" -> "Give a decimal number as a text, such as \"19.99\"";
            case "Date" -> "Give a day such as \"2026-11-23\"";
            case "DateTime" -> "Give a time with its offset, such as \"2026-11-23T14:30:00Z\"";
            default -> "This is not a " + scalar;
        };
    }

    private static String names(GraphQLInputObjectType object) {
        return object.getFields().stream().map(GraphQLInputObjectField::getName).collect(Collectors.joining(", "));
    }

    private static String shortened(Object given) {
        var text = given.toString();
        return text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO) + "…";
    }

    private void note(Place place, ErrorCode code, String message) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(GraphqlErrorBuilder.newError()
                    .errorType(ErrorType.ValidationError)
                    .message("%s: %s", place, message)
                    .extensions(Map.of("code", code.name(), "variable", place.variable, "field", place.field))
                    .build());
        }
    }

    /** Of a value in a variable; the field counts from the variable on, like the field of a user error from its input on. */
    private record Place(String variable, List<String> field) {
        Place at(String part) {
            return new Place(
                    variable, Stream.concat(field.stream(), Stream.of(part)).toList());
        }

        @Override
        public String toString() {
            return Stream.concat(Stream.of("$" + variable), field.stream()).collect(Collectors.joining("."));
        }
    }
}
