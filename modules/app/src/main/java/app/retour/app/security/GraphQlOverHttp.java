package app.retour.app.security;

import app.retour.api.Outage;
import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.webmvc.GraphQlHttpHandler;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts the request's id into every error of a GraphQL answer. */
@Component
class GraphQlOverHttp implements WebGraphQlInterceptor {
    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        var id = Correlation.current();
        return chain.next(request)
                .map(response -> response.isValid() && response.getErrors().isEmpty()
                        ? response
                        : response.transform(
                                builder -> builder.errors(response.getExecutionResult().getErrors().stream()
                                        .map(error -> marked(error, id))
                                        .toList())))
                .doOnNext(GraphQlOverHttp::tellWhenToComeAgain);
    }

    private static void tellWhenToComeAgain(WebGraphQlResponse response) {
        if (isOutage(response)) {
            response.getResponseHeaders().set(HttpHeaders.RETRY_AFTER, Outage.RETRY_AFTER_SECONDS);
        }
    }

    private static boolean isOutage(WebGraphQlResponse response) {
        return response.getErrors().stream()
                .anyMatch(error -> Outage.CODE.equals(error.getExtensions().get("code")));
    }

    /** An answer that could not be given says so by its status, for whatever stands between us and who asked. */
    @Configuration(proxyBeanMethods = false)
    static class Status {
        @Bean
        GraphQlHttpHandler graphQlHttpHandler(WebGraphQlHandler schema) {
            return new GraphQlHttpHandler(schema) {
                @Override
                protected HttpStatus selectResponseStatus(WebGraphQlResponse response, MediaType type) {
                    return isOutage(response)
                            ? HttpStatus.SERVICE_UNAVAILABLE
                            : super.selectResponseStatus(response, type);
                }
            };
        }
    }

    private static GraphQLError marked(GraphQLError error, String id) {
        var extensions = new LinkedHashMap<String, Object>();
        if (error.getExtensions() != null) {
            extensions.putAll(error.getExtensions());
        }
        extensions.put("correlationId", id);
        var marked = GraphqlErrorBuilder.newError()
                .message("%s", error.getMessage())
                .locations(orEmpty(error.getLocations()))
                .extensions(extensions);
        if (error.getPath() != null) {
            marked.path(error.getPath());
        }
        ErrorClassification type = error.getErrorType();
        return type == null ? marked.build() : marked.errorType(type).build();
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
