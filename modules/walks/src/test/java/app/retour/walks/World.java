package app.retour.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.retour.app.security.Browser;
import app.retour.app.security.Merchants;
import app.retour.files.FileKind;
import app.retour.files.FileUpload;
import app.retour.files.Files;
import app.retour.kernel.TenantId;
import app.retour.tenants.clients.Scopes;
import app.retour.tenants.tenancy.TenantContext;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One merchant with something of every kind, made over HTTP as merchants make it. */
final class World {
    final Merchants.Merchant merchant;
    final TenantId tenant;
    final Scene scene;
    private final Files files;

    private World(Merchants.Merchant merchant, TenantId tenant, Files files, Scene scene) {
        this.scene = scene;
        this.merchant = merchant;
        this.tenant = tenant;
        this.files = files;
    }

    static World of(int port, app.retour.tenants.Tenants tenants, Files files) {
        var merchant = new Merchants(port).signedUp();
        var world = new World(merchant, tenants.bySlug(merchant.slug()).orElseThrow(), files, Scene.fresh());
        world.settle();
        return world;
    }

    Browser staff() {
        return merchant.browser();
    }

    /** Payload of a mutation that must not be refused. */
    JsonNode tell(String mutation, Map<String, ?> input, String selection) {
        var payload = staff().mutate(mutation, input, selection);
        assertThat(payload.path("userErrors").size()).as(mutation + payload).isZero();
        return payload;
    }

