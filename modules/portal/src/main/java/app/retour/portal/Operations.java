package app.retour.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.client.ClientGraphQlResponse;
import org.springframework.graphql.client.GraphQlClient;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Component;

/** Runs the portal's documents as the shopper of this request, in their language, and tells failures by what a page can do about them. */
@Component
public class Operations {
    /** Asked for late: the schema gathers all controller advice while it is built, and that of the portal leads here. */
    private final ObjectProvider<GraphQlClient> graphQl;

    Operations(@Qualifier("inProcessGraphQl") ObjectProvider<GraphQlClient> inProcessGraphQl) {
        this.graphQl = inProcessGraphQl;
    }

    /** The one field of a document; empty where it is null. */
    public <T> Optional<T> one(String document, Map<String, Object> variables, String field, Class<T> type) {
        return Optional.ofNullable(run(document, variables).field(field).toEntity(type));
    }

    <T> List<T> all(String document, String field, Class<T> type) {
        return run(document, Map.of()).field(field).toEntityList(type);
    }

    private ClientGraphQlResponse run(String document, Map<String, Object> variables) {
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(Language.askedNow());
        ClientGraphQlResponse response;
        try {
            response = graphQl.getObject()
                    .documentName(document)
                    .variables(variables)
                    .executeSync();
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
        for (var error : response.getErrors()) {
            throw failure(document, error);
        }
        return response;
    }

    private static RuntimeException failure(String document, ResponseError error) {
        // Refusals of the whole operation name their kind only there.
        var kind = error.getExtensions().getOrDefault("classification", error.getErrorType());
        if (is(kind, ErrorType.FORBIDDEN) || is(kind, ErrorType.UNAUTHORIZED)) {
            return new SessionEnded(document);
        }
        return is(kind, ErrorType.NOT_FOUND) ? new NothingHere(document) : new OperationFailed(document, error);
    }

    private static boolean is(Object kind, ErrorType type) {
        return type.name().equals(String.valueOf(kind));
    }
}
