package app.retour.portal;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.tenants.shoppers.ShopperSessions;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A browser without script before the told story. */
@SpringBootTest(classes = StoryApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class ReadingPages {
    @LocalServerPort
    int port;

    @Autowired
    Story story;

    Connection browser = Jsoup.newSession();

    @BeforeEach
    void openABrowser() {
        story.forget();
        browser = aBrowserIn("en");
    }

    static Connection aBrowserIn(String language) {
        return Jsoup.newSession()
                .ignoreHttpErrors(true)
                .header("Accept", "text/html")
                .header("Accept-Language", language);
    }

    String address(String path) {
        return "http://localhost:" + port + "/r/nordlicht" + path;
    }

    Document get(String path) throws IOException {
        return browser.newRequest(address(path)).get();
    }

    Document as(String session, String path) throws IOException {
        browser.cookie(ShopperSessions.COOKIE, session);
        return get(path);
    }

    Document follow(Document page, String link) throws IOException {
        return browser.newRequest(Objects.requireNonNull(page.selectFirst(link)).absUrl("href"))
                .get();
    }

    /** Fills the page's form and presses its button. */
    static Document submit(Document page, Map<String, String> answers) throws IOException {
        var form = (FormElement) Objects.requireNonNull(page.selectFirst("form"));
        var request = form.submit();
        answers.keySet()
                .forEach(name ->
                        request.request().data().removeIf(value -> value.key().equals(name)));
        answers.forEach(request::data);
        return request.ignoreHttpErrors(true).execute().parse();
    }

    static String text(Document page, String element) {
        var found = page.selectFirst(element);
        assertThat(found)
                .as("%s on %s: %s", element, page.location(), page.text())
                .isNotNull();
        return Objects.requireNonNull(found).text();
    }

    static Map<?, ?> input(Map<String, Object> variables) {
        return (Map<?, ?>) Objects.requireNonNull(variables.get("input"));
    }
}
