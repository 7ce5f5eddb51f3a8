package app.retour.notifications.liquid;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The filter {@code json}. */
final class JsonText {
    private JsonText() {}

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Number _, Boolean _ -> Values.text(value);
            case Collection<?> list -> "[" + Values.joined(list, ",", JsonText::of) + "]";
            case Map<?, ?> map ->
                "{"
                        + Values.joined(
                                map.entrySet(),
                                ",",
                                each -> quoted(Values.text(each.getKey())) + ":" + of(each.getValue()))
                        + "}";
            default -> quoted(Values.text(value));
        };
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.chars().forEach(each -> {
            switch (each) {
                case '"', '\\' -> quoted.append('\\').append((char) each);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                case '<', '>', '&' -> quoted.append("\\u%04x".formatted(each));
                default -> quoted.append(each < ' ' ? "\\u%04x".formatted(each) : String.valueOf((char) each));
            }
        });
        return quoted.append('"').toString();
    }
}
