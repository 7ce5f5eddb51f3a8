package app.retour.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.retour.app.security.StartedApplication;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From an import to the mails: no more and no fewer than these. */
@StartedApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MainJobTests {
    private static final String ADA = "ada@example.com";
    private static final Map<String, Object> ALWAYS = Map.of("all", List.of());

    @LocalServerPort
    int port;

    private Shop shop;

    @BeforeAll
    void aMerchantWithOrdersAndRules() {
        shop = Shop.live(port);
        shop.importFile(
                "SHOPIFY_ORDERS",
                new OrderFile()
                        .order("2001", email("day30"), "SHIRT-M", "Linen shirt - M", "59.90", 35)
                        .order("2002", email("day31"), "SHIRT-M", "Linen shirt - M", "59.90", 36)
                        .order("2003", email("defect"), "LAMP-1", "Reading lamp", "149.00", 10)
                        .order("2004", email("outlet"), "OUTLET-7", "Outlet vase", "39.00", 10)
                        .order("2005", email("vip"), "SHIRT-M", "Linen shirt - M", "59.90", 10)
                        .order("2006", email("heavy"), "HEAVY-1", "Oak table", "89.00", 10)
                        .csv());
        shop.mutate(
                "upsertShoppers",
                Map.of("shoppers", List.of(Map.of("email", email("vip"), "tags", List.of("VIP")))),
                "shoppers { id }");
        shop.publish(List.of(
                rule(
                        "Too heavy for the post",
                        all(test("item.sku", "STARTS_WITH", "HEAVY-"), test("item.weight", "GREATER_THAN", "20000")),
                        decide("REJECT", "It is too heavy for the post.")),
                rule(
                        "Outlet is final",
                        all(test("item.sku", "STARTS_WITH", "OUTLET-")),
                        decide("REJECT", "Outlet items cannot be returned.")),
                rule(
                        "Defect or over 100: a person, with a photo",
                        any(
                                test("item.reasonGroup", "EQUALS", "DEFECT"),
                                test("order.value", "GREATER_THAN", "100.00")),
                        Map.of(
                                "decision", Map.of("outcome", "REVIEW"),
                                "evidence", Map.of("photos", 1))),
                rule(
                        "VIP size exchange",
                        all(
                                test("item.reasonGroup", "EQUALS", "SIZE"),
                                test("item.requestedResolution", "EQUALS", "EXCHANGE"),
                                test("shopper.tags", "CONTAINS_ANY", "VIP")),
                        decide("APPROVE", null)),
                rule(
                        "Wrong size, under 100, within 30 days",
                        all(
                                test("item.reasonGroup", "EQUALS", "SIZE"),
                                test("order.value", "LESS_THAN", "100.00"),
                                test("item.daysSinceDelivery", "WITHIN_DAYS", "30")),
                        decide("APPROVE", null)),
                rule("Everything else", ALWAYS, decide("REVIEW", null))));
    }

    @Test
    void aWrongSizeOnDayThirtyIsApprovedAtOnceWithInstructions() {
        var box = box("day30");
        var shopper = ShopperAtThePortal.proving(shop, "2001", box.address());
        var asked = shopper.request("SHIRT-M", "too_small", Map.of("resolution", "REFUND"));
        assertThat(asked.at("/headline").asString()).isEqualTo("APPROVED");

        var mail = box.awaitMail("approved");
        var rma = asked.at("/rmaNumber").asString();
        assertThat(mail.subject()).isEqualTo("Return %s approved: how to send it back".formatted(rma));
        assertThat(mail.text())
                .startsWith("Your return %s for order".formatted(rma))
                .contains(
                        "1 × Linen shirt",
                        "Mill Lane 4",
                        Shop.CONTACT,
                        "/r/" + shop.merchant().slug() + "/s/rl1.");
        settled();
        assertThat(box.subjects()).containsExactly(mail.subject());
        assertThat(teamMailAbout(rma)).isEmpty();
        assertThat(shopper.messages(asked.at("/id").asString())).containsExactly(mail.subject());
        assertThat(shop.messages(asked.at("/id").asString()).findValuesAsString("state"))
                .containsExactlyInAnyOrder("SKIPPED", "SENT");
    }

    @Test
    void theLinkOfTheMailOpensTheReturnWithoutAsking() {
        var box = box("day30link");
        shop.importFile(
                "SHOPIFY_ORDERS",
                new OrderFile()
                        .order("2101", box.address(), "SHIRT-M", "Linen shirt - M", "59.90", 10)
                        .csv());
        ShopperAtThePortal.proving(shop, "2101", box.address())
                .request("SHIRT-M", "too_small", Map.of("resolution", "REFUND"));
        var link = box.awaitMail("approved")
                .text()
                .lines()
                .filter(line -> line.contains("/s/rl1."))
                .findFirst()
                .orElseThrow();

        var browser = new app.retour.app.security.Browser(port);
        var opened = browser.get(link.substring(link.indexOf("/r/")));
        assertThat(opened.status()).as(opened.body()).isBetween(300, 399);
        var page = browser.get(java.net.URI.create(opened.header("Location")).getRawPath());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("R-");
    }

    @Test
    void dayThirtyOneGoesToAPerson() {
        var box = box("day31");
        var asked = ShopperAtThePortal.proving(shop, "2002", box.address())
                .request("SHIRT-M", "too_small", Map.of("resolution", "REFUND"));
        var rma = asked.at("/rmaNumber").asString();
        assertThat(asked.at("/headline").asString()).isEqualTo("PENDING_REVIEW");

        box.awaitMail("we have your request");
        shop.team().awaitMail(rma);
        settled();
        assertThat(box.subjects()).containsExactly("Return %s: we have your request".formatted(rma));
        assertThat(teamMailAbout(rma)).hasSize(1);
    }

    @Test
    void aDefectNeedsAPhotoThenAPersonAndThenGoesAhead() throws IOException {
        var box = box("defect");
        var shopper = ShopperAtThePortal.proving(shop, "2003", box.address());
        var asked = shopper.request("LAMP-1", "defective", Map.of("resolution", "REFUND"));
        var rma = asked.at("/rmaNumber").asString();
        var id = asked.at("/id").asString();
        assertThat(asked.at("/headline").asString()).isEqualTo("ACTION_NEEDED");
        assertThat(box.awaitMail("a photo is needed").text()).contains("Add a photo");

        shopper.givePhoto(id, asked.at("/items/0/id").asString(), png());
        shop.team().awaitMail(rma);
        var seen = shop.ask("query($id: ID!) { return(id: $id) { version headline items { id } } }", Map.of("id", id))
                .at("/return");
        assertThat(seen.at("/headline").asString()).isEqualTo("PENDING_REVIEW");
        shop.mutate(
                "approveItems",
                Map.of(
                        "returnId", id,
                        "version", seen.at("/version").asInt(),
                        "items", List.of(Map.of("itemId", seen.at("/items/0/id").asString()))),
                "return { headline }");
        box.awaitMail("approved");
        settled();
        assertThat(box.subjects())
                .containsExactly(
                        "Return %s: a photo is needed".formatted(rma),
                        "Return %s approved: how to send it back".formatted(rma));
        assertThat(teamMailAbout(rma)).hasSize(1);
    }

    @Test
    void whatTheRulesRefuseIsToldWithItsReason() {
        var box = box("outlet");
        var asked = ShopperAtThePortal.proving(shop, "2004", box.address())
                .request("OUTLET-7", "changed_mind", Map.of("resolution", "REFUND"));
        var rma = asked.at("/rmaNumber").asString();
        assertThat(asked.at("/headline").asString()).isEqualTo("REJECTED");

        assertThat(box.awaitMail(rma).text()).contains("Outlet items cannot be returned.");
        settled();
        assertThat(box.subjects()).containsExactly("Return %s: we cannot accept it".formatted(rma));
        assertThat(teamMailAbout(rma)).isEmpty();
    }

    @Test
    void anUnknownFactGoesToAPersonAndIsNamed() {
        var box = box("heavy");
        var asked = ShopperAtThePortal.proving(shop, "2006", box.address())
                .request("HEAVY-1", "changed_mind", Map.of("resolution", "REFUND"));
        var rma = asked.at("/rmaNumber").asString();

        assertThat(shop.team().awaitMail(rma).text()).containsIgnoringCase("weight");
        assertThat(shop.ask(
                                "query($id: ID!) { return(id: $id) { because } }",
                                Map.of("id", asked.at("/id").asString()))
                        .toString())
                .containsIgnoringCase("weight")
                .contains("Too heavy for the post");
        settled();
        assertThat(box.subjects()).containsExactly("Return %s: we have your request".formatted(rma));
        assertThat(teamMailAbout(rma)).hasSize(1);
    }

    /** Nothing waits any more, so that what has not arrived never will. */
    private void settled() {
        await().atMost(Duration.ofSeconds(30))
                .during(Duration.ofMillis(1500))
                .until(() -> shop.ask("{ notificationCounts { waiting failed } }", Map.of())
                                .at("/notificationCounts/waiting")
                                .asInt()
                        == 0);
    }

    private List<String> teamMailAbout(String rma) {
        return shop.team().subjects().stream()
                .filter(subject -> subject.contains(rma + " "))
                .toList();
    }

    private Letterbox box(String who) {
        return new Letterbox(email(who));
    }

    private String email(String who) {
        return who + "+" + shop.merchant().slug() + "-" + ADA;
    }

    private static byte[] png() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private static Map<String, Object> rule(String name, Map<String, Object> when, Map<String, Object> then) {
        return Map.of("name", name, "when", when, "then", then);
    }

    private static Map<String, Object> decide(String outcome, @org.jspecify.annotations.Nullable String reason) {
        return Map.of(
                "decision",
                reason == null ? Map.of("outcome", outcome) : Map.of("outcome", outcome, "shopperReason", reason));
    }

    @SafeVarargs
    private static Map<String, Object> all(Map<String, Object>... conditions) {
        return Map.of("all", List.of(conditions));
    }

    @SafeVarargs
    private static Map<String, Object> any(Map<String, Object>... conditions) {
        return Map.of("any", List.of(conditions));
    }

    private static Map<String, Object> test(String fact, String operator, String value) {
        return Map.of("test", Map.of("fact", fact, "operator", operator, "values", List.of(value)));
    }
}
