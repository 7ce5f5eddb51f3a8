package app.retour.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.app.security.StartedApplication;
import app.retour.journeys.portal.Shopper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import retour.testkit.TestDatabase;

/** A shopper has themselves erased: asks, gets a link where only they read mail, and confirms there. */
@StartedApplication
class ErasingOneselfTests {
    private static final Pattern LINK = Pattern.compile("/r/[a-z0-9-]+(/erase/[A-Za-z0-9_-]+)");

    @LocalServerPort
    int port;

    @Test
    void byTheLinkAndNotWhileAReturnIsOpen() throws SQLException, IOException {
        var shop = Shop.live(port);
        var marks = new Markers();
        var email = marks.at("e-mail") + "@shopper.example";
        shop.importFile(
                "SHOPIFY_ORDERS",
                new OrderFile()
                        .order("8001", email, "LAMP-1", "Reading lamp", "49.00", 6)
                        .csv());
        var returning = ShopperAtThePortal.proving(shop, "8001", email).request("LAMP-1", "defective", Map.of());

        var shopper = Shopper.reading("de", port, shop.merchant().slug());
        shopper.find("8001", email);
        assertThat(shopper.open("/erase")
                        .submit("main form", Map.of(), Map.of())
                        .text())
                .contains("Der Link ist unterwegs");
        var mail = new Letterbox(email).awaitMail("löschen").text();
        var found = LINK.matcher(mail);
        assertThat(found.find()).as(mail).isTrue();
        var link = found.group(1);
        assertThat(mail)
                .as("no words of the shop's")
                .doesNotContain("Lumen", shop.merchant().slug());
        var led = shopper.fetch("http://localhost:%d/r/-%s".formatted(port, link));
        assertThat(led.url().getPath())
                .isEqualTo("/r/%s%s".formatted(shop.merchant().slug(), link));

        var elsewhere = Shopper.of(port, shop.merchant().slug());
        assertThat(confirmed(elsewhere, link)).contains("not over yet").doesNotContain("reading in a file");
        shop.mutate(
                "rejectItems",
                Map.of(
                        "returnId",
                        returning.at("/id").asString(),
                        "version",
                        shop.found(returning.at("/id").asString(), "version")
                                .at("/version")
                                .asInt(),
                        "items",
                        List.of(Map.of("itemId", returning.at("/items/0/id").asString())),
                        "reason",
                        "Not ours"),
                "return { id }");
        shop.settled();
        importing(
                shop,
                "insert into orders.import_job (tenant_id, id, kind, state, bytes_total, started_at)"
                        + " select id, gen_random_uuid(), 'SHOPIFY_ORDERS', 'RUNNING', 1, now() from tenants.tenant where slug = ?");
        assertThat(confirmed(elsewhere, link)).contains("reading in a file").doesNotContain("not over yet");
        importing(
                shop,
                "delete from orders.import_job where state = 'RUNNING' and tenant_id ="
                        + " (select id from tenants.tenant where slug = ?)");
        assertThat(elsewhere.open(link).text()).as("looking does nothing").contains("cannot be undone");
        assertThat(stored().placesOf(marks.all())).isNotEmpty();
        assertThat(confirmed(elsewhere, link + "x")).contains("too old or not complete");
        assertThat(confirmed(elsewhere, link)).contains("Your data is erased");
        assertThat(stored().placesOf(marks.all()))
                .as("also no mail that brought the link")
                .isEmpty();
        assertThat(confirmed(elsewhere, link)).as("again").contains("erased already");
        assertThat(shopper.open("/order").text()).as("their session").contains("Bestellung finden");
    }

    private static void importing(Shop shop, String sql) throws SQLException {
        try (var database = TestDatabase.shared().as("postgres");
                var statement = database.prepareStatement(sql)) {
            statement.setString(1, shop.merchant().slug());
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private static String confirmed(Shopper shopper, String link) {
        return shopper.open(link).submit("main form", Map.of(), Map.of()).text();
    }

    private static EverythingStored stored() {
        return new EverythingStored(
                Path.of(String.valueOf(retour.testkit.TestProperties.all().get("retour.files.directory"))));
    }
}
