package app.retour.load;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A shopper who has found their order, picked an item, and now adds photos to it. */
final class PortalSession {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String base;
    private String token;

    PortalSession(int port, Shop.Bought bought) throws IOException, InterruptedException {
        base = "http://127.0.0.1:%d/r/fjordwear".formatted(port);
        token = token(get(""));
        token = token(post("/find", Map.of("number", bought.number(), "proof", bought.email())));
        token = token(get("/return/items"));
        post("/return/items", Map.of("pick-" + bought.line(), "1"));
    }

    /** @return whether it was taken; else the page says why not */
    boolean add(byte[] photo) throws IOException, InterruptedException {
        var sent = send(request("/return/1/evidence")
                .header("Content-Type", Multipart.TYPE)
                .POST(Multipart.form(Map.of("_csrf", token, "then", "stay", "comment", ""), "photos", photo)));
        if (sent.statusCode() == 200) {
            remove(sent.body());
            return true;
        }
        if (sent.statusCode() == 422) {
            return false;
        }
        throw new IllegalStateException(sent.statusCode() + " " + sent.body());
    }

    /** A page takes six; this shopper thinks again. */
    private void remove(String page) throws IOException, InterruptedException {
        var button = Pattern.compile("value=\"(remove:[^\"]+)\"").matcher(page);
        if (button.find()) {
            send(request("/return/1/evidence")
                    .header("Content-Type", Multipart.TYPE)
                    .POST(Multipart.form(
                            Map.of("_csrf", token, "then", button.group(1), "comment", ""), "photos", new byte[0])));
        }
    }

    private static String token(HttpResponse<String> page) {
        var found = TOKEN.matcher(page.body());
        if (!found.find()) {
            throw new IllegalStateException(page.uri() + ": " + page.statusCode() + " " + page.body());
        }
        return found.group(1);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    /** Is led on as a browser is: the JDK's client would say of the page that follows that it is the form again. */
    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = browser.send(request.build(), BodyHandlers.ofString());
        while (answer.statusCode() / 100 == 3) {
            var next =
                    answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
            answer = browser.send(request(next).build(), BodyHandlers.ofString());
        }
        return answer;
    }

    private HttpResponse<String> post(String path, Map<String, String> form) throws IOException, InterruptedException {
        var fields = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&", "_csrf=" + encoded(token) + "&", ""));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return request(URI.create(base + path));
    }

    private static HttpRequest.Builder request(URI page) {
        return HttpRequest.newBuilder(page).header("Accept", "text/html").timeout(Duration.ofMinutes(3));
    }
}
