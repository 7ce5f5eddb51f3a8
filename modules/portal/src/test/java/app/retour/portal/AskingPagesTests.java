package app.retour.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;

/** Finding the order and asking for a return, as a browser without script sees it. */
class AskingPagesTests extends ReadingPages {
    private static final String SHIRT = "bGluZTox";
    private static final String TORCH = "bGluZToy";

    @Test
    void aWrongNumberAndAWrongProofAreAnsweredAlikeAndByTheForm() throws IOException {
        var answer = submit(get(""), Map.of("number", "9999", "proof", "anna@example.com"));
        assertThat(answer.connection().response().statusCode()).isEqualTo(422);
        assertThat(text(answer, "#error-form"))
                .contains("no order with this number and this e-mail, postcode or phone number");
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
        submit(get(""), Map.of("number", "1001", "proof", "+49 171 1234568"));
        assertThat(input(story.asked("StartShopperSession").getLast().getVariables()))
                .as("so long a number may be either")
                .isEqualTo(Map.of("orderNumber", "1001", "postcode", "+49 171 1234568", "phone", "+49 171 1234568"));
    }

    @Test
    void aRequestIsAskedForScreenByScreenAndSentOnceOnly() throws IOException {
        var order = submit(get(""), Map.of("number", "#1001", "proof", "anna@example.com"));
        assertThat(order.location()).endsWith("/order");

        var items = follow(order, "a.main");
        var reason = submit(items, Map.of("pick-" + SHIRT, "1", "quantity-" + SHIRT, "1"));
        assertThat(text(reason, "h1")).isEqualTo("Why does it go back?");
        assertThat(text(reason, ".steps")).contains("Step 2 of 3");

        var resolution = submit(reason, Map.of("reason", "too_small", "comment", "Tight at the shoulders."));
        var stillResolution = submit(resolution, Map.of("resolution", "EXCHANGE", "variant", ""));
        assertThat(text(stillResolution, "#error-variant")).contains("choose the variant");
        var check = submit(stillResolution, Map.of("resolution", "EXCHANGE", "variant", "cDox"));
        assertThat(check.text())
                .contains("Another variant: Moss / L", "12 days", "€6.49", "Restocking fee", "Expected refund €58.41");

        var decision = submit(check, Map.of());
        assertThat(decision.location()).endsWith("/returns/approved/decision");
        assertThat(text(decision, "h1")).isEqualTo("Approved");
        assertThat(text(decision, ".todo")).contains("Print the return slip", "by 7 Dec 2026");
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
        assertThat(text(items, ".off")).contains("Gift cards cannot be returned");
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
}
