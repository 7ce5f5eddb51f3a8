package app.retour.api;

import graphql.ErrorType;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.normalized.ExecutableNormalizedField;
import graphql.schema.GraphQLSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        // Here the thread is still the request's own; fetchers run on others.
        input.getGraphQLContext().put(Caller.class, Caller.current());
        return input;
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        var execution = parameters.getExecutionContext();
        Caller caller = execution.getGraphQLContext().get(Caller.class);
        var denied = new LinkedHashMap<String, GraphQLError>();
        collect(
                rules(execution.getGraphQLSchema()),
                caller,
                execution.getNormalizedQueryTree().get().getTopLevelFields(),
                denied);
        if (!denied.isEmpty()) {
            note(caller, denied);
            throw new AbortExecutionException(
                    caller.is(Caller.Kind.ANONYMOUS) ? List.of(unauthorized()) : List.copyOf(denied.values()));
        }
        return SimpleInstrumentationContext.noOp();
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

    private static void collect(
            AccessRules rules,
            Caller caller,
            List<ExecutableNormalizedField> fields,
            Map<String, GraphQLError> denied) {
        for (var field : fields) {
            var name = field.getFieldName();
            if (name.equals("__typename")) {
                continue;
            }
            if (name.startsWith("__")) {
                if (!caller.is(Caller.Kind.STAFF) && !caller.is(Caller.Kind.INTEGRATOR)) {
                    denied.putIfAbsent(name, forbidden(name));
                }
                continue;
            }
            if (!rules.admits(caller, field.getObjectTypeNames(), name)) {
                var path = String.join("|", field.getObjectTypeNames()) + "." + name;
                denied.putIfAbsent(path, forbidden(path));
            }
            collect(rules, caller, field.getChildren(), denied);
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
