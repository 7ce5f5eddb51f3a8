package app.retour.tracking.carriers.easypost;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.retour.tracking.CarrierEvents;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * EasyPost's tracker events. Each carries the parcel's whole history, so any of them may be missing; the tracker's own
 * status counts besides where its history does not end with it.
 */
@Component
class EasyPostEvents implements CarrierEvents {
    private static final int LONGEST = 500;
    private static final int MOST_DETAILS = 500;
    private final JsonMapper json;

    EasyPostEvents(JsonMapper json) {
        this.json = json;
    }

    @Override
    public String source() {
        return "EASYPOST";
    }

    @Override
    public boolean signed(byte[] body, Function<String, @Nullable String> header, String secret) {
        return EasyPostSignature.holds(header.apply(EasyPostSignature.HEADER), body, secret);
    }

    @Override
    public News read(byte[] body) throws UnreadableMessage {
        var event = parsed(body);
        var id = text(event, "id").orElseThrow(() -> new UnreadableMessage("An event without an id"));
        var tracker = event.path("result");
        if (!text(tracker, "object").equals(Optional.of("Tracker"))) {
            return new News(id, null, null, List.of());
        }
        var carrier = text(tracker, "carrier").map(name -> cut(name, 60)).orElse(null);
        return new News(id, text(tracker, "tracking_code").orElse(null), carrier, events(event, tracker));
    }

    private JsonNode parsed(byte[] body) throws UnreadableMessage {
        try {
            var event = json.readTree(body);
            if (event.isObject()) {
                return event;
            }
        } catch (JacksonException broken) {
            // Answered below: why it is no JSON helps nobody.
        }
        throw new UnreadableMessage("No JSON object");
    }

    private static List<Told> events(JsonNode event, JsonNode tracker) {
        var told = new ArrayList<Told>();
        var lastWord = "";
        for (var detail : tracker.path("tracking_details")
                .valueStream()
                .limit(MOST_DETAILS)
                .toList()) {
            var word = text(detail, "status").orElse("unknown");
            var at = instant(detail, "datetime");
            if (at.isPresent()) {
                told.add(
                        told(word, at.get(), detail, text(detail, "message"), place(detail.path("tracking_location"))));
                lastWord = word;
            }
        }
        var word = text(tracker, "status").orElse("unknown");
        if (!word.equals(lastWord)) {
            Stream.of(instant(tracker, "updated_at"), instant(event, "updated_at"), instant(event, "created_at"))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(at -> told.add(told(word, at, tracker, Optional.empty(), null)));
        }
        return told;
    }

    private static Told told(
            String word, Instant at, JsonNode about, Optional<String> message, @Nullable String place) {
        var key = digest(Stream.of(
                        word,
                        at.toString(),
                        text(about, "status_detail").orElse(""),
                        message.orElse(""),
                        String.valueOf(place))
                .collect(Collectors.joining("\n")));
        return new Told(key, EasyPostWords.statusOf(word), cut(word, 60), at, message.orElse(null), place);
    }

    private static @Nullable String place(JsonNode location) {
        var place = Stream.of("city", "state", "country")
                .flatMap(part -> text(location, part).stream())
                .collect(Collectors.joining(", "));
        return place.isEmpty() ? null : place;
    }

    private static Optional<String> text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isString() && !value.asString().isBlank()
                ? Optional.of(cut(value.asString().replace("\0", ""), LONGEST))
                : Optional.empty();
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    private static Optional<Instant> instant(JsonNode node, String field) {
        return text(node, field).flatMap(text -> {
            try {
                var at = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
                var instant = at instanceof OffsetDateTime exact
                        ? exact.toInstant()
                        : LocalDateTime.from(at).toInstant(ZoneOffset.UTC);
                return instant.isBefore(Instant.EPOCH) || instant.isAfter(Instant.parse("9999-01-01T00:00:00Z"))
                        ? Optional.empty()
                        : Optional.of(instant);
            } catch (DateTimeException senseless) {
                return Optional.empty();
            }
        });
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
