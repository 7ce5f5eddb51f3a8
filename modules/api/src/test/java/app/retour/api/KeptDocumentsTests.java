package app.retour.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.client.GraphQlClient;
import retour.testkit.RetourTest;

/** A document that was admitted once is judged for each who sends it, with their variables. */
@RetourTest
class KeptDocumentsTests {
    private static final Caller STAFF = Caller.staff(new TenantId(UUID.randomUUID()), UUID.randomUUID(), Set.of());
    private static final Caller ANYBODY = Caller.anonymous(null);

    @Autowired
    GraphQlClient inProcessGraphQl;

    @Test
    void whatStaffMayAskForIsRefusedToAnybodyElse() {
        var document = "query Kept { here explode }";
        assertThat(told(STAFF, document, Map.of())).doesNotContain("Sign in to ask for this");
        assertThat(told(ANYBODY, document, Map.of())).containsExactly("Sign in to ask for this");
        assertThat(told(STAFF, document, Map.of())).doesNotContain("Sign in to ask for this");
    }

    @Test
    void aFieldThatAVariableLetsInIsJudgedWithIt() {
        var document = "query($all: Boolean!) { here explode @include(if: $all) }";
        assertThat(told(ANYBODY, document, Map.of("all", false))).isEmpty();
        assertThat(told(ANYBODY, document, Map.of("all", true))).containsExactly("Sign in to ask for this");
    }

    @Test
    void aPageThatAVariableMakesLargerIsCountedWithIt() {
        var asked = IntStream.range(0, 380).mapToObj("g%d: grams"::formatted).collect(Collectors.joining(" "));
        var document = "query($first: Int) { weighings(first: $first) { edges { node { " + asked + " } } } }";
        assertThat(told(ANYBODY, document, Map.of("first", 1))).isEmpty();
        assertThat(told(ANYBODY, document, Map.of("first", 200)))
                .singleElement()
                .asString()
                .startsWith("This asks for up to 76401 values");
    }

    @Test
    void eachOperationOfADocumentIsJudgedByItself() {
        var document = "query Open { here } query Closed { explode }";
        assertThat(told(ANYBODY, document, "Open", Map.of())).isEmpty();
        assertThat(told(ANYBODY, document, "Closed", Map.of())).containsExactly("Sign in to ask for this");
    }

    @Test
    void oneThatIsTooDeepIsRefusedEachTime() {
        var document = "{ __schema { types { fields { type { " + "ofType { ".repeat(14) + "name " + "} ".repeat(14)
                + "} } } } }";
        for (var time = 0; time < 2; time++) {
            assertThat(told(STAFF, document, Map.of()))
                    .singleElement()
                    .asString()
                    .contains("depth");
        }
    }

    private List<String> told(Caller caller, String document, Map<String, Object> variables) {
        return caller
                .call(() -> inProcessGraphQl
                        .document(document)
                        .variables(variables)
                        .executeSync()
                        .getErrors())
                .stream()
                .map(ResponseError::getMessage)
                .toList();
    }

    private List<String> told(Caller caller, String document, String operation, Map<String, Object> variables) {
        return caller
                .call(() -> inProcessGraphQl
                        .document(document)
                        .operationName(operation)
                        .variables(variables)
                        .executeSync()
                        .getErrors())
                .stream()
                .map(ResponseError::getMessage)
                .toList();
    }
}
