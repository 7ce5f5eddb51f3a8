package app.retour.journeys;

import static app.retour.app.security.Browser.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.retour.app.security.Browser;
import app.retour.app.security.StartedApplication;
import app.retour.journeys.OrderFile.Line;
import app.retour.journeys.portal.Shopper;
import java.awt.Color;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The hard case: defective and dear. A person sees photos and decides; the parcel, the goods and the money follow. */
@StartedApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManualReviewTests {
    private static final String SEEN =
            "id rmaNumber version headline items { id title decision photos { path } } refunds { id state amount { amount } }";

    @LocalServerPort
    int port;

    private Shop shop;
    private Carrier easyPost;

    @BeforeAll
    void aMerchantWithDearLamps() {
        shop = Shop.live(port);
        var lamp = new Line("LAMP-1", "Reading lamp", "149.00");
        var shade = new Line("SHADE-1", "Glass shade", "59.00");
        shop.importFile(
                "SHOPIFY_ORDERS",
                new OrderFile()
                        .order("4001", shop.email("photos"), 10, LocalTime.NOON, lamp, shade)
                        .order("4002", shop.email("later"), 10, LocalTime.NOON, lamp)
                        .order("4003", shop.email("other"), 10, LocalTime.NOON, lamp)
                        .csv());
        shop.publishRecipes();
        easyPost = Carrier.of(shop);
    }

    @Test
    void photosThenAPersonThenParcelGoodsAndMoney() {
        var box = shop.box("photos");
        var shopper = Shopper.of(port, shop.merchant().slug());
        var id = asksWithPhotos(shopper, box.address());
        var agent = shop.as("AGENT");
        var asked = agent.found(id, SEEN);
        var rma = asked.at("/rmaNumber").asString();
        assertThat(asked.at("/headline").asString()).isEqualTo("PENDING_REVIEW");
        assertThat(box.awaitMail("we have your request").text()).contains("Reading lamp", "Glass shade");
        assertThat(shop.team().awaitMail(rma).subject()).startsWith("Review wanted");
        var lamp = item(asked, "Reading lamp");
        var shade = item(asked, "Glass shade");
        assertThat(pictures(agent, lamp)).singleElement().matches(seen -> DrawnPhoto.shows(seen, Color.ORANGE));
        assertThat(pictures(agent, shade)).singleElement().matches(seen -> DrawnPhoto.shows(seen, Color.BLUE));
        onlyTheShopperAndTheTeamSee(lamp.at("/photos/0/path").asString(), shopper);

        agent.mutate(
                "askForEvidence",
                Map.of(
                        "returnId",
                        id,
                        "version",
                        asked.at("/version").asInt(),
                        "itemIds",
                        List.of(lamp.at("/id").asString()),
                        "photos",
                        1,
                        "message",
                        "Please show us the label under the foot."),
                "return { headline }");
        assertThat(box.awaitMail("a photo is needed").text()).contains("the label under the foot");
        var page = shopper.open("/returns/" + id);
        var field = page.document().select("#evidence input[type=file]").attr("name");
        page.submit("#evidence form", Map.of(), Map.of(field, List.of(DrawnPhoto.of(Color.GREEN, "jpg"))));
        await().atMost(Duration.ofMinutes(3))
                .until(() -> shop.teamMailAbout(rma).size() == 2);
        var again = agent.found(id, SEEN);
        assertThat(pictures(agent, item(again, "Reading lamp")))
                .hasSize(2)
                .anyMatch(seen -> DrawnPhoto.shows(seen, Color.GREEN));

        var partly = approve(agent, again, item(again, "Reading lamp"));
        assertThat(item(partly, "Glass shade").at("/decision").asString()).isEqualTo("IN_REVIEW");
        assertThat(item(partly, "Reading lamp").at("/decision").asString()).isEqualTo("APPROVED");
        var whole = approve(agent, partly, item(partly, "Glass shade"));
        assertThat(whole.at("/headline").asString()).isEqualTo("APPROVED");
        box.awaitMail("approved");

        travels(shopper, id, box);
        Clerk.of(shop).receivesOneOfEach(rma.toLowerCase(Locale.ROOT));
        box.awaitMail("we have received");
        paid(agent, id);
        assertThat(box.awaitMail("Refund issued").text()).contains("208.00");
        shop.settled();
        assertThat(box.subjects())
                .containsExactly(
                        "Return %s: we have your request".formatted(rma),
                        "Return %s: a photo is needed".formatted(rma),
                        "Return %s approved: how to send it back".formatted(rma),
                        "Return %s is on its way to us".formatted(rma),
                        "Return %s has reached us".formatted(rma),
                        "Return %s: we have received your items".formatted(rma),
                        "Refund issued: €208.00 for return %s".formatted(rma));
        assertThat(shop.teamMailAbout(rma)).hasSize(2);
    }

    private static String asksWithPhotos(Shopper shopper, String email) {
        var evidence = shopper.find("4001", email)
                .pick("Reading lamp", "Glass shade")
                .because("defect", "It crackles and goes dark.");
        var next = evidence.submit(
                "form", Map.of("then", "next"), Map.of("photos", List.of(DrawnPhoto.of(Color.ORANGE, "png"))));
        var check = next.because("defect", "Broken at the rim.")
                .submit("form", Map.of("then", "next"), Map.of("photos", List.of(DrawnPhoto.of(Color.BLUE, "jpg"))));
        var decision = check.submit(Map.of());
        assertThat(decision.document().select(".hero.is-in_review"))
                .as(decision.text())
                .isNotEmpty();
        return decision.path().split("/")[2];
    }

    private void onlyTheShopperAndTheTeamSee(String path, Shopper shopper) {
        assertThat(new Browser(port).get(path).status()).isEqualTo(404);
        assertThat(Shop.live(port).fetch(path).statusCode()).isEqualTo(404);
        var another = Shopper.of(port, shop.merchant().slug());
        another.find("4003", shop.email("other"));
        var file = "http://localhost:%d/r/%s%s".formatted(port, shop.merchant().slug(), path);
        assertThat(another.fetch(file).statusCode()).isEqualTo(404);
        assertThat(shopper.fetch(file).statusCode()).isEqualTo(200);
    }

    private static JsonNode approve(Shop agent, JsonNode seen, JsonNode item) {
        return agent.mutate(
                        "approveItems",
                        Map.of(
                                "returnId", seen.at("/id").asString(),
                                "version", seen.at("/version").asInt(),
                                "items", List.of(Map.of("itemId", item.at("/id").asString()))),
                        "return { %s }".formatted(SEEN))
                .at("/return");
    }

    private void travels(Shopper shopper, String id, Letterbox box) {
        var number = "00340434161094015902";
        shopper.open("/returns/" + id).submit("#parcel form", Map.of("tracking", number, "carrier", "DHL"), Map.of());
        assertThat(easyPost.forges(number, "delivered")).isEqualTo(401);
        easyPost.tells(number, "in_transit", 2);
        box.awaitMail("on its way");
        assertThat(shop.found(id, "headline").at("/headline").asString()).isEqualTo("ON_ITS_WAY");
        easyPost.tells(number, "delivered", 2);
        box.awaitMail("has reached us");
        assertThat(shop.found(id, "headline").at("/headline").asString()).isEqualTo("DELIVERED_TO_US");
    }

    /** By hand, and said twice. */
    private static void paid(Shop agent, String id) {
        var due = agent.found(id, SEEN).at("/refunds");
        assertThat(due.size()).isEqualTo(1);
        assertThat(due.at("/0/state").asString()).isEqualTo("DUE");
        assertThat(due.at("/0/amount/amount").asString()).isEqualTo("208.00");
        for (var times = 0; times < 2; times++) {
            agent.mutate(
                    "markRefundPaid",
                    Map.of("refundId", due.at("/0/id").asString(), "reference", "SEPA 77", "idempotencyKey", "paid"),
                    "refund { state reference }");
        }
        assertThat(agent.found(id, "headline").at("/headline").asString()).isEqualTo("REFUNDED");
    }

    @Test
    void whoSkipsThePhotosIsAskedByMailAndThenAPersonLooks() {
        var box = shop.box("later");
        var shopper = Shopper.of(port, shop.merchant().slug());
        var decision = shopper.find("4002", box.address())
                .pick("Reading lamp")
                .because("defect", "")
                .submit(Map.of("then", "skip"))
                .submit(Map.of());
        var id = decision.path().split("/")[2];
        assertThat(shop.found(id, "headline").at("/headline").asString()).isEqualTo("ACTION_NEEDED");
        var rma = shop.found(id, "rmaNumber").at("/rmaNumber").asString();
        assertThat(box.awaitMail("a photo is needed").text()).contains("Add a photo");
        assertThat(shop.teamMailAbout(rma)).isEmpty();

        var field = decision.document().select("#evidence input[type=file]").attr("name");
        decision.submit("#evidence form", Map.of(), Map.of(field, List.of(DrawnPhoto.of(Color.RED, "png"))));
        shop.team().awaitMail(rma);
        var seen = shop.found(id, SEEN);
        assertThat(seen.at("/headline").asString()).isEqualTo("PENDING_REVIEW");
        approve(shop, seen, seen.at("/items/0"));
        box.awaitMail("approved");
        shop.settled();
        assertThat(box.subjects())
                .containsExactly(
                        "Return %s: a photo is needed".formatted(rma),
                        "Return %s approved: how to send it back".formatted(rma));
        assertThat(shop.teamMailAbout(rma)).hasSize(1);
    }

    private static List<byte[]> pictures(Shop viewer, JsonNode item) {
        var pictures = new ArrayList<byte[]>();
        for (var photo : item.at("/photos")) {
            var answer = viewer.fetch(photo.at("/path").asString());
            assertThat(answer.statusCode()).as(JSON.writeValueAsString(photo)).isEqualTo(200);
            pictures.add(answer.body());
        }
        return pictures;
    }

    private static JsonNode item(JsonNode found, String title) {
        return found.at("/items")
                .valueStream()
                .filter(item -> item.at("/title").asString().equals(title))
                .findFirst()
                .orElseThrow();
    }
}
