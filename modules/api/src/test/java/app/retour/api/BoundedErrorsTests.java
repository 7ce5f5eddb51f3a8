package app.retour.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.client.GraphQlClient;
import retour.testkit.RetourTest;

@RetourTest
class BoundedErrorsTests {
    @Autowired
    GraphQlClient inProcessGraphQl;

    private int errorsOf(int unknownFields) {
        var fields =
                IntStream.range(0, unknownFields).mapToObj(i -> "nothing" + i).collect(Collectors.joining(" "));
        return inProcessGraphQl
                .document("{ " + fields + " }")
                .executeSync()
                .getErrors()
                .size();
    }

    @Test
    void aDocumentFullOfMistakesIsAnsweredWithItsFirstOnes() {
        assertThat(errorsOf(50)).isEqualTo(BoundedErrors.MOST);
        assertThat(errorsOf(3)).isEqualTo(3);
    }
}
