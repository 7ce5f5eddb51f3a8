package app.retour.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.app.security.Browser;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** EasyPost, which sends a merchant signed webhooks about a parcel. */
record Carrier(Shop shop, String path, String secret) {
    static Carrier of(Shop shop) {
        var made = shop.mutate("setTrackingSecret", Map.of(), "secret trackingEndpoint { path }");
        return new Carrier(
                shop,
                made.at("/trackingEndpoint/path").asString(),
                made.at("/secret").asString());
    }

    /** One event of a tracker, as often as wanted; each is taken. */
    void tells(String number, String status, int times) {
        var body = event(number, status);
        for (var i = 0; i < times; i++) {
            assertThat(post(body, signature(body, secret))).isEqualTo(200);
        }
    }

    /** One event, as it stands. */
    void says(Map<String, ?> event) {
        var body = Browser.JSON.writeValueAsString(event);
        assertThat(post(body, signature(body, secret))).isEqualTo(200);
    }

    /** The same by somebody who does not know the secret. */
    int forges(String number, String status) {
        var body = event(number, status);
        return post(body, signature(body, "another secret"));
    }

    private int post(String body, String signature) {
        return new Browser(shop.port())
                .send("POST", path, body, "Content-Type", "application/json", "X-Hmac-Signature", signature)
                .status();
    }

    private static String event(String number, String status) {
        var at = Instant.now().minus(Duration.ofMinutes(status.equals("delivered") ? 0 : 60));
        return Browser.JSON.writeValueAsString(Map.of(
                "id",
                "evt_%s_%s".formatted(number, status),
                "object",
                "Event",
                "description",
                "tracker.updated",
                "created_at",
                at.toString(),
                "result",
                Map.of(
                        "object",
                        "Tracker",
                        "carrier",
                        "DHL",
                        "tracking_code",
                        number,
                        "status",
                        status,
                        "updated_at",
                        at.toString())));
    }

    private static String signature(String body, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return "hmac-sha256-hex=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
