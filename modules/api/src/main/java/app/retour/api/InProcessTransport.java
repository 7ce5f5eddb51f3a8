package app.retour.api;

import io.micrometer.context.ContextSnapshotFactory;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.GraphQlRequest;
import org.springframework.graphql.GraphQlResponse;
import org.springframework.graphql.client.GraphQlTransport;
import org.springframework.graphql.support.DefaultExecutionGraphQlRequest;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs an operation inside the process as the caller and tenant of this thread, in its language. Refused inside a transaction:
 * handlers begin their own, and what one of them refuses would undo what was done before it.
 */
final class InProcessTransport implements GraphQlTransport {
    private static final ContextSnapshotFactory SNAPSHOTS =
            ContextSnapshotFactory.builder().build();
    private final ExecutionGraphQlService service;

    InProcessTransport(ExecutionGraphQlService service) {
        this.service = service;
    }

    @Override
    public Mono<GraphQlResponse> execute(GraphQlRequest request) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return Mono.error(new IllegalStateException("An in-process operation must not run inside a transaction"));
        }
        var execution = new DefaultExecutionGraphQlRequest(
                request.getDocument(),
                request.getOperationName(),
                request.getVariables(),
                request.getExtensions(),
                "in-process",
                asked());
        var snapshot = SNAPSHOTS.captureAll();
        return service.execute(execution).cast(GraphQlResponse.class).contextWrite(snapshot::updateContext);
    }

    /** The language this thread speaks; none where nobody said so, and then the merchant's own is told. */
    private static Locale asked() {
        var context = LocaleContextHolder.getLocaleContext();
        var locale = context == null ? null : context.getLocale();
        return locale == null ? Locale.ROOT : locale;
    }

    @Override
    public Flux<GraphQlResponse> executeSubscription(GraphQlRequest request) {
        return Flux.error(new UnsupportedOperationException("Pages do not subscribe"));
    }
}
