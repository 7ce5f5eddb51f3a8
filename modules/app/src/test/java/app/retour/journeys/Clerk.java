package app.retour.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

/** Somebody of the warehouse, with a scanner. */
record Clerk(Shop shop) {
    static Clerk of(Shop shop) {
        return new Clerk(shop.as("WAREHOUSE"));
    }

    /**
     * Counts one unit of each item, finds it as new, and closes.
     *
     * @param code what was scanned
     */
    void receivesOneOfEach(String code) {
        var opened = shop.mutate(
                        "openReceipt",
                        Map.of("code", code, "idempotencyKey", code),
                        "receipt { id return { items { id } } }")
                .at("/receipt");
        var receipt = opened.at("/id").asString();
        var counts = opened.at("/return/items")
                .valueStream()
                .map(item -> Map.of("itemId", item.at("/id").asString(), "quantity", 1))
                .toList();
        var counted = shop.mutate(
                "countItems", Map.of("receiptId", receipt, "counts", counts), "receipt { lines { id received } }");
        assertThat(counted.at("/receipt/lines").findValuesAsString("received")).containsOnly("1");
        List<Map<String, Object>> grades = counted.at("/receipt/lines")
                .valueStream()
                .map(line -> Map.<String, Object>of(
                        "lineId",
                        line.at("/id").asString(),
                        "accepted",
                        1,
                        "grade",
                        "AS_NEW",
                        "disposition",
                        "RESTOCKED"))
                .toList();
        shop.mutate("gradeItems", Map.of("receiptId", receipt, "grades", grades), "receipt { id }");
        shop.mutate("closeReceipt", Map.of("receiptId", receipt), "receipt { closedAt }");
    }
}
