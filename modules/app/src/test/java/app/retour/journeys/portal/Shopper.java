package app.retour.journeys.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/** A person with a browser that runs no script: follows links, fills the forms that are on the page, keeps cookies. */
final class Shopper {
    private final String base;
    private final Connection browser;

    private Shopper(String base) {
        this.base = base;
        this.browser = Jsoup.newSession().ignoreHttpErrors(true).header("Accept", "text/html");
    }

    static Shopper of(int port, String slug) {
        return new Shopper("http://localhost:" + port + "/r/" + slug);
    }

    Page open(String path) {
        return page(browser.newRequest(base + path));
    }

    /** Sends a form that no page offered. */
    Page force(String path, Map<String, String> fields) {
        return page(browser.newRequest(base + path).data(fields).method(Connection.Method.POST));
    }

    Connection.Response fetch(String address) {
        try {
            return browser.newRequest(address)
                    .ignoreContentType(true)
                    .maxBodySize(0)
                    .execute();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Finds the order as the confirmation says. */
    Page find(String number, String proof) {
        return open("").submit(Map.of("number", number, "proof", proof));
    }

    private Page page(Connection request) {
        try {
            var response = request.execute();
            return new Page(response.statusCode(), response.parse());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What she sees. */
    final class Page {
        private final int status;
        private final Document document;

        private Page(int status, Document document) {
            this.status = status;
            this.document = document;
        }

        int status() {
            return status;
        }

        Document document() {
            return document;
        }

        String path() {
            return document.location().substring(base.length());
        }

        String title() {
            return text("h1");
        }

        String text() {
            return document.text();
        }

        String text(String element) {
            var found = document.selectFirst(element);
            assertThat(found)
                    .as("%s at %s: %s", element, document.location(), text())
                    .isNotNull();
            return Objects.requireNonNull(found).text();
        }

        boolean has(String element) {
            return document.selectFirst(element) != null;
        }

        Page follow(String link) {
            assertThat(has(link))
                    .as("%s at %s: %s", link, document.location(), text())
                    .isTrue();
            return page(browser.newRequest(
                    Objects.requireNonNull(document.selectFirst(link)).absUrl("href")));
        }

        Page submit(Map<String, String> answers) {
            return submit("form", answers, Map.of());
        }

        /** @param files by field name */
        Page submit(String form, Map<String, String> answers, Map<String, List<byte[]>> files) {
            var found = document.selectFirst(form);
            assertThat(found)
                    .as("%s at %s: %s", form, document.location(), text())
                    .isInstanceOf(FormElement.class);
            var request = ((FormElement) Objects.requireNonNull(found)).submit();
            request.request()
                    .data()
                    .removeIf(value -> answers.containsKey(value.key()) || files.containsKey(value.key()));
            answers.forEach(request::data);
            files.forEach((field, contents) ->
                    contents.forEach(content -> request.data(field, "photo.png", new ByteArrayInputStream(content))));
            return page(request);
        }

        /** Picks the reason of that code, and gives the first units of that product. */
        Page pick(String product) {
            var line = document.select(".pick:not(.off)").stream()
                    .filter(card -> card.text().contains(product))
                    .findFirst();
            assertThat(line)
                    .as("%s at %s: %s", product, document.location(), text())
                    .isPresent();
            var name = line.orElseThrow().select("input[type=checkbox]").attr("name");
            return submit(Map.of(name, "1", name.replace("pick-", "quantity-"), "1"));
        }
    }
}
