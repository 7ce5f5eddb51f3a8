package app.retour.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.app.security.Browser;
import app.retour.app.security.StartedApplication;
import app.retour.rules.Recomputation;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

/**
 * Whatever a shop was ever told of a shopper is gone once they are erased: a word nobody else writes stands in every place
 * for words of or about them, is found before, and is found nowhere afterwards.
 */
@StartedApplication
class ErasedShopperTests {
    private static final String ERASE = "erasure { counts { kind count } }";

    @LocalServerPort
    int port;

    @Autowired
    app.retour.files.Files files;

    @Autowired
    Tenants tenants;

    @Autowired
    Recomputation recomputation;

    @Autowired
    Environment settings;

    @Test
    void nothingOfThemIsFoundAnywhereAfterwards() throws SQLException, IOException {
        var story = new MarkedShopper(Shop.live(port), tenants, files);
        var marks = story.marks;
        story.untilEverythingIsSaid();
        var everything = new EverythingStored(Path.of(settings.getRequiredProperty("retour.files.directory")));

        var before = everything.placesOf(marks.all());
        assertThat(marks.placesNotIn(before)).as("marks that nobody planted").isEmpty();
        assertThat(before).as("events carry no personal data").noneMatch(place -> place.startsWith("public."));

        // Staff's own words about who it was, and which files were read, are no shopper's to take along; the rest is
        // theirs.
        assertThat(marks.placesNotIn(story.exported(marks.all())))
                .as("marks that the export leaves out")
                .containsExactly("name of a file");

        var refused = story.shop.staff().mutate("eraseShopper", Map.of("orderId", story.order), ERASE);
        assertThat(refused.at("/userErrors/0/code").asString()).isEqualTo("WRONG_STATE");
        assertThat(refused.at("/userErrors/0/message").asString()).contains(story.openRma, "not over");
        assertThat(everything.placesOf(marks.all())).as("nothing half done").containsAll(before);

        var erased = story.erase();
        assertThat(erased.at("/counts").findValuesAsString("kind"))
                .contains("orders.order_address", "files", "imports", "personal facts", "tracking.raw_event");
        assertThat(everything.placesOf(marks.all())).as("what is left").isEmpty();

        moneyStays(story);
        decisionsRecompute(story);
        assertThat(story.erase().at("/counts").size()).as("the same again").isZero();
        audited(story);
        nobodyGetsIn(story);
        story.isToldAgain();
        assertThat(everything.placesOf(marks.all())).as("told again").isEmpty();
    }

    private static void moneyStays(MarkedShopper story) {
        var seen = story.shop.found(
                story.returnId,
                "refunds { state amount { amount } waterfall { lines { amount { amount } } } document { total { amount } } }");
        assertThat(seen.at("/refunds/0/state").asString()).isEqualTo("ISSUED");
        assertThat(seen.at("/refunds/0/amount/amount").asString()).isEqualTo("80.00");
        assertThat(seen.at("/refunds/0/document/total/amount").asString()).isEqualTo("80.00");
    }

    private void decisionsRecompute(MarkedShopper story) {
        var tenant = tenants.bySlug(story.shop.merchant().slug()).orElseThrow();
        var report = TenantContext.callAs(tenant, recomputation::current);
        assertThat(report.decisions()).isPositive();
        assertThat(report.differing()).isZero();
        assertThat(report.erased())
                .as("decisions whose rules read what is blanked say so")
                .isPositive();
    }

    private static void audited(MarkedShopper story) {
        var entries = story.shop.ask(
                "{ auditEntries(action: \"shopper.erased\") { edges { node { subjectType detail } } } }", Map.of());
        assertThat(entries.at("/auditEntries/edges").size()).isEqualTo(2);
    }

    private void nobodyGetsIn(MarkedShopper story) {
        var with = new Browser(port)
                .graphql("{ returnOptions { lines { sku } } }", Map.of(), "Authorization", "Bearer " + story.session);
        assertThat(with.status()).as("a session from before").isEqualTo(401);
        for (var link : story.links) {
            assertThat(new Browser(port).get(link).response().headers().map().toString())
                    .as("a link from before")
                    .doesNotContain("RETOUR_SHOPPER=");
        }
    }
}
