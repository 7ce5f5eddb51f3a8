package app.retour.journeys.portal;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.app.security.StartedApplication;
import app.retour.tenants.Tenants;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.graphql.client.GraphQlClient;

/** From the number on the confirmation to the decision and beyond. */
@StartedApplication
class AskingForAReturnTests {
    @LocalServerPort
    int port;

    @Autowired
    Tenants tenants;

    @Autowired
    GraphQlClient inProcessGraphQl;

    private Shop shop;
    private Shopper anna;

    @BeforeEach
    void openAShop() {
        shop = Shop.open(tenants, inProcessGraphQl);
        anna = Shopper.of(port, shop.slug());
    }

    @Test
    void aWrongSizeIsApprovedAtOnceAndSaysWhatToDoNext() {
        shop.sellsAShirt("1001", 30);
        var reason = anna.find("1001", Shop.EMAIL).pick("Merino shirt");
        assertThat(reason.title()).isEqualTo("Why does it go back?");
        var check = reason.submit(Map.of("reason", reasonCode(reason, "small"), "comment", "Tight at the shoulders"));
        assertThat(check.title()).isEqualTo("Is this right?");
        assertThat(check.text()).contains("30 days", "Tight at the shoulders", "Expected refund", "64.90");

        var decision = check.submit(Map.of());
        assertThat(decision.title()).isEqualTo("Approved");
        assertThat(decision.text(".number")).contains("R-1001");
        assertThat(decision.document().select(".todo li")).isNotEmpty();
        assertThat(decision.text(".fall")).contains("64.90");

        var status = decision.follow("a.button.wide");
        assertThat(status.document().select(".milestones li")).hasSize(4);
        assertThat(status.text(".milestones .done")).startsWith("Accepted");
    }

    @Test
    void aChargeInTheShopsCurrencyIsTakenAtTheOrdersRate() {
        shop.sellsAShirtInDollars("3001", 20, "0.92");
        var reason = anna.find("3001", Shop.EMAIL).pick("Merino shirt");
        var check = reason.submit(Map.of("reason", reasonCode(reason, "small")));
        // 4.90 EUR / 0.92 = 5.33 USD
        assertThat(check.text(".fall")).contains("64.90", "-$5.33", "59.57");
        var decision = check.submit(Map.of());
        assertThat(decision.title()).isEqualTo("Approved");
        assertThat(decision.text(".fall")).contains("59.57");
    }

    @Test
    void aChargeThatNobodyCanTellInTheOrdersCurrencyIsShownAsItIs() {
        shop.sellsAShirtInDollars("3002", 20, null);
        var reason = anna.find("3002", Shop.EMAIL).pick("Merino shirt");
        var check = reason.submit(Map.of("reason", reasonCode(reason, "small")));
        assertThat(check.status()).isEqualTo(200);
        assertThat(check.text(".fall")).contains("64.90", "Return label, still to be taken off", "4.90");
        var decision = check.submit(Map.of());
        assertThat(decision.title())
                .as("a value that is unknown approves nothing")
                .isEqualTo("We are looking at it");
        var status = decision.follow("a.button.wide");
        assertThat(status.status()).isEqualTo(200);
        assertThat(status.text(".fall")).contains("Return label, still to be taken off", "4.90");
    }

    @Test
    void sendingTwiceGivesOneReturn() {
        shop.sellsAShirt("1001", 10);
        var reason = anna.find("#1001", Shop.EMAIL).pick("Merino shirt");
        var check = reason.submit(Map.of("reason", reasonCode(reason, "small")));
        var first = check.submit(Map.of());
        assertThat(check.submit(Map.of()).path()).isEqualTo(first.path());
        var order = anna.open("/order");
        assertThat(order.document().select(".cards li")).hasSize(1);
        assertThat(order.text()).contains("nothing left in this order");
    }

    @Test
    void aDefectIsShownInPhotosAndThenAPersonLooksAtIt() {
        shop.sellsALot("2001", 3);
        var reason = anna.find("2001", Shop.EMAIL).pick("Head torch");
        var evidence = reason.submit(Map.of("reason", reasonCode(reason, "defect")));
        assertThat(evidence.title()).isEqualTo("Please show us");
        assertThat(evidence.submit(Map.of("then", "next")).text("#error-photos"))
                .contains("add a photo");

        var disguised = evidence.submit("form", Map.of("then", "next"), Map.of("photos", List.of("<svg/>".getBytes())));
        assertThat(disguised.has("#error-photos")).isTrue();

        var check = evidence.submit("form", Map.of("then", "next"), Map.of("photos", List.of(photo())));
        assertThat(check.text()).contains("1 of 1 given");
        var decision = check.submit(Map.of());
        assertThat(decision.title()).isEqualTo("We are looking at it");
    }

