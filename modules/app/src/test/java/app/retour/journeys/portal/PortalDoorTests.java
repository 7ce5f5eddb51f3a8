package app.retour.journeys.portal;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.app.security.StartedApplication;
import app.retour.kernel.Ids;
import app.retour.tenants.NewTenant;
import app.retour.tenants.Tenants;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who stands before the portal: pages in plain words, whatever is asked. */
@StartedApplication
class PortalDoorTests {
    @LocalServerPort
    int port;

    @Autowired
    Tenants tenants;

    @Test
    void theDoorIsTheMerchantsOwnAndStrict() {
        var slug = "door-" + Ids.next().toString().substring(24);
        tenants.open(NewTenant.of("Fjord & Co", slug, "EUR", "Europe/Berlin", "en"));
        var anybody = Shopper.of(port, slug);
        var page = anybody.open("");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text(".brand")).isEqualTo("Fjord & Co");
        assertThat(page.document().connection().response().header("Content-Security-Policy"))
                .contains("script-src 'self'", "style-src 'self'")
                .doesNotContain("unsafe");
        for (var asset : page.document().select("link[rel=stylesheet], script[src]")) {
            var address = asset.hasAttr("src") ? asset.absUrl("src") : asset.absUrl("href");
            var fetched = anybody.fetch(address);
            assertThat(fetched.statusCode()).as(address).isEqualTo(200);
            assertThat(fetched.header("Cache-Control")).contains("immutable");
        }
    }

    @Test
    void aMerchantThatIsNoneIsAPageInPlainWords() {
        var page = Shopper.of(port, "nobody-" + Ids.next().toString().substring(24))
                .open("");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.title()).isEqualTo("There is nothing here");
        assertThat(page.has("link[rel=stylesheet]")).isTrue();
    }

    /** By address and shop, whether it is the links or the numbers that are tried. */
    @Test
    void whoKnocksTooOftenWaits() {
        var slug = "door-" + Ids.next().toString().substring(24);
        tenants.open(NewTenant.of("Fjord & Co", slug, "EUR", "Europe/Berlin", "en"));
        var anybody = Shopper.of(port, slug);
        var page = anybody.open("/s/rl2.nonsense");
        assertThat(page.status()).isEqualTo(410);
        for (var i = 0; i < 200 && page.status() == 410; i++) {
            page = anybody.open("/s/rl2.nonsense" + i);
        }
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.title()).isEqualTo("That was too often");
        assertThat(page.text()).contains("wait a few minutes").doesNotContain("too old");
        var found = anybody.open("").submit(Map.of("number", "1", "proof", "ada@example.com"));
        assertThat(found.status()).isEqualTo(429);
        assertThat(found.text()).contains("too many tries for now");

        var other = "door-" + Ids.next().toString().substring(24);
        tenants.open(NewTenant.of("Fjord & Co", other, "EUR", "Europe/Berlin", "en"));
        assertThat(Shopper.of(port, other).open("/s/rl2.nonsense").status())
                .as("another shop's shoppers do not wait with them")
                .isEqualTo(410);
    }

    @Test
    void aFormWithoutItsTokenIsRefusedOnAPage() {
        var slug = "door-" + Ids.next().toString().substring(24);
        tenants.open(NewTenant.of("Fjord & Co", slug, "EUR", "Europe/Berlin", "en"));
        var refused = Shopper.of(port, slug).force("/find", Map.of("number", "1", "proof", "2"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.title()).isEqualTo("This page was open for too long");
    }
}
