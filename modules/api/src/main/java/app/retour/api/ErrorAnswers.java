package app.retour.api;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.kernel.UnknownId;
import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** Tells failures of a field: a refusal in its own words, anything else by the request's id, which an operator finds in the log. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ErrorAnswers extends DataFetcherExceptionResolverAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

    ErrorAnswers() {
        CorrelationId.followOntoHandlers();
        setThreadLocalContextAware(true);
    }

    @Override
    protected @Nullable GraphQLError resolveToSingleError(Throwable failure, DataFetchingEnvironment environment) {
        return switch (failure) {
            case Refusal refusal ->
                error(environment, kind(refusal.code()), String.valueOf(refusal.getMessage()))
                        .extensions(told(refusal, environment))
                        .build();
            case AccessDeniedException _ ->
                error(environment, ErrorType.FORBIDDEN, "You may not ask for this")
                        .build();
            case AuthenticationException _ ->
                error(environment, ErrorType.UNAUTHORIZED, "Sign in to ask for this")
                        .build();
            default -> {
                if (Outage.isIn(failure)) {
                    yield unavailable(failure, environment);
                }
                yield UnstorableValue.isIn(failure) ? unstorable(environment) : unexpected(failure, environment);
            }
        };
    }

    private static Map<String, Object> told(Refusal refusal, DataFetchingEnvironment environment) {
        var field = refusal instanceof UnknownId unknown
                ? IdPlaces.of(unknown.id(), environment.getExecutionStepInfo()).orElse(List.of())
                : refusal.field();
        return field.isEmpty()
                ? Map.of("code", refusal.code().name())
                : Map.of("code", refusal.code().name(), "field", field);
    }

    /** Every module refuses by name what it knows not to fit; this is what none of them thought of. */
    private static GraphQLError unstorable(DataFetchingEnvironment environment) {
        LOG.warn(
                "Field {} was given a value that cannot be stored",
                environment.getExecutionStepInfo().getPath());
        var place = UnstorableValue.place(environment.getArguments());
        return error(
                        environment,
                        ErrorType.BAD_REQUEST,
                        "A text here has a character that no text has, or a number or a time is out of all range")
                .extensions(
                        place.isEmpty()
                                ? Map.of("code", ErrorCode.INVALID.name())
                                : Map.of("code", ErrorCode.INVALID.name(), "field", place))
                .build();
    }

    /** No stack of each: there are as many as there are requests, and all say the same. */
    private static GraphQLError unavailable(Throwable failure, DataFetchingEnvironment environment) {
        var id = CorrelationId.current();
        LOG.warn(
                "Field {} cannot be answered now, {}: {}",
                environment.getExecutionStepInfo().getPath(),
                id,
                failure.toString());
        return GraphqlErrorBuilder.newError(environment)
                .errorType(ErrorClassification.errorClassification(Outage.CODE))
                .message("%s", Outage.message(id))
                .extensions(Outage.extensions(id))
                .build();
    }

    private static GraphQLError unexpected(Throwable failure, DataFetchingEnvironment environment) {
        var id = CorrelationId.current();
        LOG.error("Field {} failed, {}", environment.getExecutionStepInfo().getPath(), id, failure);
        return error(
                        environment,
                        ErrorType.INTERNAL_ERROR,
                        "Something went wrong on our side. Try again; if it stays, tell us the id " + id)
                .extensions(Map.of(CorrelationId.KEY, id))
                .build();
    }

    private static GraphqlErrorBuilder<?> error(DataFetchingEnvironment environment, ErrorType type, String message) {
        return GraphqlErrorBuilder.newError(environment).errorType(type).message("%s", message);
    }

    static ErrorType kind(ErrorCode code) {
        return switch (code) {
            case NOT_FOUND -> ErrorType.NOT_FOUND;
            case FORBIDDEN -> ErrorType.FORBIDDEN;
            default -> ErrorType.BAD_REQUEST;
        };
    }
}
