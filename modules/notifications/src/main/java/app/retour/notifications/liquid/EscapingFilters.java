package app.retour.notifications.liquid;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Filters that write text for another place: HTML, an address, Base64. */
final class EscapingFilters {
    private static final Map<Character, String> ENTITIES =
            Map.of('&', "&amp;", '<', "&lt;", '>', "&gt;", '"', "&quot;", '\'', "&#39;");
    private static final Pattern ONCE = Pattern.compile("[\"><']|&(?!([a-zA-Z]+|(#\\d+));)");

    private EscapingFilters() {}

    static void into(Filters filters) {
        Filter escape = (value, _) -> value == null ? null : escaped(Values.filtered(value));
        filters.add("escape", 0, 0, escape);
        filters.add("h", 0, 0, escape);
        filters.add(
                "escape_once",
                0,
                0,
                (value, arguments) -> ONCE.matcher(new Watched(Values.filtered(value), arguments.scope()))
                        .replaceAll(found -> escaped(found.group())));
        filters.add("newline_to_br", 0, 0, (value, _) -> Values.filtered(value).replaceAll("\\r?\\n", "<br />\n"));
        filters.add(
                "url_encode",
                0,
                0,
                (value, _) -> value == null
                        ? null
                        : URLEncoder.encode(Values.filtered(value), StandardCharsets.UTF_8)
                                .replace("%7E", "~"));
        filters.add(
                "url_decode", 0, 0, (value, arguments) -> value == null ? null : decodedUrl(Values.filtered(value)));
        filters.add("base64_encode", 0, 0, (value, _) -> Base64.getEncoder().encodeToString(bytes(value)));
        filters.add("base64_decode", 0, 0, (value, arguments) -> decoded(Base64.getDecoder(), value, arguments));
        filters.add(
                "base64_url_safe_encode",
                0,
                0,
                (value, _) -> Base64.getUrlEncoder().encodeToString(bytes(value)));
        filters.add(
                "base64_url_safe_decode",
                0,
                0,
                (value, arguments) -> decoded(Base64.getUrlDecoder(), value, arguments));
    }

    private static byte[] bytes(@Nullable Object value) {
        return Values.filtered(value).getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.chars()
                .mapToObj(each -> ENTITIES.getOrDefault((char) each, String.valueOf((char) each)))
                .collect(Collectors.joining());
    }

    /** What a reader of HTML sees of it. */
    static String unescaped(String text) {
        var plain = text;
        for (var entity : ENTITIES.entrySet()) {
            if (entity.getKey() != '&') {
                plain = plain.replace(entity.getValue(), String.valueOf(entity.getKey()));
            }
        }
        return plain.replace("&amp;", "&");
    }

    private static String decodedUrl(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw LiquidMistake.of("“url_decode” cannot read %s", Values.told(text));
        }
    }

    private static String decoded(Base64.Decoder decoder, @Nullable Object value, Filter.Arguments arguments) {
        try {
            return new String(decoder.decode(Values.filtered(value)), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw LiquidMistake.of("“%s” cannot read %s", arguments.filter(), Values.told(value));
        }
    }
}
