package app.retour.app.security;

import graphql.GraphqlErrorBuilder;
import java.util.List;
import org.reactivestreams.Publisher;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Matches answers to how they are wanted. Who wants events gets them whatever happened: Spring would put a message of its
 * own in the place of a refusal. Who subscribes without wanting events is told how.
 */
@Component
@Order(0)
class EventsOverHttp implements WebGraphQlInterceptor {
    private static final List<MediaType> JSON =
            List.of(MediaType.APPLICATION_GRAPHQL_RESPONSE, MediaType.APPLICATION_JSON);

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        var wantsEvents = wantsEvents(request.getHeaders().getAccept());
        return chain.next(request).map(response -> matched(response, wantsEvents));
    }

    /** As Spring routes it: who takes JSON too, as many clients say of every request, gets JSON. */
    private static boolean wantsEvents(List<MediaType> accepted) {
        return accepted.stream().anyMatch(type -> type.equalsTypeAndSubtype(MediaType.TEXT_EVENT_STREAM))
                && accepted.stream().noneMatch(type -> JSON.stream().anyMatch(type::isCompatibleWith));
    }

    @SuppressWarnings("NullAway") // no data at all is null to Spring's builder, whatever its package says
    private static WebGraphQlResponse matched(WebGraphQlResponse response, boolean wantsEvents) {
        var isStream = response.getData() instanceof Publisher;
        if (isStream == wantsEvents) {
            return response;
        }
        if (wantsEvents) {
            return response.transform(answer -> answer.data(Flux.just(response.getExecutionResult())));
        }
        var how = GraphqlErrorBuilder.newError()
                .errorType(ErrorType.BAD_REQUEST)
                .message("A subscription is told as events: ask for it with Accept: text/event-stream")
                .build();
        return response.transform(answer -> answer.data(null).errors(List.of(how)));
    }
}
