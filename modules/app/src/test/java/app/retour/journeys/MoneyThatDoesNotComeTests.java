package app.retour.journeys;

import static app.retour.journeys.WrittenRules.ALWAYS;
import static app.retour.journeys.WrittenRules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.app.security.StartedApplication;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Whoever gets no money is not told of any: not by mail, and nobody can pay it by mistake. */
@StartedApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MoneyThatDoesNotComeTests {
    private static final String SEEN = "id rmaNumber version headline items { id decision } refunds { id state }";

    @LocalServerPort
    int port;

    private Shop shop;

    @BeforeAll
    void aMerchantWhoPaysAtApproval() {
        shop = Shop.live(port);
        shop.publish(List.of(rule(
                "Trusted shoppers are paid at once",
                ALWAYS,
                Map.of("decision", Map.of("outcome", "APPROVE"), "refundMoment", "APPROVAL"))));
    }

    @Test
    void whatAPersonRejectsBeforeItIsPaidIsToldAsRejectedAndNothingElse() {
        sold("6001", "rejected", "PAID", "20.00");
        var asked = asks("6001", "rejected");
        assertThat(asked.at("/refunds/0/state").asString()).isEqualTo("DUE");
        var box = shop.box("rejected");
        box.awaitMail("approved");
        shop.mutate(
                "rejectItems",
                Map.of(
                        "returnId", asked.at("/id").asString(),
                        "version", asked.at("/version").asInt(),
                        "items",
                                List.of(Map.of("itemId", asked.at("/items/0/id").asString())),
                        "reason", "The seal is broken."),
                "return { headline }");
        assertThat(refused(asked)).isPositive();
        box.awaitMail("cannot accept");
        shop.settled();
        assertThat(box.subjects()).hasSize(2).noneMatch(subject -> subject.contains("Refund"));
        assertThat(found(asked).at("/refunds/0/state").asString()).isEqualTo("CANCELED");
    }

    @Test
    void whatWasNeverPaidReducesTheBillAndNoRefundIsIssued() {
        sold("6002", "unpaid", "UNPAID", "20.00");
        var asked = asks("6002", "unpaid");
        assertThat(refused(asked)).isPositive();
        shop.settled();
        assertThat(shop.box("unpaid").subjects()).noneMatch(subject -> subject.contains("Refund"));
        assertThat(found(asked).at("/refunds/0/state").asString()).isNotEqualTo("ISSUED");
    }

    @Test
    void aGiftThatCostNothingIsBookedInAndNoMoneyIsSpokenOf() {
        sold("6003", "gift", "PAID", "0.00");
        var asked = asks("6003", "gift");
        Clerk.of(shop).receivesOneOfEach(asked.at("/rmaNumber").asString());
        shop.box("gift").awaitMail("we have received");
        shop.settled();
        assertThat(shop.box("gift").subjects()).noneMatch(subject -> subject.contains("Refund"));
        assertThat(found(asked).at("/refunds").size()).isZero();
        assertThat(found(asked).at("/headline").asString()).isEqualTo("COMPLETED");
    }

    private void sold(String number, String who, String payment, String price) {
        var sent = Instant.now().minus(10, ChronoUnit.DAYS).toString();
        shop.mutate(
                "upsertOrders",
                Map.of(
                        "orders",
                        List.of(Map.ofEntries(
                                Map.entry("externalId", "ext-" + number),
                                Map.entry("number", number),
                                Map.entry("email", shop.email(who)),
                                Map.entry("placedAt", sent),
                                Map.entry("fulfilledAt", sent),
                                Map.entry("currencyCode", "EUR"),
                                Map.entry("total", price),
                                Map.entry("payment", payment),
                                Map.entry("shippingCountry", "US"),
                                Map.entry("tenders", List.of(tender(payment, price))),
                                Map.entry(
                                        "lines",
                                        List.of(Map.of(
                                                "sku",
                                                "SHIRT-M",
                                                "title",
                                                "Linen shirt",
                                                "quantity",
                                                1,
                                                "fulfilledQuantity",
                                                1,
                                                "unitPrice",
                                                price,
                                                "paid",
                                                price)))))),
                "orders { id }");
    }

    private static Map<String, Object> tender(String payment, String price) {
        var card = Map.<String, Object>of("id", "card", "kind", "CARD", "label", "Visa");
        return payment.equals("PAID") ? Map.of("id", "card", "kind", "CARD", "label", "Visa", "amount", price) : card;
    }

    private JsonNode asks(String number, String who) {
        var id = ShopperAtThePortal.proving(shop, number, shop.email(who))
                .request("SHIRT-M", "too_small", Map.of("resolution", "REFUND"))
                .at("/id")
                .asString();
        return shop.found(id, SEEN);
    }

    private JsonNode found(JsonNode asked) {
        return shop.found(asked.at("/id").asString(), SEEN);
    }

    /** How many errors it is answered with to say that the first refund was paid. */
    private int refused(JsonNode asked) {
        return shop.staff()
                .mutate(
                        "markRefundPaid",
                        Map.of(
                                "refundId",
                                asked.at("/refunds/0/id").asString(),
                                "reference",
                                "SEPA 1",
                                "idempotencyKey",
                                "paid-" + asked.at("/rmaNumber").asString()),
                        "refund { state }")
                .at("/userErrors")
                .size();
    }
}
