package app.retour.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.language.Document;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Parses and validates a document once, however often it is sent. Kept is what was admitted, by its text, and only where
 * that holds no words: a program that writes an address into its document, in place of a variable, leaves none here, nor does
 * it push out what others send.
 */
@Component
class PreparedDocuments implements PreparsedDocumentProvider {
    private static final int LONGEST = 10_000;

    /** Of all texts together; what is made of a text takes some thirty times its length. */
    private static final int MOST_CHARACTERS = 500_000;

    private static final Duration UNUSED = Duration.ofHours(1);

    private final Cache<String, PreparedDocument> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((String text, PreparedDocument _) -> text.length())
            .expireAfterAccess(UNUSED)
            .build();

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> prepare) {
        var text = input.getQuery();
        var known = kept.getIfPresent(text);
        if (known != null) {
            return told(known, input);
        }
        var entry = prepare.apply(input);
        if (entry.hasErrors() || !mayBeKept(text)) {
            tell(entry, input);
            return CompletableFuture.completedFuture(entry);
        }
        var prepared = new PreparedDocument(entry);
        kept.put(text, prepared);
        return told(prepared, input);
    }

    private static boolean mayBeKept(String text) {
        return text.length() <= LONGEST && text.indexOf('"') < 0;
    }

    private static CompletableFuture<PreparsedDocumentEntry> told(PreparedDocument prepared, ExecutionInput input) {
        input.getGraphQLContext().put(PreparedDocument.class, prepared);
        tell(prepared.entry(), input);
        return CompletableFuture.completedFuture(prepared.entry());
    }

    /** For whoever has to look at the document later on. */
    private static void tell(PreparsedDocumentEntry entry, ExecutionInput input) {
        if (entry.getDocument() != null) {
            input.getGraphQLContext().put(Document.class, entry.getDocument());
        }
    }
}
