package app.retour.returns.settings;

import app.retour.kernel.Phrase;
import app.retour.rules.vocabulary.ReasonGroup;
import java.util.Locale;
import org.springframework.modulith.NamedInterface;

/**
 * Why goods come back, in the merchant's own words. Archived, never deleted: past returns keep theirs.
 *
 * @param code stable name for rules and integrations
 * @param told its text in each language
 */
@NamedInterface("settings")
public record ReturnReason(
        ReasonId reasonId, String code, ReasonGroup group, int position, boolean archived, Phrase told) {

    /** The text for who asked for a language: the best of them, as {@link Phrase#in} says. */
    public String textIn(Locale asked, Locale home) {
        return told.in(asked, home);
    }
}
