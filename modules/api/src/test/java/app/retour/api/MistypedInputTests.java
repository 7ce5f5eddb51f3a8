package app.retour.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.TenantId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.client.GraphQlClient;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import retour.testkit.RetourTest;

@RetourTest
class MistypedInputTests {
    private static final Map<String, Object> GOOD = Map.of("name", "Torch");

    @Autowired
    GraphQlClient inProcessGraphQl;

    @Test
    void eachPlaceIsToldWithWhatWouldBeAccepted() {
        var errors = asStaff(Map.of(
                "parcels",
                List.of(
                        GOOD,
                        Map.of("name", 7, "grams", "heavy", "colour", "red"),
                        Map.of("size", "HUGE", "price", "NaN"),
                        Map.of("name", "Tent", "proof", Map.of("photo", "1", "scan", "2")),
                        "Stove"),
                "on",
                "someday"));
        assertThat(errors)
                .extracting(ResponseError::getMessage)
                .containsExactlyInAnyOrder(
                        "$input.parcels.1.colour: There is no field “colour” here; there is name, grams, size, price, proof",
                        "$input.parcels.1.name: Give a text",
                        "$input.parcels.1.grams: Give a whole number from -2147483648 to 2147483647",
                        "$input.parcels.2.name: A value is missing",
                        "$input.parcels.2.size: “HUGE” is none of SMALL, LARGE",
                        "$input.parcels.2.price: Give a decimal number as a text, such as \"19.99\"",
                        "$input.parcels.3.proof: Give exactly one of photo, scan",
                        "$input.parcels.4: Give an object with name, grams, size, price, proof",
                        "$input.on: Give a day such as \"2026-11-23\"");
        assertThat(errors).isNotEmpty().allSatisfy(error -> {
            assertThat(error.getErrorType()).hasToString("ValidationError");
            assertThat(error.getExtensions()).containsEntry("variable", "input").containsKeys("code", "field");
        });
    }

    @Test
    void aMissingOneIsRequiredAndAWrongOneInvalid() {
        assertThat(asStaff(null))
                .singleElement()
                .satisfies(error -> assertThat(error.getExtensions())
                        .containsEntry("code", "REQUIRED")
                        .containsEntry("field", List.of()));
        assertThat(asStaff(Map.of("parcels", 3)))
                .singleElement()
                .satisfies(error -> assertThat(error.getExtensions())
                        .containsEntry("code", "INVALID")
                        .containsEntry("field", List.of("parcels")));
        assertThat(asStaff(Map.of("parcels", Arrays.asList(GOOD, null))))
                .singleElement()
                .satisfies(error -> assertThat(error.getExtensions())
                        .containsEntry("code", "REQUIRED")
                        .containsEntry("field", List.of("parcels", "1")));
    }

    @Test
    void inTheDocumentItselfThePlaceIsNamedToo() {
        var document = "{ weigh(input: {parcels: [{name: \"Torch\"}, {name: \"Tent\", grams: \"heavy\"}]}) }";
        assertThat(Caller.staff(new TenantId(UUID.randomUUID()), UUID.randomUUID(), Set.of())
                        .call(() -> inProcessGraphQl.document(document).executeSync())
                        .getErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.getMessage()).contains("input.parcels[1].grams"));
    }

    @Test
    void whatMeetsItsTypesIsAnsweredAsEver() {
        assertThat(asStaff(Map.of("parcels", List.of(GOOD), "on", "2026-11-23")))
                .isEmpty();
        assertThat(asStaff(Map.of("parcels", GOOD))).isEmpty();
    }

    @Test
    void aThousandWrongPlacesAreToldByTheFirstTwenty() {
        assertThat(asStaff(Map.of("parcels", Collections.nCopies(1_000, Map.of()))))
                .hasSize(20);
    }

    @Test
    void whoIsNotSignedInDoesNotLearnWhatAFieldAccepts() {
        var errors = Caller.anonymous(null).call(() -> ask(Map.of("parcels", List.of(Map.of("colour", "red")))));
        assertThat(errors)
                .singleElement()
                .satisfies(error ->
                        assertThat(error.getMessage()).contains("colour").doesNotContain("grams"));
    }

    private List<ResponseError> asStaff(@Nullable Map<String, ?> input) {
        return Caller.staff(new TenantId(UUID.randomUUID()), UUID.randomUUID(), Set.of())
                .call(() -> ask(input));
    }

    private List<ResponseError> ask(@Nullable Map<String, ?> input) {
        return inProcessGraphQl
                .document("query($input: WeighInput!) { weigh(input: $input) }")
                .variable("input", input)
                .executeSync()
                .getErrors();
    }

    /** Found by the scan of the tests' application. */
    @Controller
    static class Weighing {
        @QueryMapping
        boolean weigh(@Argument Map<String, Object> input) {
            return !input.isEmpty();
        }
    }
}
