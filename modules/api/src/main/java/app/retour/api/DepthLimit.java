package app.retour.api;

import app.retour.api.PreparedDocument.Finding;
import graphql.ExecutionResult;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import org.jspecify.annotations.Nullable;

/** The library's limit of depth, walked once for a document that is kept. */
final class DepthLimit extends MaxQueryDepthInstrumentation {
    DepthLimit(int deepest) {
        super(deepest);
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        var request = parameters.getExecutionContext();
        var prepared = PreparedDocument.of(request);
        if (prepared.isEmpty()) {
            return super.beginExecuteOperation(parameters, state);
        }
        prepared.get().find(Finding.DEPTH, request, Boolean.class, () -> {
            super.beginExecuteOperation(parameters, state);
            return true;
        });
        return SimpleInstrumentationContext.noOp();
    }
}
