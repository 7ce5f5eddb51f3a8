package app.retour.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Connection;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Following a return, and what goes wrong; and what holds for every page. */
class FollowingPagesTests extends ReadingPages {
    @Test
    void whoHasNoSessionFindsTheOrderFirst() throws IOException {
        for (var path : List.of("/order", "/return/items", "/return/check", "/returns/approved")) {
            assertThat(text(get(path), ".note")).contains("find your order again");
        }
    }

    @Test
    void theSignedLinkOfAMailOpensTheReturn() throws IOException {
        assertThat(get("/s/good?return=approved").location()).endsWith("/r/nordlicht/returns/approved");
        var old = aBrowserIn("en").url(address("/s/forged")).get();
        assertThat(old.connection().response().statusCode()).isEqualTo(410);
        assertThat(old.text()).contains("This link is too old");
    }

    @Test
    void whoCameByPostcodeReadsNoLettersBecauseTheyNameThem() throws IOException {
        assertThat(as("good", "/returns/approved").text()).contains("Hello Anna");
        assertThat(as("postcode", "/returns/approved").text())
                .contains("Messages we sent you")
                .doesNotContain("Anna");
    }

    @Test
    void whatIsAskedOfThemIsSaidOnceAndNotAgainAsANextStep() throws IOException {
        var wanting = as("good", "/returns/evidence");
        assertThat(text(wanting, "#evidence h2")).isEqualTo("What we need to decide");
        assertThat(wanting.select(".todo li")).isEmpty();
    }

    @Test
    void whatIsStillPossibleStandsByTheReasonOfARefusal() throws IOException {
        for (var path : List.of("/returns/rejected/decision", "/returns/rejected")) {
            assertThat(text(as("good", path), ".possible span")).matches("An exchange is possible until .*2026.*\\.");
        }
        assertThat(as("good", "/returns/approved").select(".possible")).isEmpty();
    }

    @Test
    void aRefusedReturnShowsNoWayForGoodsAndSaysWhatTheyMayStillDo() throws IOException {
        var status = as("good", "/returns/rejected");
        assertThat(status.select(".milestones")).isEmpty();
        assertThat(status.text()).contains("What stays with you").doesNotContain("What goes back", "Refunded");
        for (var page : List.of(status, as("good", "/returns/rejected/decision"))) {
            assertThat(text(page, "#rights")).contains("rights by law", "faulty", "Write to a person");
            assertThat(page.select("#rights a[href$=/return/items]")).hasSize(1);
            assertThat(page.text()).doesNotContain("There is nothing left to do");
        }
        assertThat(as("good", "/returns/approved").select("#rights")).isEmpty();
        assertThat(as("good", "/returns/approved").select(".milestones")).hasSize(1);
    }

    @Test
    void beforeTheDecisionTheRefundIsSaidToDependOnIt() throws IOException {
        for (var path : List.of("/returns/review/decision", "/returns/review")) {
            assertThat(as("good", path).text()).contains("If your return is approved");
        }
        assertThat(as("good", "/returns/approved").text()).doesNotContain("If your return is approved");
    }

    @Test
    void whatIsNotSentYetIsNotOnItsWayAndWhoPaysIsSaid() throws IOException {
        var status = as("good", "/returns/approved");
        assertThat(text(status, ".milestones .current b")).isEqualTo("Ready to send");
        assertThat(status.text()).contains("Sending it back: ");
        assertThat(text(as("good", "/returns/way"), ".milestones .current b")).isNotEqualTo("Ready to send");
    }

    @Test
    void aParcelThatTheWarehouseCountedIsReceivedWhateverTheCarrierTold() throws IOException {
        assertThat(text(as("good", "/returns/refunded"), "#parcel dd")).startsWith("Received and unpacked by us");
        assertThat(text(as("good", "/returns/way"), "#parcel dd")).doesNotContain("Received");
    }

