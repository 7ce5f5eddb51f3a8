package app.retour.api;

import app.retour.api.PreparedDocument.Finding;
import graphql.ErrorType;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.normalized.ExecutableNormalizedField;
import graphql.schema.GraphQLSchema;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One check for each operation before anything of it runs: a single field that the caller may not have, however deep,
 * refuses the whole, so that a mutation with a forbidden result does nothing.
 */
@Component
class AccessCheck extends SimplePerformantInstrumentation {
    private static final Logger LOG = LoggerFactory.getLogger(AccessCheck.class);
    private static final int MOST_NOTED = 5;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

    private record Known(GraphQLSchema schema, AccessRules rules) {}

    @Override
    public ExecutionInput instrumentExecutionInput(
            ExecutionInput input, InstrumentationExecutionParameters parameters, InstrumentationState state) {
        // Here the thread is the request's own; a subscription goes on on others.
        input.getGraphQLContext().put(Caller.class, Caller.current());
        return input;
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        var execution = parameters.getExecutionContext();
        Caller caller = execution.getGraphQLContext().get(Caller.class);
        var asked = PreparedDocument.of(execution)
                .map(prepared -> prepared.find(Finding.ASKED, execution, Asked.class, () -> Asked.of(tree(execution))))
                .orElseGet(() -> Asked.of(tree(execution)));
        var denied = denied(rules(execution.getGraphQLSchema()), caller, asked);
        if (!denied.isEmpty()) {
            note(caller, denied);
            throw new AbortExecutionException(
                    caller.is(Caller.Kind.ANONYMOUS) ? List.of(unauthorized()) : List.copyOf(denied.values()));
        }
        return SimpleInstrumentationContext.noOp();
    }

    private static List<ExecutableNormalizedField> tree(ExecutionContext execution) {
        return execution.getNormalizedQueryTree().get().getTopLevelFields();
    }

    /** Who is signed in and asks for more than they may is worth a look; strangers are many. Names of the schema alone. */
    private static void note(Caller caller, Map<String, GraphQLError> denied) {
        if (!caller.is(Caller.Kind.ANONYMOUS)) {
            LOG.info(
                    "Refused to {} {}: {}",
                    caller.kind(),
                    caller.subject(),
                    denied.keySet().stream().limit(MOST_NOTED).toList());
        }
    }

    private AccessRules rules(GraphQLSchema schema) {
        var seen = known.get();
        if (seen == null || seen.schema != schema) {
            seen = new Known(schema, AccessRules.of(schema));
            known.set(seen);
        }
        return seen.rules;
    }

    private static Map<String, GraphQLError> denied(AccessRules rules, Caller caller, Asked asked) {
        var denied = new LinkedHashMap<String, GraphQLError>();
        for (var field : asked.fields) {
            if (field.name.startsWith("__")) {
                if (!caller.is(Caller.Kind.STAFF) && !caller.is(Caller.Kind.INTEGRATOR)) {
                    denied.putIfAbsent(field.name, forbidden(field.name));
                }
            } else if (!rules.admits(caller, field.types, field.name)) {
                var path = String.join("|", field.types) + "." + field.name;
                denied.putIfAbsent(path, forbidden(path));
            }
        }
        return denied;
    }

    /** All fields that an operation asks for, in its order; of what is asked of the schema itself only that it is asked. */
    private record Asked(Set<Field> fields) {
        private record Field(Set<String> types, String name) {}

        private static Asked of(List<ExecutableNormalizedField> fields) {
            var all = new LinkedHashSet<Field>();
            collect(fields, all);
            return new Asked(all);
        }

        private static void collect(List<ExecutableNormalizedField> fields, Set<Field> all) {
            for (var field : fields) {
                var name = field.getFieldName();
                if (!name.equals("__typename")) {
                    all.add(new Field(field.getObjectTypeNames(), name));
                    if (!name.startsWith("__")) {
                        collect(field.getChildren(), all);
                    }
                }
            }
        }
    }

    private static GraphQLError unauthorized() {
        return GraphqlErrorBuilder.newError()
                .message("Sign in to ask for this")
                .errorType(ErrorType.ExecutionAborted)
                .extensions(Map.of("classification", "UNAUTHORIZED"))
                .build();
    }

    private static GraphQLError forbidden(String path) {
        return GraphqlErrorBuilder.newError()
                .message("You may not ask for " + path)
                .errorType(ErrorType.ExecutionAborted)
                .extensions(Map.of("classification", "FORBIDDEN"))
                .build();
    }
}
