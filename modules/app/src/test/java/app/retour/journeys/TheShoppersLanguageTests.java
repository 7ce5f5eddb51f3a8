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
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An English shop refuses three shoppers by one rule: each reads why, and what is still possible, as they can. */
@StartedApplication
class TheShoppersLanguageTests {
    private static final Line SHIRT = new Line("SHIRT-M", "Linen shirt - M", "59.90");

    @LocalServerPort
    int port;

    @Test
    void aRefusedShopperReadsTheReasonAndWhatIsStillPossibleInTheirLanguage() {
        var shop = Shop.live(port);
        shop.importFile("SHOPIFY_PRODUCTS", """
                Handle,Title,Vendor,Type,Tags,Option1 Name,Option1 Value,Variant SKU,Variant Grams,Variant Price
                linen-shirt,Linen shirt,Lumen,Shirts,linen,Size,M,SHIRT-M,240,59.90
                linen-shirt,,,,,,L,SHIRT-L,250,59.90
                """);
        var orders = new OrderFile();
        Stream.of("3201", "3202", "3203")
                .forEach(number -> orders.order(number, shop.email("late"), 45, LocalTime.NOON, SHIRT));
        shop.importFile("SHOPIFY_ORDERS", orders.csv());
        var late = Map.<String, Object>of(
                "decision",
                Map.of(
                        "outcome",
                        "REJECT",
                        "shopperReason",
                        "Refunds end after 30 days.",
                        "translations",
                        List.of(Map.of("locale", "de", "text", "Erstattungen gibt es nur 30 Tage lang."))),
                "fee",
                Map.of("kind", "PERCENT", "rate", "10", "per", "ITEM"));
        shop.publish(List.of(
                rule(
                        "Swaps",
                        all(
                                test("item.requestedResolution", "EQUALS", "EXCHANGE"),
                                test("item.daysSinceDelivery", "WITHIN_DAYS", "60")),
                        decide("APPROVE", null)),
                rule("Late", ALWAYS, late)));

        var asking = asking(shop, "3201", "de-AT,de;q=0.9,en;q=0.5");
        assertThat(asking.text())
                .contains("Zu klein", "Für diesen Artikel wird eine Gebühr von 10 % einbehalten", "Rücknahmegebühr")
                .doesNotContain("Restocking");
        var german = asking.submit(Map.of());
        assertThat(german.title()).isEqualTo("Diesmal leider nicht");
        assertThat(german.text())
                .contains("Erstattungen gibt es nur 30 Tage lang.")
                .containsPattern("Bis zum [0-9.]+ ist ein Umtausch möglich\\.")
                .doesNotContain("Refunds end", "possible");
        var status = german.follow("a.button.wide");
        assertThat(status.text()).contains("Zu klein", "Erstattungen gibt es nur 30 Tage lang.");

        var english = asking(shop, "3202", "en-GB").submit(Map.of());
        assertThat(english.text())
                .contains("Refunds end after 30 days.", "An exchange is possible until ")
                .doesNotContain("Erstattungen");

        var french = asking(shop, "3203", "fr-FR").submit(Map.of());
        assertThat(french.title()).as("the shop's own").isEqualTo("Not this time");
        assertThat(french.text()).contains("Refunds end after 30 days.");

        var chosen = french.follow(".tongues a[lang=de]");
        assertThat(chosen.title()).as("their own choice, on the same page").isEqualTo("Diesmal leider nicht");
        assertThat(chosen.text()).contains("Erstattungen gibt es nur 30 Tage lang.", "Umtausch");
    }

    /** PostgreSQL 18.6, 2026-11-29: jsonb gives "de" before "en", and these shops' own reasons are told in neither. */
    @ParameterizedTest
    @ValueSource(strings = {"fr", "ja"})
    void aShopOfALanguageWithoutReasonsShowsEnglishOnesOnItsEnglishPages(String locale) {
        var shop = Shop.live(port, locale);
        var orders = new OrderFile();
        orders.order("3301", shop.email("late"), 5, LocalTime.NOON, SHIRT);
        shop.importFile("SHOPIFY_ORDERS", orders.csv());
        var found = Shopper.reading(locale, port, shop.merchant().slug()).find("3301", shop.email("late"));
        assertThat(found.pick("Linen shirt").text())
                .contains("Too small", "Defective or does not work")
                .doesNotContain("Zu klein", "Defekt oder");
    }

    private Shopper.Page asking(Shop shop, String number, String language) {
        var found = Shopper.reading(language, port, shop.merchant().slug()).find(number, shop.email("late"));
        return found.pick("Linen shirt").because("too_small", "").submit(Map.of("resolution", "REFUND"));
    }
}