    @Test
    void whoSkipsThePhotosIsAskedForThemAfterwards() {
        shop.sellsALot("2002", 3);
        var reason = anna.find("2002", Shop.EMAIL).pick("Head torch");
        var evidence = reason.submit(Map.of("reason", reasonCode(reason, "defect")));
        var decision = evidence.submit(Map.of("then", "skip")).submit(Map.of());
        assertThat(decision.title()).isEqualTo("One more thing");

        var field = decision.document().select("#evidence input[type=file]").attr("name");
        var status = decision.submit("#evidence form", Map.of(), Map.of(field, List.of(photo())));
        assertThat(status.path()).matches("/returns/[^/]+");
        assertThat(status.has("#evidence")).as(status.text()).isFalse();
        assertThat(status.text(".tag")).isEqualTo("We are looking at it");
    }

    @Test
    void aWrongNumberAndAWrongAddressAreAnsweredAlike() {
        shop.sellsAShirt("1001", 10);
        var number = anna.find("9999", Shop.EMAIL);
        var address = Shopper.of(port, shop.slug()).find("1001", "somebody@else.example");
        assertThat(number.status()).isEqualTo(address.status()).isEqualTo(422);
        assertThat(number.text("#error-form")).isEqualTo(address.text("#error-form"));
    }

    @Test
    void byPostcodeNobodyLearnsWhoBoughtIt() {
        shop.sellsAShirt("1001", 10);
        var reason = anna.find("1001", Shop.POSTCODE).pick("Merino shirt");
        var decision =
                reason.submit(Map.of("reason", reasonCode(reason, "small"))).submit(Map.of());
        var status = decision.follow("a.button.wide");
        for (var page : List.of(reason, decision, status, anna.open("/order"))) {
            assertThat(page.text()).doesNotContain("Anna", "Berg", "Lindenallee", Shop.EMAIL);
        }
    }

    @Test
    void anotherMerchantsPagesAndAnotherOrdersReturnsAreClosed() {
        shop.sellsAShirt("1001", 10);
        shop.sellsAShirt("1002", 10);
        var reason = anna.find("1001", Shop.EMAIL).pick("Merino shirt");
        var status = reason.submit(Map.of("reason", reasonCode(reason, "small")))
                .submit(Map.of())
                .path()
                .replace("/decision", "");

        var other = Shopper.of(port, shop.slug());
        other.find("1002", Shop.EMAIL);
        assertThat(other.open(status).status()).isEqualTo(404);
        assertThat(Shopper.of(port, shop.slug()).open(status).text(".note")).contains("find your order again");
    }

    @Test
    void whatCannotGoBackSaysWhy() {
        shop.sellsALot("2003", 3);
        var items = anna.find("2003", Shop.EMAIL);
        assertThat(items.text(".off")).contains("Gift card");
        assertThat(items.document().select(".off input")).isEmpty();
    }

    @Test
    void aTrackingNumberIsTakenAndTheReturnCanBeCanceled() {
        shop.sellsAShirt("1001", 10);
        var reason = anna.find("1001", Shop.EMAIL).pick("Merino shirt");
        var status = reason.submit(Map.of("reason", reasonCode(reason, "small")))
                .submit(Map.of())
                .follow("a.button.wide");
        var told =
                status.submit("#parcel form", Map.of("tracking", "00340434161094042557", "carrier", "DHL"), Map.of());
        assertThat(told.text("#parcel")).contains("00340434161094042557");

        var canceled = told.follow("a[href$=/cancel]").submit(Map.of());
        assertThat(canceled.title()).containsIgnoringCase("cancel");
        assertThat(canceled.has("a[href$=/cancel]")).isFalse();
    }

    @Test
    void theSlipIsAPdfThatOnlyTheShopperCanOpen() {
        shop.sellsAShirt("1001", 10);
        var reason = anna.find("1001", Shop.EMAIL).pick("Merino shirt");
        var decision =
                reason.submit(Map.of("reason", reasonCode(reason, "small"))).submit(Map.of());
        var address = decision.document().select(".slip a").attr("abs:href");
        var slip = anna.fetch(address);
        assertThat(slip.statusCode()).isEqualTo(200);
        assertThat(slip.contentType()).startsWith("application/pdf");
        assertThat(Shopper.of(port, shop.slug()).fetch(address).contentType()).doesNotContain("pdf");
    }

    @Test
    void theSlipIsInTheLanguageThatThePortalSpeaks() throws IOException {
        shop.sellsAShirt("1002", 10);
        var reader = Shopper.reading("de-AT,de;q=0.9", port, shop.slug());
        var reason = reader.find("1002", Shop.EMAIL).pick("Merino shirt");
        var decision =
                reason.submit(Map.of("reason", reasonCode(reason, "small"))).submit(Map.of());
        var slip = reader.fetch(decision.document().select(".slip a").attr("abs:href"));
        try (var document = Loader.loadPDF(slip.bodyAsBytes())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Rücksendeschein R-", "Das gehört ins Paket", "Merino shirt", "Zu klein");
        }
    }

    private static String reasonCode(Shopper.Page page, String part) {
        return page.document().select("input[name=reason]").eachAttr("value").stream()
                .filter(code -> code.contains(part))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No reason like " + part + ": " + page.text()));
    }

    private static byte[] photo() {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
