package app.retour.portal;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.tenants.ShopperSessions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages as a browser without script sees them. */
@SpringBootTest(classes = StoryApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PortalPagesTests {
    private static final String SHIRT = "bGluZTox";
    private static final String TORCH = "bGluZToy";

    @LocalServerPort
    int port;

    @Autowired
    Story story;

    private Connection browser = Jsoup.newSession();

    @BeforeEach
    void openABrowser() {
        story.forget();
        browser = Jsoup.newSession().ignoreHttpErrors(true).header("Accept", "text/html");
    }

    @Test
    void aWrongNumberAndAWrongProofAreAnsweredAlikeAndByTheForm() throws IOException {
        var answer = submit(get(""), Map.of("number", "9999", "proof", "anna@example.com"));
        assertThat(answer.connection().response().statusCode()).isEqualTo(422);
        assertThat(text(answer, "#error-form")).contains("no order with this number and this e-mail or postcode");
        assertThat(answer.select("#number").val()).isEqualTo("9999");
    }

    @Test
    void whatIsMissingIsSaidAtItsField() throws IOException {
        var answer = submit(get(""), Map.of("number", "", "proof", " "));
        assertThat(text(answer, "#error-number")).contains("order number");
        assertThat(answer.select("#number[aria-invalid=true][aria-describedby=error-number]"))
                .hasSize(1);
        assertThat(text(answer, "#error-proof")).contains("e-mail or the postcode");
        assertThat(story.asked("StartShopperSession")).isEmpty();
    }

    @Test
    void tooManyTriesAreToldInPlainWords() throws IOException {
        var answer = submit(get(""), Map.of("number", "often", "proof", "10115"));
        assertThat(answer.connection().response().statusCode()).isEqualTo(429);
        assertThat(text(answer, "#error-form")).contains("wait a few minutes");
    }

    @Test
    void theLinkOfAMailBringsTheOrderNumber() throws IOException {
        assertThat(get("?order=%231001").select("#number").val()).isEqualTo("#1001");
    }

    @Test
    void anEmailAndAPostcodeAreToldApartByTheirLook() throws IOException {
        submit(get(""), Map.of("number", "1001", "proof", " 10115 "));
        assertThat(input(story.asked("StartShopperSession").getFirst().getVariables()))
                .isEqualTo(Map.of("orderNumber", "1001", "postcode", "10115"));
    }

    @Test
    void aRequestIsAskedForScreenByScreenAndSentOnceOnly() throws IOException {
        var order = submit(get(""), Map.of("number", "#1001", "proof", "anna@example.com"));
        assertThat(order.location()).endsWith("/order");

        var items = follow(order, "a.main");
        var reason = submit(items, Map.of("pick-" + SHIRT, "1", "quantity-" + SHIRT, "1"));
        assertThat(text(reason, "h1")).isEqualTo("Why does it go back?");
        assertThat(text(reason, ".steps")).contains("Step 2 of 4");

        var wish = submit(reason, Map.of("reason", "too_small", "comment", "Tight at the shoulders."));
        var stillWish = submit(wish, Map.of("wish", "EXCHANGE", "variant", ""));
        assertThat(text(stillWish, "#error-variant")).contains("choose the variant");
        var check = submit(stillWish, Map.of("wish", "EXCHANGE", "variant", "cDox"));
        assertThat(check.text())
                .contains("Another variant: Moss / L", "12 days", "6,49", "Restocking fee", "Expected refund 58,41");

        var decision = submit(check, Map.of());
        assertThat(decision.location()).endsWith("/returns/approved/decision");
        assertThat(text(decision, "h1")).isEqualTo("Approved");
        assertThat(text(decision, ".todo")).contains("Pack the item", "by 07.12.2026");
        assertThat(submit(check, Map.of()).location()).as("sent a second time").isEqualTo(decision.location());

        assertThat(story.asked("RequestReturn")).singleElement().satisfies(sent -> {
            var input = input(sent.getVariables());
            assertThat((String) input.get("idempotencyKey")).hasSizeGreaterThan(30);
            assertThat(input.get("items"))
                    .isEqualTo(List.of(Map.of(
                            "orderLineId", SHIRT,
                            "quantity", 1,
                            "reason", "too_small",
                            "comment", "Tight at the shoulders.",
                            "resolution", "EXCHANGE",
                            "exchangeProductId", "cDox",
                            "photoFileIds", List.of())));
        });
    }

    @Test
    void whatCannotGoBackSaysWhyAndIsNotToBePicked() throws IOException {
        var items = as("good", "/return/items");
        assertThat(text(items, ".off")).contains("Gift cards cannot be sent back");
        assertThat(items.select(".off input")).isEmpty();
        assertThat(text(submit(items, Map.of("pick-bGluZTo0", "1")), "#error-items"))
                .contains("at least one item");
        var toMany = submit(items, Map.of("pick-" + SHIRT, "1", "quantity-" + SHIRT, "99"));
        assertThat(text(toMany, "#error-" + SHIRT)).contains("from 1 to 2");
    }

    @Test
    void wantedPhotosAreAskedForBeforeSendingAndMayBeSkipped() throws IOException {
        var reason = submit(as("good", "/return/items"), Map.of("pick-" + TORCH, "1"));
        var evidence = submit(reason, Map.of("reason", "defective"));
        assertThat(text(evidence, "h1")).isEqualTo("Please show us");

        var missing = submit(evidence, Map.of("then", "next"));
        assertThat(text(missing, "#error-photos")).contains("at least 2 photos");
        assertThat(text(missing, "#error-comment")).contains("in a few words");

        var skipped = submit(missing, Map.of("then", "skip"));
        assertThat(text(skipped, "h1")).isEqualTo("Is this right?");
        assertThat(skipped.text()).contains("0 of 2 given");
    }

    @Test
    void photosGoUpWithoutScript() throws IOException {
        var reason = submit(as("good", "/return/items"), Map.of("pick-" + TORCH, "1"));
        var evidence = submit(reason, Map.of("reason", "defective"));
        var check = ((FormElement) Objects.requireNonNull(evidence.selectFirst("form")))
                .submit()
                .data("photos", "one.png", new ByteArrayInputStream(new byte[] {1}))
                .data("photos", "two.png", new ByteArrayInputStream(new byte[] {2}))
                .data("comment", "It does not light up")
                .data("then", "next")
                .post();
        assertThat(check.text()).contains("2 of 2 given", "It does not light up");
    }

    @Test
    void whoHasNoSessionFindsTheOrderFirst() throws IOException {
        for (var path : List.of("/order", "/return/items", "/return/check", "/returns/approved")) {
            assertThat(text(get(path), ".note")).contains("find your order again");
        }
    }

    @Test
    void theSignedLinkOfAMailOpensTheReturn() throws IOException {
        assertThat(get("/s/good?return=approved").location()).endsWith("/r/nordlicht/returns/approved");
        var old = Jsoup.newSession()
                .ignoreHttpErrors(true)
                .url(address("/s/forged"))
                .get();
        assertThat(old.connection().response().statusCode()).isEqualTo(410);
        assertThat(old.text()).contains("This link is too old");
    }

    @Test
    void whoCameByPostcodeReadsNoLettersBecauseTheyNameHer() throws IOException {
        assertThat(as("good", "/returns/approved").text()).contains("Hello Anna");
        assertThat(as("postcode", "/returns/approved").text())
                .contains("Messages we sent you")
                .doesNotContain("Anna");
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

        submit(follow(status, "a[href$=/cancel]"), Map.of());
        assertThat(story.asked("CancelReturn")).hasSize(1);

        var wanting = as("good", "/returns/evidence");
        assertThat(text(submit(wanting, Map.of("comment-aXRlbTox", "dark")), ".error"))
                .contains("at least 2 photos");
        assertThat(story.asked("GiveEvidence")).isEmpty();
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

    private String address(String path) {
        return "http://localhost:" + port + "/r/nordlicht" + path;
    }

    private Document get(String path) throws IOException {
        return browser.newRequest(address(path)).get();
    }

    private Document as(String session, String path) throws IOException {
        browser.cookie(ShopperSessions.COOKIE, session);
        return get(path);
    }

    private Document follow(Document page, String link) throws IOException {
        return browser.newRequest(Objects.requireNonNull(page.selectFirst(link)).absUrl("href"))
                .get();
    }

    /** Fills the page's form and presses its button. */
    private static Document submit(Document page, Map<String, String> answers) throws IOException {
        var form = (FormElement) Objects.requireNonNull(page.selectFirst("form"));
        var request = form.submit();
        answers.keySet()
                .forEach(name ->
                        request.request().data().removeIf(value -> value.key().equals(name)));
        answers.forEach(request::data);
        return request.ignoreHttpErrors(true).execute().parse();
    }

    private static String text(Document page, String element) {
        var found = page.selectFirst(element);
        assertThat(found)
                .as("%s on %s: %s", element, page.location(), page.text())
                .isNotNull();
        return Objects.requireNonNull(found).text();
    }

    private static Map<?, ?> input(Map<String, Object> variables) {
        return (Map<?, ?>) Objects.requireNonNull(variables.get("input"));
    }
}
