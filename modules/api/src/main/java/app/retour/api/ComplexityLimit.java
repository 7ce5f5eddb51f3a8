package app.retour.api;

import graphql.ExecutionResult;
import graphql.analysis.QueryTraverser;
import graphql.analysis.QueryVisitorFieldEnvironment;
import graphql.analysis.QueryVisitorStub;
import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import org.jspecify.annotations.Nullable;

/**
 * Refuses operations of too many fields before any of them is fetched. Counts as the library's own limit does; that one
 * hashes all arguments once for each field, which takes longer than anything else where a policy of 200 rules is given.
 */
final class ComplexityLimit extends SimplePerformantInstrumentation {
    private final int most;

    ComplexityLimit(int most) {
        this.most = most;
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        var context = parameters.getExecutionContext();
        var count = new Count();
        QueryTraverser.newQueryTraverser()
                .schema(context.getGraphQLSchema())
                .document(context.getDocument())
                .operationName(context.getExecutionInput().getOperationName())
                .coercedVariables(context.getCoercedVariables())
                .build()
                .visitPreOrder(count);
        if (count.fields > most) {
            throw new AbortExecutionException(
                    "maximum query complexity exceeded %d > %d".formatted(count.fields, most));
        }
        return null;
    }

    private static final class Count extends QueryVisitorStub {
        private int fields;

        @Override
        public void visitField(QueryVisitorFieldEnvironment field) {
            if (!field.isTypeNameIntrospectionField()) {
                fields++;
            }
        }
    }
}
