package app.retour.notifications.letters;

import app.retour.notifications.moments.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** Retour's own text for every moment, in English. */
public final class DefaultWords {
    private static final Map<Moment, TemplateText> ALL = new EnumMap<>(Moment.class);

    static {
        for (var moment : Moment.values()) {
            ALL.put(moment, read(moment));
        }
    }

    private DefaultWords() {}

    public static TemplateText of(Moment moment) {
        var words = ALL.get(moment);
        if (words == null) {
            throw new IllegalStateException("There are no words for " + moment);
        }
        return words;
    }

    private static TemplateText read(Moment moment) {
        var name = "/templates/notifications/%s.liquid".formatted(moment.fileName());
        try (var file = DefaultWords.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing");
            }
            var parts = new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n", 3);
            return new TemplateText(
                    parts[0].substring("subject: ".length()),
                    parts[2].strip(),
                    parts[1].substring("button: ".length()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
