package app.retour.journeys.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/** A person with a browser that runs no script: follows links, fills the forms that are on the page, keeps cookies. */
public final class Shopper {
    private static final Random RANDOM = new Random();
    private final String base;
    private final Connection browser;

    private Shopper(String base) {
        this.base = base;
        this.browser = Jsoup.newSession()
                .ignoreHttpErrors(true)
                .header("Accept", "text/html")
                // As if by a proxy, each from an address of its own: tries are counted by address.
                .header("X-Forwarded-For", "2001:db8::" + Integer.toHexString(RANDOM.nextInt(1, 0xffff)));
    }

    public static Shopper of(int port, String slug) {
        return new Shopper("http://localhost:" + port + "/r/" + slug);
    }

    /** One whose browser asks for a language. */
    public static Shopper reading(String language, int port, String slug) {
        var shopper = of(port, slug);
        shopper.browser.header("Accept-Language", language);
        return shopper;
    }

    /** Another window of theirs, as things stand now: with the same cookies, and not touched by what they do here. */
    public Shopper asOfNow() {
        var twin = new Shopper(base);
        browser.cookieStore()
                .getCookies()
                .forEach(cookie -> twin.browser.cookieStore().add(URI.create(base), cookie));
        return twin;
    }

    public Page open(String path) {
        return page(browser.newRequest(base + path));
    }

    /** Sends a form that no page offered. */
    public Page force(String path, Map<String, String> fields) {
        return page(browser.newRequest(base + path).data(fields).method(Connection.Method.POST));
    }

    public Connection.Response fetch(String address) {
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
    public Page find(String number, String proof) {
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

    /** What they see. */
    public final class Page {
        private final int status;
        private final Document document;

        private Page(int status, Document document) {
            this.status = status;
            this.document = document;
        }

        public int status() {
            return status;
        }

        public Document document() {
            return document;
        }

        public String path() {
            return document.location().substring(base.length());
        }

        public String title() {
            return text("h1");
        }

        public String text() {
            return document.text();
        }

        public String text(String element) {
            var found = document.selectFirst(element);
            assertThat(found)
                    .as("%s at %s: %s", element, document.location(), text())
                    .isNotNull();
            return Objects.requireNonNull(found).text();
        }

        public boolean has(String element) {
            return document.selectFirst(element) != null;
        }

        public Page follow(String link) {
            assertThat(has(link))
                    .as("%s at %s: %s", link, document.location(), text())
                    .isTrue();
            return page(browser.newRequest(
                    Objects.requireNonNull(document.selectFirst(link)).absUrl("href")));
        }

        public Page submit(Map<String, String> answers) {
            return submit("form", answers, Map.of());
        }

        /** @param files by field name */
        public Page submit(String form, Map<String, String> answers, Map<String, List<byte[]>> files) {
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

        /** Picks all these, and of each as many as the page proposes. */
        public Page pick(String... products) {
            var answers = new LinkedHashMap<String, String>();
            for (var product : products) {
                var line = document.select(".pick:not(.off)").stream()
                        .filter(card -> card.text().contains(product))
                        .findFirst();
                assertThat(line)
                        .as("%s at %s: %s", product, document.location(), text())
                        .isPresent();
                var name = line.orElseThrow().select("input[type=checkbox]").attr("name");
                answers.put(name, "1");
                answers.put(name.replace("pick-", "quantity-"), "1");
            }
            return submit(answers);
        }

        /** Gives the first reason whose code contains this. */
        public Page because(String part, String comment) {
            var code = document.select("input[name=reason]").eachAttr("value").stream()
                    .filter(reason -> reason.contains(part))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No reason like " + part + ": " + text()));
            return submit(Map.of("reason", code, "comment", comment));
        }
    }
}
