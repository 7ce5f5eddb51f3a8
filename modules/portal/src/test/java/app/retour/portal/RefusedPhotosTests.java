package app.retour.portal;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.files.UnfitFile.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A photo that is not taken: the page says why and what to do, in the shopper's language, and keeps the others. */
class RefusedPhotosTests extends ReadingPages {
    private static final String TORCH = "bGluZToy";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | TOO_MANY_PIXELS | 9,000 × 8,000 pixels. At most 60 megapixels",
                "de | TOO_MANY_PIXELS | 9.000 × 8.000 Pixel. Möglich sind höchstens 60 Megapixel",
                "en | BUSY            | again in a few seconds",
                "de | BUSY            | in einigen Sekunden noch einmal",
                "de | HEIC            | Maximale Kompatibilität",
            })
    void sheReadsWhyAndWhatToDo(String language, Reason reason, String said) throws IOException {
        browser.header("Accept-Language", language);
        assertThat(text(send(reason), "#error-photos")).contains(said);
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasItsWords(Reason reason) throws IOException {
        browser.header("Accept-Language", "de");
        var page = send(reason);
        assertThat(text(page, "#error-photos")).matches(".*(Bitte|höchstens).*").doesNotContain("photo.", "{", "image");
        assertThat(page.connection().response().statusCode()).isEqualTo(422);
        assertThat(page.select("button[value^=remove:]")).as("the other photo").hasSize(1);
    }

    private Document send(Reason reason) throws IOException {
        var why = submit(as("good", "/return/items"), Map.of("pick-" + TORCH, "1"));
        var evidence = submit(why, Map.of("reason", "defective"));
        return ((FormElement) Objects.requireNonNull(evidence.selectFirst("form")))
                .submit()
                .data("photos", "one.png", new ByteArrayInputStream(new byte[] {1}))
                .data("photos", "unfit-" + reason, new ByteArrayInputStream(new byte[] {2}))
                .data("comment", "It does not light up")
                .data("then", "next")
                .ignoreHttpErrors(true)
                .post();
    }
}