    @Test
    void theStatusPageTakesTrackingNumberEvidenceAndCanceling() throws IOException {
        var status = as("good", "/returns/approved");
        assertThat(text(submit(status, Map.of("tracking", " ")), "#error-tracking"))
                .contains("tracking number");
        assertThat(submit(status, Map.of("tracking", "00340434", "carrier", "DHL"))
                        .location())
                .endsWith("/returns/approved");
        assertThat(input(story.asked("AnnounceTracking").getFirst().getVariables())
                        .get("trackingNumber"))
                .isEqualTo("00340434");

        assertThat(status.select("#instead"))
                .as("no number was given that could be wrong")
                .isEmpty();

        submit(follow(status, "a[href$=/cancel]"), Map.of());
        assertThat(story.asked("CancelReturn")).hasSize(1);

        var wanting = as("good", "/returns/evidence");
        assertThat(text(submit(wanting, Map.of("comment-aXRlbTox", "dark")), ".error"))
                .contains("at least 2 photos");
        assertThat(story.asked("GiveEvidence")).isEmpty();
    }

    @Test
    void aWrongNumberIsReplacedByTheRightOne() throws IOException {
        var status = as("good", "/returns/way");
        var choices = status.select("#instead option");
        assertThat(choices).extracting(Element::val).containsExactly("", "cGFyY2VsOjE");
        assertThat(choices.getLast().text()).startsWith("The right number; ").endsWith(" was wrong");
        submit(status, Map.of("tracking", "00340434", "instead", "cGFyY2VsOjE"));
        var replaced = input(story.asked("AnnounceTracking").getFirst().getVariables());
        assertThat(replaced.get("trackingNumber")).isEqualTo("00340434");
        assertThat(replaced.get("insteadOf")).isEqualTo("cGFyY2VsOjE");
        assertThat(replaced.get("further")).isNull();

        submit(status, Map.of("tracking", "00340435"));
        var further = input(story.asked("AnnounceTracking").getLast().getVariables());
        assertThat(further.get("insteadOf")).isNull();
        assertThat(further.get("further")).isEqualTo(true);
    }

    @Test
    void whatIsNotThereAndWhatFailsSayItInTheBrand() throws IOException {
        for (var path : List.of("/returns/none", "/nothing", "/returns/none/decision", "/return/7/reason")) {
            var page = as("good", path);
            assertThat(page.connection().response().statusCode()).as(path).isEqualTo(404);
            assertThat(text(page, ".brand")).isEqualTo("Nordlicht Outdoor");
        }
        var failed = as("good", "/returns/broken");
        assertThat(failed.connection().response().statusCode()).isEqualTo(500);
        assertThat(failed.text()).contains("e-4711").doesNotContain("As the story goes");
    }

    @Test
    void aFormThatIsTooOldIsToldOnAPage() throws IOException {
        var refused = browser.newRequest(address("/find"))
                .data("number", "1", "proof", "2")
                .method(Connection.Method.POST)
                .execute();
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.parse().text()).contains("open for too long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/order",
                "/return/items",
                "/returns/approved",
                "/returns/evidence",
                "/returns/refunded/decision"
            })
    void noPageCarriesScriptOrStyleOfItsOwn(String path) throws IOException {
        var page = as("good", path);
        assertThat(page.select("style, [style], script:not([src])")).isEmpty();
        assertThat(page.getAllElements().stream()
                        .flatMap(element -> element.attributes().asList().stream())
                        .filter(attribute -> attribute.getKey().startsWith("on")))
                .isEmpty();
        for (var field : page.select("input:not([type=hidden]), select, textarea")) {
            assertThat(field.closest("label") != null
                            || !page.select("label[for=" + field.id() + "]").isEmpty())
                    .as("label of %s", field)
                    .isTrue();
        }
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.html().length()).isLessThan(30_000);
    }

    @Test
    void styleAndScriptAreKeptForGoodAndSmall() throws IOException {
        var page = get("");
        var script = browser.newRequest(
                        Objects.requireNonNull(page.selectFirst("script[src]")).absUrl("src"))
                .ignoreContentType(true)
                .execute();
        assertThat(script.header("Cache-Control")).contains("immutable");
        assertThat(script.bodyAsBytes()).hasSizeLessThan(10_000);
        for (var sheet : page.select("link[rel=stylesheet]")) {
            var style = browser.newRequest(sheet.absUrl("href"))
                    .ignoreContentType(true)
                    .execute();
            assertThat(style.contentType()).startsWith("text/css");
        }
    }
}
