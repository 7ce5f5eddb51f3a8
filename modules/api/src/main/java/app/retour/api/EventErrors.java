package app.retour.api;

import app.retour.kernel.Refusal;
import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.graphql.execution.SubscriptionExceptionResolverAdapter;
import org.springframework.stereotype.Component;

/** What {@link ErrorAnswers} does for fields, for the streams of subscriptions; the stream ends with it. */
@Component
class EventErrors extends SubscriptionExceptionResolverAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(EventErrors.class);

    EventErrors() {
        setThreadLocalContextAware(true);
    }

    @Override
    protected @Nullable GraphQLError resolveToSingleError(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            return GraphqlErrorBuilder.newError()
                    .errorType(ErrorAnswers.kind(refusal.code()))
                    .message("%s", String.valueOf(refusal.getMessage()))
                    .extensions(Map.of("code", refusal.code().name()))
                    .build();
        }
        var id = CorrelationId.current();
        if (Outage.isIn(failure)) {
            LOG.warn("A subscription cannot go on now, {}: {}", id, failure.toString());
            return GraphqlErrorBuilder.newError()
                    .errorType(ErrorClassification.errorClassification(Outage.CODE))
                    .message("%s", Outage.message(id))
                    .extensions(Outage.extensions(id))
                    .build();
        }
        LOG.error("A subscription failed, {}", id, failure);
        return GraphqlErrorBuilder.newError()
                .errorType(ErrorType.INTERNAL_ERROR)
                .message("Something went wrong on our side. Try again; if it stays, tell us the id %s", id)
                .extensions(Map.of(CorrelationId.KEY, id))
                .build();
    }
}
