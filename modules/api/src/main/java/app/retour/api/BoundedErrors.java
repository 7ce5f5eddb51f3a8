package app.retour.api;

import graphql.ExecutionResult;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** A refused document is answered with its first errors only: whoever sends it mends those and learns of the others then. */
@Component
class BoundedErrors extends SimplePerformantInstrumentation {
    static final int MOST = 20;

    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
            ExecutionResult result, InstrumentationExecutionParameters parameters, InstrumentationState state) {
        var errors = result.getErrors();
        return CompletableFuture.completedFuture(
                result.isDataPresent() || errors.size() <= MOST
                        ? result
                        : result.transform(bounded -> bounded.errors(errors.subList(0, MOST))));
    }
}
