package app.retour.returns;

import app.retour.kernel.Phrase;
import java.util.Locale;
import java.util.SequencedMap;

/**
 * Why goods come back, in the merchant's own words. Archived, never deleted: past returns keep theirs.
 *
 * @param code stable name for rules and integrations
 * @param texts by language tag
 */
public record ReturnReason(
        ReasonId reasonId,
        String code,
        ReasonGroup group,
        int position,
        boolean archived,
        SequencedMap<String, String> texts) {

    /** The text for who asked for a language: the best of them, as {@link Phrase#best} says. */
    public String textIn(Locale asked, Locale home) {
        return Phrase.best(texts, asked, home).orElse(code);
    }
}
