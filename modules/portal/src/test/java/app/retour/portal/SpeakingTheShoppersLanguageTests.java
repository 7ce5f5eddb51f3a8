package app.retour.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A German shop's pages: each shopper reads them in their language, and may choose another. */
class SpeakingTheShoppersLanguageTests extends ReadingPages {
    private static String language(Document page) {
        return Objects.requireNonNull(page.selectFirst("html")).attr("lang");
    }

    @Test
    void whoNamesNoLanguageReadsTheShopsAndWhoNamesOneReadsIt() throws IOException {
        browser.header("Accept-Language", "fr-FR");
        var german = get("");
        assertThat(language(german)).isEqualTo("de");
        assertThat(text(german, "h1")).isEqualTo("Bestellung finden");
        assertThat(german.title()).isEqualTo("Bestellung finden · Nordlicht Outdoor");
        browser.header("Accept-Language", "en-US,de;q=0.5");
        var english = get("");
        assertThat(language(english)).isEqualTo("en");
        assertThat(text(english, "h1")).isEqualTo("Find your order");
        assertThat(english.connection().response().headers("Vary"))
                .anySatisfy(vary -> assertThat(vary).contains("Accept-Language", "Cookie"));
    }

    @Test
    void datesAndAmountsAreWrittenAsTheWordsAre() throws IOException {
        var english = as("good", "/returns/approved");
        assertThat(english.text())
                .contains("asked for on 23 Nov 2026", "€58.41")
                .doesNotContain("23.11.2026");
        browser.header("Accept-Language", "de");
        assertThat(get("/returns/approved").text())
                .contains("angefragt am 23.11.2026", "58,41 €", "Rücknahmegebühr")
                .doesNotContain("€58.41", "Restocking");
    }

    @Test
    void herOwnChoiceIsALinkThatLeadsBackAndIsKept() throws IOException {
        var english = as("good", "/returns/approved");
        var german = follow(english, ".tongues a[lang=de]");
        assertThat(german.location()).endsWith("/r/nordlicht/returns/approved");
        assertThat(text(german, ".tongues")).isEqualTo("English");
        assertThat(language(get("/order"))).isEqualTo("de");
        assertThat(language(follow(german, ".tongues a[hreflang=en]"))).isEqualTo("en");
        assertThat(language(get("/order"))).isEqualTo("en");
    }

    @Test
    void whoChoosesOnAPageThatAFormAnsweredComesBackToWhereTheFormStood() throws IOException {
        var wrong = submit(as("good", "/returns/approved"), Map.of("tracking", " "));
        assertThat(follow(wrong, ".tongues a").location()).endsWith("/r/nordlicht/returns/approved");
        browser.header("Accept-Language", "de");
        var missing = submit(get(""), Map.of("number", "", "proof", ""));
        assertThat(text(missing, "#error-number")).contains("Bestellnummer");
        assertThat(follow(missing, ".tongues a").location()).endsWith("/r/nordlicht");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "/../../admin", "/\\evil.example", "/order?x=1"})
    void aSwitchLeadsNowhereElse(String page) throws IOException {
        var answer = browser.newRequest(address("/language/de"))
                .data("page", page)
                .followRedirects(false)
                .ignoreContentType(true)
                .execute();
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/r/nordlicht");
    }

    @Test
    void aLanguageThatNobodySpeaksIsNoPage() throws IOException {
        for (var tag : List.of("fr", "xx", "de-XX", "DE_de")) {
            var answer = get("/language/" + tag);
            assertThat(answer.connection().response().statusCode()).as(tag).isEqualTo(404);
            assertThat(answer.connection().response().hasCookie(Languages.COOKIE))
                    .isFalse();
        }
    }

    @Test
    void whatIsRefusedAndWhatIsNotThereIsToldInGermanToo() throws IOException {
        browser.header("Accept-Language", "de");
        var often = submit(get(""), Map.of("number", "often", "proof", "10115"));
        assertThat(text(often, "#error-form")).contains("zu viele Versuche");
        assertThat(text(as("good", "/nothing"), "h1")).isEqualTo("Hier ist nichts");
        var stale = browser.newRequest(address("/find"))
                .data("number", "1", "proof", "2")
                .method(Connection.Method.POST)
                .execute();
        assertThat(stale.parse().text()).contains("zu lange offen");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/order",
                "/return/items",
                "/returns/approved",
                "/returns/approved/cancel",
                "/returns/evidence",
                "/returns/way",
                "/returns/review",
                "/returns/rejected",
                "/returns/rejected/decision",
                "/returns/refunded/decision"
            })
    void everyWordOfAPageIsKnownInGerman(String path) throws IOException {
        browser.header("Accept-Language", "de");
        var page = as("good", path);
        assertThat(page.connection().response().statusCode()).isEqualTo(200);
        assertThat(language(page)).isEqualTo("de");
        // What the merchant wrote themselves is in the language they wrote it in.
        page.select(".letter, .quote, summary").remove();
        assertThat(page.text()).doesNotContain("??").doesNotContainIgnoringCase("your ", " refund ", "return ", "we ");
    }
}
