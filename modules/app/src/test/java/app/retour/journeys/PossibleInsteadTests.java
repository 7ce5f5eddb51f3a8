package app.retour.journeys;

import static app.retour.journeys.WrittenRules.ALWAYS;
import static app.retour.journeys.WrittenRules.all;
import static app.retour.journeys.WrittenRules.decide;
import static app.retour.journeys.WrittenRules.rule;
import static app.retour.journeys.WrittenRules.test;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.app.security.StartedApplication;
import app.retour.journeys.OrderFile.Line;
import app.retour.journeys.portal.Shopper;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Too late for their money back, not for another size: they are told so, and it is true. */
@StartedApplication
class PossibleInsteadTests {
    private static final Line SHIRT = new Line("SHIRT-M", "Linen shirt - M", "59.90");

    @LocalServerPort
    int port;

    @Test
    void whoIsRefusedReadsWhatIsStillPossibleUntilWhenAndGetsItWhenTheyAsk() {
        var shop = Shop.live(port);
        shop.importFile("SHOPIFY_PRODUCTS", """
                Handle,Title,Vendor,Type,Tags,Option1 Name,Option1 Value,Variant SKU,Variant Grams,Variant Price
                linen-shirt,Linen shirt,Lumen,Shirts,linen,Size,M,SHIRT-M,240,59.90
                linen-shirt,,,,,,L,SHIRT-L,250,59.90
                """);
        shop.importFile(
                "SHOPIFY_ORDERS",
                new OrderFile()
                        .order("3101", shop.email("late"), 45, LocalTime.NOON, SHIRT)
                        .csv());
        shop.publish(List.of(
                rule("Refunds", within("REFUND", 30), decide("APPROVE", null)),
                rule("Swaps", within("EXCHANGE", 60), decide("APPROVE", null)),
                rule("Late", ALWAYS, decide("REJECT", "Refunds end after 30 days."))));

        var found = Shopper.of(port, shop.merchant().slug()).find("3101", shop.email("late"));
        var check = ask(found, "REFUND");
        assertThat(check.text()).as("nothing of the decision before it").doesNotContain("possible until", "30 days.");
        var days = days(check.text());
        var refused = check.submit(Map.of());
        var id = refused.path().split("/")[2];
        var until = LocalDate.parse(shop.found(id, "items { stillPossible { resolution until } }")
                .at("/items/0/stillPossible/0/until")
                .asString());
        assertThat(refused.title()).isEqualTo("Not this time");
        assertThat(refused.text())
                .contains(
                        "Refunds end after 30 days.",
                        "An exchange is possible until ",
                        String.valueOf(until.getYear()));
        assertThat(refused.follow("a.button.wide").text()).contains("An exchange is possible until ");
        var asked = LocalDate.parse(
                shop.found(id, "requestedAt").at("/requestedAt").asString().substring(0, 10));
        assertThat(until).isBetween(asked.plusDays(59 - days), asked.plusDays(61 - days));

        var swap = ask(refused.follow(".possible a"), "EXCHANGE").submit(Map.of());
        assertThat(swap.title()).as("the promise is kept").isEqualTo("Approved");
        assertThat(shop.found(id, "items { stillPossible { resolution } }")
                        .at("/items/0/stillPossible")
                        .size())
                .as("the shirt is on its way back already")
                .isZero();
    }

    private static Shopper.Page ask(Shopper.Page items, String resolution) {
        var page = items.pick("Linen shirt").because("too_small", "");
        var variant = page.document().select("select[name=variant] option[value]:not([value=''])");
        return page.submit(
                resolution.equals("EXCHANGE")
                        ? Map.of("resolution", resolution, "variant", variant.attr("value"))
                        : Map.of("resolution", resolution));
    }

    private static Map<String, Object> within(String resolution, int days) {
        return all(
                test("item.requestedResolution", "EQUALS", resolution),
                test("item.daysSinceDelivery", "WITHIN_DAYS", String.valueOf(days)));
    }

    private static int days(String page) {
        var found = Pattern.compile("(\\d+) days").matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return Integer.parseInt(found.group(1));
    }
}