    JsonNode ask(String document, Map<String, ?> variables) {
        var answer = staff().graphql(document, variables);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().has("errors")).as(answer.body()).isFalse();
        return answer.at("/data");
    }

    String store(FileKind kind, String name, byte[] content, @Nullable UUID owner) {
        var id = TenantContext.callAs(
                tenant, () -> files.store(new FileUpload(kind, new ByteArrayInputStream(content), name, owner)));
        return app.retour.api.GlobalId.of("StoredFile", id.value());
    }

    /** Counts the things of a return as the merchant's own. */
    World with(ReturnStory story) {
        return new World(merchant, tenant, files, scene.with(story.scene));
    }

    /** Until nothing of this merchant works in the background any more. */
    void rest() {
        await().atMost(Duration.ofMinutes(3))
                .during(Duration.ofMillis(1500))
                .until(() -> ask("{ notificationCounts { waiting } }", Map.of())
                                .at("/notificationCounts/waiting")
                                .asInt()
                        == 0);
    }

    /** Everything that belongs to the merchant as such. */
    private void settle() {
        var canary = scene.canary;
        tell("updateViewer", Map.of("name", canary + " Owner"), "viewer { name }");
        var version = ask("{ tenant { id version } }", Map.of()).at("/tenant");
        scene.put("Tenant", version.path("id").asString());
        tell("updateTenant", account(version.path("version").asInt()), "tenant { version }");
        var live = ask("{ tenant { version } }", Map.of()).at("/tenant/version").asInt();
        tell("goLive", Map.of("version", live), "tenant { live }");
        scene.put("StaffMember", first("staff { edges { node { id } } }"));
        scene.put(
                "Invitation",
                tell(
                                "inviteStaff",
                                Map.of("email", canary + "@team.example", "role", "VIEWER", "idempotencyKey", "i"),
                                "invitation { id }")
                        .at("/invitation/id")
                        .asString());
        scene.put(
                "ApiClient",
                tell(
                                "createApiClient",
                                Map.of("name", canary, "scopes", List.of("orders:read"), "idempotencyKey", "c"),
                                "apiClient { id }")
                        .at("/apiClient/id")
                        .asString());
        scene.put(
                "ViewerSession",
                ask("{ viewer { sessions { id } } }", Map.of())
                        .at("/viewer/sessions/0/id")
                        .asString());
        scene.put("AuditEntry", first("auditEntries(action: \"tenant.updated\") { edges { node { id } } }"));
        WrittenPolicy.of(this);
        catalogue();
        tracking();
        scene.put(
                "ReturnReason",
                tell(
                                "createReason",
                                Map.of(
                                        "code",
                                        canary,
                                        "group",
                                        "OTHER",
                                        "texts",
                                        List.of(Map.of("locale", "en", "text", canary)),
                                        "idempotencyKey",
                                        "r"),
                                "reason { id }")
                        .at("/reason/id")
                        .asString());
        tell(
                "saveMessageTemplate",
                Map.of("moment", "CANCELED", "subject", canary, "body", canary, "buttonLabel", canary, "version", 0),
                "template { version }");
    }

    private Map<String, Object> account(int version) {
        var canary = scene.canary;
        return Map.of(
                "version",
                version,
                "name",
                canary + " House",
                "contactEmail",
                canary + "@help.example",
                "teamInbox",
                canary + "@inbox.example",
                "returnAddress",
                Map.of("name", canary, "street", canary, "postcode", "10115", "city", canary, "country", "DE"));
    }

    private void catalogue() {
        var canary = scene.canary;
        var products = sells(canary, "S", "M");
        scene.put("Product", products.at("/products/0/id").asString());
        var csv = "Email,First Name,Last Name\n%s@mail.example,%s,X\n".formatted(canary, canary);
        var file = store(FileKind.IMPORT, canary + ".csv", csv.getBytes(StandardCharsets.UTF_8), null);
        var started = tell(
                "startImport",
                Map.of("kind", "SHOPIFY_CUSTOMERS", "fileId", file, "idempotencyKey", "f"),
                "import { id }");
        var id = started.at("/import/id").asString();
        await().atMost(Duration.ofMinutes(3))
                .until(() -> List.of("DONE", "FAILED")
                        .contains(ask("query($id: ID!) { import(id: $id) { state } }", Map.of("id", id))
                                .at("/import/state")
                                .asString()));
        scene.put("Import", id);
    }

    /** One product in several sizes. */
    JsonNode sells(String name, String... sizes) {
        var variants = Stream.of(sizes)
                .map(size -> Map.of(
                        "productKey",
                        name,
                        "sku",
                        name + "-" + size,
                        "title",
                        name,
                        "price",
                        Map.of("amount", "30.00", "currencyCode", "EUR"),
                        "options",
                        List.of(Map.of("name", "Size", "value", size))))
                .toList();
        return tell("upsertProducts", Map.of("products", variants), "products { id }");
    }

    private void tracking() {
        var secret =
                tell("setTrackingSecret", Map.of(), "secret").path("secret").asString();
        var path = ask("{ trackingEndpoint { path } }", Map.of())
                .at("/trackingEndpoint/path")
                .asString();
        var body = """
                {"id":"evt_%1$s","object":"Event","result":{"object":"Tracker","tracking_code":"%1$s","carrier":"%1$s",
                "status":"in_transit","updated_at":"2026-11-20T10:00:00Z","tracking_details":[]}}""".formatted(scene.canary);
        var heard = new Browser(port())
                .send(
                        "POST",
                        path.substring(path.indexOf("/webhooks")),
                        body,
                        "Content-Type",
                        "application/json",
                        "X-Hmac-Signature",
                        signature(body, secret));
        assertThat(heard.status()).isEqualTo(200);
        scene.put("CarrierMessage", first("carrierMessages { edges { node { id } } }"));
    }

    int port() {
        return staff().port();
    }

    private String first(String connection) {
        return ask("{ " + connection + " }", Map.of())
                .iterator()
                .next()
                .at("/edges/0/node/id")
                .asString();
    }

    private static String signature(String body, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "hmac-sha256-hex=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** A program of this merchant's, with every scope that a program may hold. */
    Bearer program() {
        var client = tell(
                "createApiClient",
                Map.of(
                        "name",
                        "walker",
                        "scopes",
                        Scopes.ALL.stream().filter(Scopes::grantableToClients).toList(),
                        "idempotencyKey",
                        "walker"),
                "apiClient { clientId } clientSecret");
        var basic = client.at("/apiClient/clientId").asString() + ":"
                + client.at("/clientSecret").asString();
        var token = new Browser(port())
                .form(
                        "/oauth2/token",
                        Map.of("grant_type", "client_credentials"),
                        "Authorization",
                        "Basic "
                                + java.util.Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)));
        assertThat(token.status()).as(token.body()).isEqualTo(200);
        return new Bearer(
                port(), Objects.requireNonNull(token.at("/access_token").asString()));
    }

    /** A caller without cookies. */
    record Bearer(int port, String token) {
        Browser.Answer graphql(String document, Map<String, ?> variables) {
            return new Browser(port).graphql(document, variables, "Authorization", "Bearer " + token);
        }
    }
}
