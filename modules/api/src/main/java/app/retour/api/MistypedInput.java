package app.retour.api;

import graphql.ErrorType;
import graphql.ExecutionResult;
import graphql.GraphQLException;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/**
 * Tells of a request whose variables do not meet their types each place that is to blame, by its path and with what would be
 * accepted there. GraphQL Java stops at the first and names its type, not its place.
 */
@Component
class MistypedInput extends SimplePerformantInstrumentation {
    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
            ExecutionResult result, InstrumentationExecutionParameters parameters, InstrumentationState state) {
        return CompletableFuture.completedFuture(
                isRefusedByTypes(result) && mayKnowTheTypes(parameters) ? told(result, parameters) : result);
    }

    private static boolean isRefusedByTypes(ExecutionResult result) {
        return !result.isDataPresent()
                && result.getErrors().stream()
                        .anyMatch(error ->
                                error instanceof GraphQLException && error.getErrorType() == ErrorType.ValidationError);
    }

    /** What a field accepts is part of the schema, and that is for those who are signed in. */
    private static boolean mayKnowTheTypes(InstrumentationExecutionParameters parameters) {
        Caller caller = parameters.getGraphQLContext().get(Caller.class);
        return caller != null && (caller.is(Caller.Kind.STAFF) || caller.is(Caller.Kind.INTEGRATOR));
    }

    private static ExecutionResult told(ExecutionResult result, InstrumentationExecutionParameters parameters) {
        var input = parameters.getExecutionInput();
        var check = new VariableCheck(parameters.getSchema(), input.getGraphQLContext(), input.getLocale());
        operation(parameters)
                .ifPresent(asked -> asked.getVariableDefinitions()
                        .forEach(variable -> check.check(variable, input.getRawVariables())));
        return check.errors().isEmpty() ? result : result.transform(refused -> refused.errors(check.errors()));
    }

    private static Optional<OperationDefinition> operation(InstrumentationExecutionParameters parameters) {
        Document document = parameters.getGraphQLContext().get(Document.class);
        var name = parameters.getOperation();
        return document == null
                ? Optional.empty()
                : document.getDefinitionsOfType(OperationDefinition.class).stream()
                        .filter(one -> name == null || name.isEmpty() || Objects.equals(name, one.getName()))
                        .findFirst();
    }
}
