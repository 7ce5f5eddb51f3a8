package app.retour.notifications.letters;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter and what it was written from.
 *
 * @param templateVersion 0 is Retour's own text
 * @param order that the letter's link is signed for when it leaves; null for who needs no link
 */
public record RenderedMessage(
        Letter letter,
        Locale locale,
        int templateVersion,
        @Nullable UUID order) {}
