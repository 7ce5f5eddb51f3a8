package app.retour.notifications.letters;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills a merchant's words with the facts of a return and puts them on their letterhead. */
@Component
public class LetterWriter {
    /** Bytes of the HTML part; mail programs cut longer ones. */
    static final int LARGEST = 60_000;

    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_LABEL = 60;
    private final Liquid strict;
    private final Liquid lenient;

    public LetterWriter(Clock clock) {
        strict = Liquid.strict(clock);
        lenient = Liquid.lenient(clock);
    }

    /**
     * For saving and trying.
     *
     * @throws Refusal INVALID or TOO_LARGE, naming field, line and column
     */
    public Letter tryOut(
            TemplateText words,
            Letterhead letterhead,
            Map<String, Object> facts,
            LocaleFormat tongue,
            @Nullable String url) {
        return write(strict, words, letterhead, facts, tongue, url);
    }

    /** @throws Refusal as above, but a fact that does not exist is empty */
    public Letter write(
            TemplateText words,
            Letterhead letterhead,
            Map<String, Object> facts,
            LocaleFormat tongue,
            @Nullable String url) {
        return write(lenient, words, letterhead, facts, tongue, url);
    }

    private static Letter write(
            Liquid liquid,
            TemplateText words,
            Letterhead letterhead,
            Map<String, Object> facts,
            LocaleFormat tongue,
            @Nullable String url) {
        var subject = oneLine(liquid.render(words.subject(), facts, tongue, "subject"));
        if (subject.isEmpty()) {
            throw new Refusal(ErrorCode.REQUIRED, "A message needs a subject", "subject");
        }
        if (subject.length() > LONGEST_SUBJECT) {
            throw new Refusal(
                    ErrorCode.TOO_LARGE, "A subject is at most %d characters".formatted(LONGEST_SUBJECT), "subject");
        }
        var body = Markup.of(liquid.render(words.body(), facts, tongue, "body"));
        if (body.blocks().isEmpty()) {
            throw new Refusal(ErrorCode.REQUIRED, "A message needs a body", "body");
        }
        var label = oneLine(liquid.render(words.buttonLabel(), facts, tongue, "buttonLabel"));
        if (label.isEmpty() || label.length() > LONGEST_LABEL) {
            throw new Refusal(
                    label.isEmpty() ? ErrorCode.REQUIRED : ErrorCode.TOO_LARGE,
                    "The button needs a label of 1 to %d characters".formatted(LONGEST_LABEL),
                    "buttonLabel");
        }
        var letter = letterhead.in(tongue.locale()).write(subject, body, label, url);
        if (letter.html().getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw new Refusal(ErrorCode.TOO_LARGE, "The mail would be larger than 60 kB; say less", "body");
        }
        return letter;
    }

    /** Nothing that ends a header line survives. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ")
                .replaceAll(" {2,}", " ")
                .strip();
    }
}
