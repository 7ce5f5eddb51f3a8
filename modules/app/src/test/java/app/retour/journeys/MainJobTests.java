package app.retour.journeys;

import static app.retour.journeys.WrittenRules.ALWAYS;
import static app.retour.journeys.WrittenRules.all;
import static app.retour.journeys.WrittenRules.any;
import static app.retour.journeys.WrittenRules.decide;
import static app.retour.journeys.WrittenRules.rule;
import static app.retour.journeys.WrittenRules.test;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.app.security.Browser;
import app.retour.app.security.StartedApplication;
import app.retour.journeys.OrderFile.Line;
import java.net.URI;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From an import to the mails: no more and no fewer than these. */
@StartedApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MainJobTests {
    @LocalServerPort
    int port;

    private Shop shop;

    @BeforeAll
    void aMerchantWithOrdersAndRules() {
        shop = Shop.live(port);
        shop.importFile(
                "SHOPIFY_ORDERS",
                new OrderFile()
                        // Five days on the road are assumed. Elsewhere it was still the day before, day 31.
                        .order("2001", email("day30"), 35, LocalTime.of(0, 10), shirt("59.90"))
                        .order("2002", email("day31"), 36, LocalTime.of(23, 50), shirt("59.90"))
                        .order("2003", email("hundred"), 10, LocalTime.NOON, shirt("100.00"))
                        .order("2004", email("outlet"), "OUTLET-7", "Outlet vase", "39.00", 10)
                        .order("2005", email("cent-less"), 10, LocalTime.NOON, shirt("99.99"))
                        .order("2006", email("heavy"), "HEAVY-1", "Oak table", "89.00", 10)
                        .order("2007", email("cent-more"), 10, LocalTime.NOON, shirt("100.01"))
                        .csv());
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
                        "/r/" + shop.merchant().slug() + "/s/rl2.");
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
                .filter(line -> line.contains("/s/rl2."))
                .findFirst()
                .orElseThrow();

        var browser = new Browser(port);
        var opened = browser.get(link.substring(link.indexOf("/r/")));
        assertThat(opened.status()).as(opened.body()).isBetween(300, 399);
        var page = browser.get(URI.create(opened.header("Location")).getRawPath());
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
    void aHundredIsNeitherOverNorUnderAndGoesToAPerson() {
        var box = box("hundred");
        var asked = ShopperAtThePortal.proving(shop, "2003", box.address())
                .request("SHIRT-M", "too_small", Map.of("resolution", "REFUND"));
        var rma = asked.at("/rmaNumber").asString();
        assertThat(asked.at("/headline").asString()).isEqualTo("PENDING_REVIEW");
        assertThat(shop.found(asked.at("/id").asString(), "because").toString())
                .contains("Everything else")
                .doesNotContain("Defect", "Wrong size");

        box.awaitMail("we have your request");
        shop.team().awaitMail(rma);
        settled();
        assertThat(box.subjects()).containsExactly("Return %s: we have your request".formatted(rma));
        assertThat(teamMailAbout(rma)).hasSize(1);
    }

    @Test
    void aCentLessIsApprovedAndACentMoreWantsAPhoto() {
        var less = ShopperAtThePortal.proving(shop, "2005", email("cent-less"))
                .request("SHIRT-M", "too_small", Map.of("resolution", "REFUND"));
        assertThat(less.at("/headline").asString()).isEqualTo("APPROVED");
        var more = ShopperAtThePortal.proving(shop, "2007", email("cent-more"))
                .request("SHIRT-M", "too_small", Map.of("resolution", "REFUND"));
        assertThat(more.at("/headline").asString()).isEqualTo("ACTION_NEEDED");
        box("cent-less").awaitMail("approved");
        box("cent-more").awaitMail("a photo is needed");
        settled();
        assertThat(box("cent-less").subjects()).hasSize(1);
        assertThat(box("cent-more").subjects()).hasSize(1);
        assertThat(teamMailAbout(less.at("/rmaNumber").asString())).isEmpty();
        assertThat(teamMailAbout(more.at("/rmaNumber").asString())).isEmpty();
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

    private static Line shirt(String price) {
        return new Line("SHIRT-M", "Linen shirt - M", price);
    }

    private void settled() {
        shop.settled();
    }

    private List<String> teamMailAbout(String rma) {
        return shop.teamMailAbout(rma);
    }

    private Letterbox box(String who) {
        return shop.box(who);
    }

    private String email(String who) {
        return shop.email(who);
    }
}
