package app.retour.api;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.scalars.ExtendedScalars;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.function.Function;

/** The scalars of the schema in Java: {@link Instant}, {@link LocalDate}, {@link BigDecimal}, and any JSON. */
final class HouseScalars {
    static final GraphQLScalarType DATE_TIME = scalar(
            "DateTime", Instant::toString, text -> OffsetDateTime.parse(text).toInstant(), Instant.class);
    static final GraphQLScalarType DATE = scalar("Date", LocalDate::toString, LocalDate::parse, LocalDate.class);
    static final GraphQLScalarType DECIMAL =
            scalar("Decimal", BigDecimal::toPlainString, HouseScalars::decimal, BigDecimal.class);
    static final GraphQLScalarType JSON = ExtendedScalars.Json.transform(any -> any.description("Any JSON value."));
    private static final int LONGEST_DECIMAL = 40;

    private HouseScalars() {}

    private static BigDecimal decimal(String text) {
        // "1e999999999" is a short text and a huge number.
        if (text.length() > LONGEST_DECIMAL || !text.matches("-?\\d+(\\.\\d+)?")) {
            throw new IllegalArgumentException(text);
        }
        return new BigDecimal(text);
    }

    private static <T> GraphQLScalarType scalar(
            String name, Function<T, String> write, Function<String, T> read, Class<T> type) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new TextCoercing<>(name, write, read, type))
                .build();
    }

    private record TextCoercing<T>(String name, Function<T, String> write, Function<String, T> read, Class<T> type)
            implements Coercing<T, String> {
        @Override
        public String serialize(Object value, GraphQLContext context, Locale locale) {
            return write.apply(type.cast(value));
        }

        @Override
        public T parseValue(Object input, GraphQLContext context, Locale locale) {
            try {
                return read.apply(input.toString());
            } catch (DateTimeException | IllegalArgumentException malformed) {
                throw new CoercingParseValueException("This is not a " + name);
            }
        }

        @Override
        public T parseLiteral(Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
            try {
                return switch (literal) {
                    case StringValue text -> read.apply(text.getValue());
                    case IntValue number -> read.apply(number.getValue().toString());
                    default -> throw new IllegalArgumentException();
                };
            } catch (DateTimeException | IllegalArgumentException malformed) {
                throw new CoercingParseLiteralException("This is not a " + name);
            }
        }
    }
}
