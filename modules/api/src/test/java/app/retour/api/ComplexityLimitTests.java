package app.retour.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.client.GraphQlClient;
import retour.testkit.RetourTest;

@RetourTest
class ComplexityLimitTests {
    @Autowired
    GraphQlClient inProcessGraphQl;

    private List<ResponseError> told(int fields, String more) {
        var document = IntStream.range(0, fields)
                .mapToObj("w%d: weigh(input: $in)"::formatted)
                .collect(Collectors.joining(
                        " ", "query($in: WeighInput!) { ...All } fragment All on Query { ", more + " }"));
        return inProcessGraphQl
                .document(document)
                .variable("in", Map.of("parcels", List.of(Map.of("name", "p"))))
                .executeSync()
                .getErrors();
    }

    @Test
    void moreFieldsThanTheLimitAreRefusedWhereverTheyStand() {
        assertThat(told(1_501, ""))
                .singleElement()
                .returns("maximum query complexity exceeded 1501 > 1500", ResponseError::getMessage);
    }

    @Test
    void namesOfTypesAndWhatIsLeftOutCostNothing() {
        assertThat(told(1_500, " __typename left: weigh(input: $in) @include(if: false)"))
                .isEmpty();
    }

    @Test
    void whatEachRowOfAPageIsAskedCountsForEachRow() {
        assertThat(pages(200, 370)).isEmpty();
        assertThat(pages(200, 380))
                .singleElement()
                .returns(
                        "This asks for up to 76401 values, and at most 75000 are given at once: ask for fewer fields, or for"
                                + " smaller pages by `first`",
                        ResponseError::getMessage);
        assertThat(pages(null, 1_490)).as("a page of the usual size").isEmpty();
        assertThat(pages(1_000_000, 370))
                .as("no page is larger than the largest")
                .isEmpty();
    }

    private List<ResponseError> pages(@Nullable Integer first, int fields) {
        var asked = IntStream.range(0, fields).mapToObj("g%d: grams"::formatted).collect(Collectors.joining(" "));
        return inProcessGraphQl
                .document("query($first: Int) { weighings(first: $first) { edges { node { " + asked + " } } } }")
                .variable("first", first)
                .executeSync()
                .getErrors();
    }
}
