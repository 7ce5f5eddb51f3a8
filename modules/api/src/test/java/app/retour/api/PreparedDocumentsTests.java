package app.retour.api;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.GraphqlErrorBuilder;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.parser.Parser;
import org.junit.jupiter.api.Test;

class PreparedDocumentsTests {
    private final PreparedDocuments documents = new PreparedDocuments();
    private int prepared;

    @Test
    void aDocumentIsPreparedOnceHoweverOftenItIsSent() {
        var text = "query($n: Int) { returns(first: $n) { edges { node { id } } } }";
        var first = send(text);
        assertThat(send(text)).isSameAs(first);
        assertThat(prepared).isEqualTo(1);
        send(text + " ");
        assertThat(prepared).isEqualTo(2);
    }

    @Test
    void oneThatHoldsWordsLeavesNoneHere() {
        var text = "{ orders(email: \"ada@shopper.example\") { id } }";
        send(text);
        send(text);
        assertThat(prepared).isEqualTo(2);
    }

    @Test
    void oneThatIsRefusedIsToldWhyEachTime() {
        for (var time = 1; time <= 2; time++) {
            var entry = documents
                    .getDocumentAsync(input("{ nothing }"), _ -> {
                        prepared++;
                        return new PreparsedDocumentEntry(GraphqlErrorBuilder.newError()
                                .message("no such field")
                                .build());
                    })
                    .join();
            assertThat(entry.hasErrors()).isTrue();
            assertThat(prepared).isEqualTo(time);
        }
    }

    @Test
    void oneOfExtremeLengthIsNotKept() {
        var text = "{ id" + " ".repeat(10_000) + "}";
        send(text);
        send(text);
        assertThat(prepared).isEqualTo(2);
    }

    /** Whoever tells what is wrong with the variables has to look at it. */
    @Test
    void itIsAtHandForEachRequest() {
        var text = "{ id }";
        for (var time = 0; time < 2; time++) {
            var input = input(text);
            var entry = documents.getDocumentAsync(input, this::prepare).join();
            assertThat(input.getGraphQLContext().<Document>get(Document.class)).isSameAs(entry.getDocument());
        }
    }

    private PreparsedDocumentEntry send(String text) {
        return documents.getDocumentAsync(input(text), this::prepare).join();
    }

    private PreparsedDocumentEntry prepare(ExecutionInput input) {
        prepared++;
        return new PreparsedDocumentEntry(Parser.parse(input.getQuery()));
    }

    private static ExecutionInput input(String text) {
        return ExecutionInput.newExecutionInput(text).build();
    }
}
