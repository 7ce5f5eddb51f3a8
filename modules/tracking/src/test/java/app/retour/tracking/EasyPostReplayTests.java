package app.retour.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.retour.kernel.TenantId;
import app.retour.tenants.tenancy.TenantContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;
import retour.testkit.RetourTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signed webhooks as EasyPost sends them, posted line by line from where they lie. The secret is the recording's. */
@RetourTest
@Import(HeardMoves.class)
class EasyPostReplayTests {
    private static final Path REPLAYS = Path.of(
            System.getProperty("retour.root", "../.."), "..", "shared", "fixtures", "tracking", "easypost", "replay");
    private static final String SECRET = "s\u00e9cret";
    private static final String NUMBER = "9400100000000000000001";
    private static final String HEADER = "X-Hmac-Signature";
    private static final List<ParcelState> WHOLE_WAY =
            List.of(ParcelState.LABEL_READY, ParcelState.IN_TRANSIT, ParcelState.DELIVERED);

    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final UUID subject = UUID.randomUUID();
    private final JsonMapper json = new JsonMapper();

    @Autowired
    WebApplicationContext context;

    @Autowired
    TrackingEndpoints endpoints;

    @Autowired
    ReverseShipments shipments;

    @Autowired
    WebhookEndpoints rows;

    @Autowired
    app.retour.tenants.secrets.Secrets secrets;

    @Autowired
    HeardMoves moves;

    private MockMvcTester http;
    private String path;

    @BeforeEach
    void connect() {
        http = MockMvcTester.from(context);
        path = as(endpoints::current).path();
        as(() -> {
            // The recorded secret is shorter than any that Retour takes.
            var endpoint = rows.findAll().getFirst();
            endpoint.signWith(secrets.seal(TrackingEndpoints.SECRET_PURPOSE, SECRET), java.time.Instant.now());
            return rows.save(endpoint);
        });
    }

    @Test
    void inOrder() {
        assertThat(replayed("in-order")).isEqualTo(WHOLE_WAY);
        assertThat(messages()).hasSize(8);
    }

    @Test
    void eachTwiceChangesNothing() {
        assertThat(replayed("each-twice-same-event-id")).isEqualTo(WHOLE_WAY);
        assertThat(messages()).hasSize(8);
    }

    @Test
    void aLateScanAfterDeliveryChangesNothing() {
        assertThat(replayed("late-scan-after-delivered")).isEqualTo(WHOLE_WAY);
        assertThat(messages()).hasSize(9);
    }

    @Test
    void backwardsTheParcelEndsWhereItWouldHave() {
        var parcel = expected();
        for (var line : lines("in-order").reversed()) {
            assertThat(post(line.get("body").asString(), signature(line))).isEqualTo(HttpStatus.OK);
        }
        settled();
        assertThat(state(parcel)).isEqualTo(ParcelState.DELIVERED);
        assertThat(moves.of(subject).getLast()).isEqualTo(ParcelState.DELIVERED);
    }

    @Test
    void anUnknownCodeIsKeptUnmatchedUntilAParcelHasIt() {
        for (var line : lines("unknown-code")) {
            assertThat(post(line.get("body").asString(), signature(line))).isEqualTo(HttpStatus.OK);
        }
        settled();
        assertThat(messages()).extracting(CarrierMessage::state).containsOnly(CarrierMessageState.UNMATCHED);
        var number = messages().getFirst().trackingNumber();
        var parcel = as(() -> shipments.expect(new ShipmentRequest(subject, null, number)));
        assertThat(as(() -> shipments.events(parcel))).isNotEmpty();
        assertThat(messages()).extracting(CarrierMessage::state).containsOnly(CarrierMessageState.APPLIED);
    }

    @Test
    void whatWasSaidBeforeTheNumberWasKnownCountsOnceItIs() {
        for (var line : lines("in-order")) {
            post(line.get("body").asString(), signature(line));
        }
        settled();
        assertThat(state(expected())).isEqualTo(ParcelState.DELIVERED);
        assertThat(moves.of(subject)).containsExactly(ParcelState.DELIVERED);
    }

    @Test
    void forgedMessagesAreRefusedAndCounted() {
        var parcel = expected();
        var delivered = lines("in-order").getLast();
        var body = delivered.get("body").asString();
        assertThat(post(body.replace("delivered", "in_transit"), signature(delivered)))
                .isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(post(body, null)).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(post(body + "\n", signature(delivered))).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(post("x".repeat(CarrierWebhooks.MOST_BYTES + 1), "hmac-sha256-hex=0"))
                .isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
        assertThat(as(endpoints::current).refused()).isEqualTo(4);
        assertThat(state(parcel)).isEqualTo(ParcelState.LABEL_READY);
        assertThat(messages()).isEmpty();
    }

    @Test
    void anAddressThatMovedAndASecretThatChangedAreOverAtOnce() {
        var line = lines("in-order").getFirst();
        var old = path;
        path = as(endpoints::move).path();
        assertThat(post(line.get("body").asString(), signature(line))).isEqualTo(HttpStatus.OK);
        as(() -> endpoints.setSecret(null));
        assertThat(post(line.get("body").asString(), signature(line))).isEqualTo(HttpStatus.UNAUTHORIZED);
        path = old;
        assertThat(post(line.get("body").asString(), signature(line))).isEqualTo(HttpStatus.NOT_FOUND);
    }

    private List<ParcelState> replayed(String replay) {
        var parcel = expected();
        for (var line : lines(replay)) {
            assertThat(post(line.get("body").asString(), signature(line)))
                    .as(line.get("note").asString())
                    .isEqualTo(HttpStatus.OK);
            settled();
        }
        assertThat(state(parcel)).isEqualTo(ParcelState.DELIVERED);
        return moves.of(subject);
    }

    private ReverseShipmentId expected() {
        return as(() -> shipments.expect(new ShipmentRequest(subject, "USPS", NUMBER)));
    }

    private ParcelState state(ReverseShipmentId parcel) {
        return as(() -> shipments.find(parcel)).orElseThrow().state();
    }

    private void settled() {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> messages().stream().noneMatch(sent -> sent.state() == CarrierMessageState.WAITING));
    }

    private List<CarrierMessage> messages() {
        return as(() -> endpoints.messages(null, ScrollPosition.keyset(), 100)).getContent();
    }

    private HttpStatus post(String body, @Nullable String signature) {
        var request = http.post().uri(path).contentType("application/json").content(body.getBytes(UTF_8));
        if (signature != null) {
            request.header(HEADER, signature);
        }
        return HttpStatus.valueOf(request.exchange().getResponse().getStatus());
    }

    private static String signature(JsonNode line) {
        return line.get("headers").get(HEADER).asString();
    }

    private List<JsonNode> lines(String replay) {
        var file = REPLAYS.resolve(replay + ".jsonl");
        assumeTrue(Files.exists(file), "the replays are not here: skipped");
        try {
            return Files.readAllLines(file).stream().map(json::readTree).toList();
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private <T> T as(Supplier<T> action) {
        return TenantContext.callAs(tenant, action);
    }
}
