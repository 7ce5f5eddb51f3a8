package app.retour.api;

import graphql.execution.ExecutionContext;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.Node;
import graphql.language.VariableReference;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A document that is kept, with what was found out of it and holds for everybody who sends it. What depends on the variables
 * of a request is found out each time.
 */
final class PreparedDocument {
    private final PreparsedDocumentEntry entry;
    private final boolean isSteady;
    private final boolean hasSteadyPages;
    private final Map<String, Object> known = new ConcurrentHashMap<>();

    /** What is found out of an operation. */
    enum Finding {
        ASKED,
        DEPTH,
        COMPLEXITY
    }

    PreparedDocument(PreparsedDocumentEntry entry) {
        this.entry = entry;
        this.isSteady = !contains(entry.getDocument(), PreparedDocument::leavesOut);
        this.hasSteadyPages = !contains(entry.getDocument(), PreparedDocument::sizesAPage);
    }

    /** That of a request; none where its document is not kept. */
    static Optional<PreparedDocument> of(ExecutionContext request) {
        return Optional.ofNullable(request.getGraphQLContext().get(PreparedDocument.class));
    }

    PreparsedDocumentEntry entry() {
        return entry;
    }

    /**
     * Found out once for each operation of the document, where no variable changes it; otherwise again and again. What is
     * refused is not remembered.
     */
    <T> T find(Finding finding, ExecutionContext request, Class<T> type, Supplier<T> find) {
        if (!isSteady || finding == Finding.COMPLEXITY && !hasSteadyPages) {
            return find.get();
        }
        var operation = request.getOperationDefinition().getName();
        return type.cast(known.computeIfAbsent(finding + " " + operation, _ -> find.get()));
    }

    private static boolean contains(Node<?> node, Predicate<Node<?>> asked) {
        return asked.test(node) || node.getChildren().stream().anyMatch(child -> contains(child, asked));
    }

    /** Whether a part is there at all. */
    private static boolean leavesOut(Node<?> node) {
        return node instanceof Directive;
    }

    private static boolean sizesAPage(Node<?> node) {
        return node instanceof Argument argument
                && argument.getName().equals("first")
                && argument.getValue() instanceof VariableReference;
    }
}
