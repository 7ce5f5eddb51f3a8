package app.retour.api;

import graphql.ExecutionResult;
import graphql.analysis.QueryTraverser;
import graphql.analysis.QueryVisitorFieldEnvironment;
import graphql.analysis.QueryVisitorStub;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.schema.GraphQLTypeUtil;
import org.jspecify.annotations.Nullable;

/**
 * Refuses operations of too many fields before any of them is fetched: of too many that are written, or of too many that
 * would be answered, where each row of a page has all that is asked of a row. Counts as the library's own limit does; that
 * one hashes all arguments once for each field, which takes longer than anything else where a policy of 200 rules is given,
 * and knows no pages.
 */
final class ComplexityLimit extends SimplePerformantInstrumentation {
    /** What a page holds where nobody says; as the controllers have it. */
    private static final int PAGE = 50;

    private static final int LARGEST_PAGE = 200;
    private final int most;
    private final int mostAnswered;

    /**
     * @param most fields that are written
     * @param mostAnswered fields that an answer may hold, every page full
     */
    ComplexityLimit(int most, int mostAnswered) {
        this.most = most;
        this.mostAnswered = mostAnswered;
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        var context = parameters.getExecutionContext();
        var count = PreparedDocument.of(context)
                .map(prepared -> prepared.find(
                        PreparedDocument.Finding.COMPLEXITY, context, Count.class, () -> counted(context)))
                .orElseGet(() -> counted(context));
        if (count.fields > most) {
            throw new AbortExecutionException(
                    "maximum query complexity exceeded %d > %d".formatted(count.fields, most));
        }
        if (count.answered > mostAnswered) {
            throw new AbortExecutionException(
                    "This asks for up to %d values, and at most %d are given at once: ask for fewer fields, or for smaller pages by `first`"
                            .formatted(count.answered, mostAnswered));
        }
        return null;
    }

    private static Count counted(ExecutionContext context) {
        var count = new Count();
        QueryTraverser.newQueryTraverser()
                .schema(context.getGraphQLSchema())
                .document(context.getDocument())
                .operationName(context.getExecutionInput().getOperationName())
                .coercedVariables(context.getCoercedVariables())
                .build()
                .visitPreOrder(count);
        return count;
    }

    private static final class Count extends QueryVisitorStub {
        private int fields;
        private long answered;

        @Override
        public void visitField(QueryVisitorFieldEnvironment field) {
            if (!field.isTypeNameIntrospectionField()) {
                fields++;
                answered += times(field.getParentEnvironment());
            }
        }

        /** How often what is inside of this is answered: once for each row of each page around it. */
        private static long times(@Nullable QueryVisitorFieldEnvironment around) {
            var times = 1L;
            for (var each = around; each != null; each = each.getParentEnvironment()) {
                times *= rows(each);
            }
            return times;
        }

        private static int rows(QueryVisitorFieldEnvironment field) {
            if (!GraphQLTypeUtil.unwrapAll(field.getFieldDefinition().getType())
                    .getName()
                    .endsWith("Connection")) {
                return 1;
            }
            return field.getArguments().get("first") instanceof Integer first
                    ? Math.clamp(first, 1, LARGEST_PAGE)
                    : PAGE;
        }
    }
}
