package app.retour.app.security;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
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
                                        .toList())));
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
