package app.retour.app.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever host a request names: nobody is led there, and nothing that we write leads there. */
@StartedApplication
class ForgedHostTests {
    private static final String FORGED = "evil.example";

    @LocalServerPort
    int port;

    @Test
    void noAnswerLeadsThere() throws IOException {
        var merchant = new Merchants(port).signedUp();
        var portal = "/r/" + merchant.slug();
        for (var path : List.of(
                "/",
                "/admin",
                "/admin/",
                "/graphiql",
                "/session",
                "/nowhere",
                "/oauth2/jwks",
                "/oauth2/authorize?redirect_uri=https://" + "elsewhere.example",
                "/.well-known/oauth-authorization-server",
                "/.well-known/openid-configuration",
                portal,
                portal + "/",
                portal + "/order",
                portal + "/return/items",
                portal + "/s/rl2.forged",
                portal + "/nowhere",
                "/r/nobody-at-all",
                "/actuator")) {
            assertThat(answer("GET", path, "", Map.of("Accept", "text/html")))
                    .as(path)
                    .doesNotContain(FORGED)
                    .doesNotContainIgnoringCase("Access-Control-Allow");
        }
        assertThat(answer("POST", "/oauth2/token", "grant_type=client_credentials", Map.of()))
                .doesNotContain(FORGED);
        assertThat(answer("POST", portal + "/find", "number=1", Map.of())).doesNotContain(FORGED);
    }

    @Test
    void whoIsLedOnIsLedByThePathAlone() throws IOException {
        assertThat(answer("GET", "/", "", Map.of())).contains("\r\nLocation: /admin/\r\n");
        var portal = "/r/" + new Merchants(port).signedUp().slug();
        assertThat(answer("GET", portal + "/order", "", Map.of("Accept", "text/html")))
                .contains("\r\nLocation: " + portal);
    }

    /** Said by a proxy of this machine, which is believed in that. */
    @Test
    void whoCameByHttpsIsToldToStayThere() throws IOException {
        assertThat(answer("GET", "/admin/", "", Map.of()))
                .contains("\r\nStrict-Transport-Security: max-age=31536000")
                .contains("\r\nX-Content-Type-Options: nosniff");
    }

    @Test
    void linksInMailsAreOfTheOperatorsMaking() throws Exception {
        var email = Merchants.anEmail();
        var document =
                "mutation { signUp(input: {businessName: \"A shop\", slug: \"s%s\", email: \"%s\", name: \"Ann\","
                                .formatted(email.substring(1, 19), email)
                        + " password: \"" + Merchants.PASSWORD
                        + "\", currency: \"EUR\", timeZone: \"Europe/Berlin\", locale: \"en\"})"
                        + " { mailSent userErrors { code field message } } }";
        var body = Browser.JSON.writeValueAsString(Map.of("query", document));
        assertThat(answer("POST", "/graphql", body, Map.of("Content-Type", "application/json")))
                .contains("\"mailSent\":true")
                .doesNotContain(FORGED);
        assertThat(Merchants.mail(email, "Confirm your e-mail address"))
                .contains("http://localhost:8080/admin/confirm-email?token=")
                .doesNotContain(FORGED);
    }

    /** With every header that some server somewhere takes for the host. */
    private String answer(String method, String path, String body, Map<String, String> more) throws IOException {
        var headers = new LinkedHashMap<String, String>();
        for (var name : List.of("Host", "X-Forwarded-Host", "X-Forwarded-Server", "X-Host", "X-Original-Host")) {
            headers.put(name, FORGED);
        }
        headers.put("Origin", "https://" + FORGED);
        headers.put("Forwarded", "host=" + FORGED + ";proto=https");
        headers.put("X-Forwarded-Proto", "https");
        headers.put("X-Forwarded-Prefix", "//" + FORGED);
        headers.put("Connection", "close");
        headers.put("Content-Length", String.valueOf(body.getBytes(UTF_8).length));
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        headers.putAll(more);
        var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write((head + "\r\n" + body).getBytes(UTF_8));
            var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 ");
            return answer;
        }
    }
}
