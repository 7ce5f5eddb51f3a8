package app.retour.tracking.carriers.easypost;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.retour.tracking.CarrierEvents;
import app.retour.tracking.CarrierEvents.Told;
import app.retour.tracking.CarrierEvents.UnreadableMessage;
import app.retour.tracking.ParcelStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class EasyPostEventsTests {
    private static final Path FIXTURES =
            Path.of(System.getProperty("retour.root", "../.."), "..", "shared", "fixtures");
    private final JsonMapper json = new JsonMapper();
    private final CarrierEvents easyPost = new EasyPostEvents(json);

    @Test
    void everyStatusThatEasyPostListsIsOneOfOurs() {
        var file = FIXTURES.resolve("tracking/status-vocabulary.json");
        assumeTrue(Files.exists(file), "the vocabulary is not here: skipped");
        var vocabulary = json.readTree(file.toFile()).get("easypost");
        for (var word : vocabulary.get("status")) {
            assertThat(EasyPostWords.knows(word.asString())).as(word.asString()).isTrue();
        }
        for (var code : vocabulary.get("test_codes").propertyStream().toList()) {
            var word = code.getValue().asString();
            assertThat(EasyPostWords.knows(word)).as(code.getKey()).isTrue();
        }
    }

    @Test
    void everyRecordedTrackerIsRead() throws Exception {
        var file = FIXTURES.resolve("tracking/easypost/cassette-objects.jsonl");
        assumeTrue(Files.exists(file), "the recordings are not here: skipped");
        var trackers = 0;
        for (var line : Files.readAllLines(file)) {
            var recorded = json.readTree(line);
            var found = recorded.findValues("tracking_details");
            var tracker = recorded.path("object").asString("").equals("Tracker") ? recorded : recorded.path("result");
            if (!found.isEmpty() && tracker.path("object").asString("").equals("Tracker")) {
                var event = json.createObjectNode().put("id", "evt_1").set("result", tracker);
                var news = easyPost.read(json.writeValueAsBytes(event));
                assertThat(news.trackingNumber()).isNotBlank();
                assertThat(news.events()).noneMatch(told -> told.word().isBlank());
                trackers++;
            }
        }
        assertThat(trackers).isPositive();
    }

    @Test
    void theHistoryAndTheTrackersOwnStatusBothCount() throws UnreadableMessage {
        var news = easyPost.read("""
                {"id":"evt_1","result":{"object":"Tracker","tracking_code":"1Z 1","carrier":"UPS",
                "status":"return_to_sender","updated_at":"2026-11-02T10:00:00Z","tracking_details":[
                {"status":"in_transit","datetime":"2026-11-01T10:00:00+01:00","message":"Picked up",
                 "tracking_location":{"city":"KASSEL","country":"DE"}}]}}""".getBytes(UTF_8));
        assertThat(news.trackingNumber()).isEqualTo("1Z 1");
        assertThat(news.events())
                .extracting(Told::status, Told::at, Told::place)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                ParcelStatus.IN_TRANSIT, Instant.parse("2026-11-01T09:00:00Z"), "KASSEL, DE"),
                        org.assertj.core.groups.Tuple.tuple(
                                ParcelStatus.RETURN_TO_SENDER, Instant.parse("2026-11-02T10:00:00Z"), null));
    }

    @Test
    void wordsAndTimesThatMakeNoSenseMoveNothing() throws UnreadableMessage {
        var news = easyPost.read("""
                {"id":"evt_1","result":{"object":"Tracker","tracking_code":"1","status":"teleported","tracking_details":[
                {"status":"beamed","datetime":"2026-11-01T10:00:00Z"},{"status":"delivered","datetime":"yesterday"},
                {"status":7,"datetime":null},"nonsense"]}}""".getBytes(UTF_8));
        assertThat(news.events()).extracting(Told::status).containsOnly(ParcelStatus.UNKNOWN);
    }

    @Test
    void whatIsNotAboutAParcelIsNone() throws UnreadableMessage {
        var news = easyPost.read("{\"id\":\"evt_2\",\"result\":{\"object\":\"Batch\"}}".getBytes(UTF_8));
        assertThat(news.trackingNumber()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "{}", "<xml/>"})
    void whatIsNoEventCannotBeRead(String body) {
        assertThatExceptionOfType(UnreadableMessage.class).isThrownBy(() -> easyPost.read(body.getBytes(UTF_8)));
    }
}
